"""What the interviewer does next, by fixed rules that nobody can talk it out of.

What the words mean is for the listener to say, and what to dig into for the interviewer; *whether* to dig, to go on or to end is decided
here, from the interview alone.
"""

from core.domain.arrivals import WakeKind
from core.domain.interview import Interview, OpenQuestion, Phase, Status
from core.domain.outcomes import Closing, MoveChosen
from core.domain.reading import Depth, Idea, Intent, Move, Reading
from core.domain.setting import Cue
from core.domain.wakes import is_abandoned

# After this many turns that were no answer, the question is let go.
REDIRECTS = 3
# One question may take up to this many times its fair share of what is left.
GENEROSITY = 1.5


def after_words(interview: Interview, reading: Reading, idea: Idea | None) -> MoveChosen:
    """Decide what follows the candidate's words."""
    if reading.intent in (Intent.ANSWER, Intent.CORRECTION):
        return after_answer(interview, idea)
    return _INTENTS.get(reading.intent) or _by_count(interview, reading.intent)


def after_answer(interview: Interview, idea: Idea | None) -> MoveChosen:
    """Decide what follows an answer: dig, wait for the code, or go on."""
    open_ = interview.open
    if open_ is None or open_.is_reopened:
        return choose(Move.ASK, "the earlier answer is corrected", closing=Closing.ANSWERED)
    if _is_empty(open_) and not open_.awaits_code:
        return _after_nothing(open_)
    if idea and may_dig(interview) and not _is_empty(open_):
        return choose(Move.FOLLOW_UP, "the answer leaves something open", idea=idea)
    if open_.awaits_code:
        if open_.submission and not open_.is_judged:
            return choose(Move.REPLY, "the sandbox is at work", cue=Cue.NOTED)
        return choose(Move.REPLY, "the code is still to come", cue=Cue.GO_AHEAD)
    return choose(Move.ASK, "the question is dealt with", closing=Closing.ANSWERED)


def may_dig(interview: Interview) -> bool:
    """Tell whether one more follow-up fits the persona's habit and the time."""
    open_ = interview.open
    if open_ is None or len(open_.ideas) >= interview.follow_ups:
        return False
    still_to_come = len(interview.plan) - len(interview.asked)
    fair_s = (interview.left_s + interview.elapsed_s - open_.opened_s) / (still_to_come + 1)
    return interview.elapsed_s - open_.opened_s < fair_s * GENEROSITY


def in_time(interview: Interview, chosen: MoveChosen) -> MoveChosen:
    """Return the decision, unless the time for it is up; somebody who is not well comes first."""
    runs = interview.status is Status.IN_PROGRESS or chosen.move is Move.RESUME
    is_said = interview.phase is Phase.EVALUATING
    if interview.left_s > 0 or not runs or is_said or chosen == _NOT_WELL:
        return chosen
    return chosen if chosen.move is Move.CLOSE else choose(Move.CLOSE, "the time is up")


def after_ring(interview: Interview, kind: WakeKind) -> MoveChosen:
    """Decide what follows when the clock speaks up."""
    if kind is WakeKind.SILENCE:
        first = interview.open is None or interview.open.nudges == 0
        return choose(Move.REPLY, "silence", cue=Cue.NUDGE if first else Cue.STILL_THERE)
    if kind is WakeKind.REMINDER and is_abandoned(interview):
        # Heard so late that to remind somebody of what is closed next would be odd.
        kind = WakeKind.ABANDONED
    if kind is WakeKind.REMINDER and interview.begins_at and interview.begins_at <= interview.now:
        kind = WakeKind.BEGIN
    return _RINGS[kind]


def choose(
    move: Move,
    because: str,
    *,
    cue: Cue | None = None,
    idea: Idea | None = None,
    closing: Closing | None = None,
) -> MoveChosen:
    """Return a decision with its reason, which the log keeps."""
    return MoveChosen(move=move, because=because, cue=cue, idea=idea, closing=closing)


def _by_count(interview: Interview, intent: Intent) -> MoveChosen:
    """Decide on what is met differently the second time."""
    open_ = interview.open
    if intent is Intent.ABUSE:
        if interview.abuse > 1:
            return choose(Move.PAUSE, "abuse, again")
        return choose(Move.REPLY, "abuse", cue=Cue.CARE)
    if intent is Intent.GIVE_UP:
        untouched = open_ is not None and not open_.answers and not open_.redirects
        if untouched and interview.hints_left:
            return choose(Move.REPLY, "the candidate is stuck", cue=Cue.OFFER_HINT)
        return choose(Move.ASK, "the candidate gave up", closing=Closing.GAVE_UP)
    if open_ and open_.redirects >= REDIRECTS and not open_.task:
        return choose(Move.ASK, "no answer came", closing=_closing(open_))
    return choose(Move.REPLY, intent.value.replace("_", " "), cue=_REPLIES[intent])


def _after_nothing(open_: OpenQuestion) -> MoveChosen:
    if open_.redirects < REDIRECTS - 1:
        return choose(Move.REPLY, "the answer holds nothing yet", cue=Cue.REDIRECT)
    return choose(Move.ASK, "no answer came", closing=_closing(open_))


def _is_empty(open_: OpenQuestion) -> bool:
    return open_.reading is not None and open_.reading.depth is Depth.EMPTY and not open_.covered


def _closing(open_: OpenQuestion) -> Closing:
    return Closing.ANSWERED if open_.covered else Closing.GAVE_UP


_REPLIES = {
    Intent.QUESTION_BACK: Cue.CLARIFY,
    Intent.SMALL_TALK: Cue.SMALL_TALK,
    Intent.PRY: Cue.CANNOT_SHARE,
}
_NOT_WELL = choose(Move.PAUSE, "the candidate is not well")
_INTENTS = {
    Intent.HINT: choose(Move.HINT, "the candidate asks for a hint"),
    Intent.REPEAT: choose(Move.REPLY, "the candidate asks to repeat", cue=Cue.REPEAT),
    Intent.SKIP: choose(Move.ASK, "the candidate declines", closing=Closing.SKIPPED),
    Intent.PAUSE: choose(Move.PAUSE, "the candidate asks for a pause"),
    Intent.END: choose(Move.CLOSE, "the candidate asks to end"),
    Intent.GO_BACK: choose(Move.GO_BACK, "the candidate takes it back"),
    Intent.THINKING: choose(Move.REPLY, "the candidate thinks", cue=Cue.TAKE_YOUR_TIME),
    Intent.DISTRESS: _NOT_WELL,
}
_RINGS = {
    WakeKind.BEGIN: choose(Move.BEGIN, "it is time"),
    WakeKind.GRACE: choose(Move.WAIT, "there is nothing to read"),
    WakeKind.AWAY: choose(Move.PAUSE, "nobody answers"),
    WakeKind.TIME_SHORT: choose(Move.REPLY, "the time runs short", cue=Cue.TIME_IS_SHORT),
    WakeKind.TIME_OUT: choose(Move.CLOSE, "the time is up"),
    WakeKind.REMINDER: choose(Move.REPLY, "the interview waits", cue=Cue.REMINDER),
    WakeKind.ABANDONED: choose(Move.CLOSE, "nobody came back"),
    WakeKind.EVALUATION: choose(Move.EVALUATE, "all is said"),
}
