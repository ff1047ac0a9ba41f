"""The fixed policy for moments that are not about the interview.

These words belong to no persona and to no model: they are the same for everybody, calm, and never a question about work.
"""

DISTRESS = (
    "Thank you for telling me. That matters more than this interview, so I have paused it: the "
    "clock is stopped and nothing is scored. Please take the time you need, and think of somebody "
    "you could talk to, a friend, a colleague or a doctor; if you might be in danger, call your "
    "local emergency number. You can resume whenever you like, end it here, or never come back to it."
)
ABUSE_ONCE = (
    "I would like to keep this respectful. The question still stands if you want to answer it, "
    "and you are free to skip it, pause or end the interview."
)
ABUSE_AGAIN = (
    "Let us stop here for now. The interview is paused and nothing is lost; you can resume it "
    "later or end it, as you prefer."
)
RESTING = (
    "I hear you. The interview is still paused, and nothing that you say now is scored. There is no "
    "hurry: resume it when you want to go on, or end it. Both are fine."
)
STILL_RESTING = (
    "The interview is still paused, and nothing is expected of you. You can resume it, end it, or "
    "leave it as it is; all three are fine."
)
