"""Ending an interview: let go of what is open, thank, say goodbye."""

from dataclasses import dataclass

from core.domain import arrivals
from core.domain.arrivals import WakeKind
from core.domain.interview import Status
from core.domain.outcomes import Closing, Ending, InterviewEnded, QuestionClosed
from core.domain.setting import Cue
from core.graph.draft import Draft
from core.ports.interviewer import Interviewer

CANCELLED = (
    "The interview is cancelled. It had not begun, so nothing of it is scored; you are welcome to "
    "another one any time."
)
ABANDONED = "The interview has been paused for a long time, so I am closing it."


@dataclass(frozen=True, slots=True)
class Close:
    """Ends the interview before its last question was dealt with."""

    interviewer: Interviewer

    async def __call__(self, draft: Draft) -> None:
        """Close what is open, the question set aside included, and say goodbye."""
        if draft.interview.status is Status.SCHEDULED:
            draft.add(InterviewEnded(ending=Ending.ASKED, text=CANCELLED))
            return
        ending = _ending(draft)
        closing = Closing.TIMED_OUT if ending is Ending.TIME_OUT else Closing.ENDED
        while draft.interview.open:
            close_question(draft, closing)
        lead = ABANDONED if ending is Ending.ABANDONED else ""
        await say_goodbye(draft, self.interviewer, ending, lead=lead)


def close_question(draft: Draft, closing: Closing) -> None:
    """Let go of the open question; what was never answered has no grade.

    What was answered in part is answered, however it came to its end.
    """
    open_ = draft.interview.open
    if open_ is None or not open_.answers:
        draft.add(QuestionClosed(closing=closing, grade=None))
        return
    if open_.covered:
        closing = Closing.ANSWERED
    grade = None if closing is Closing.SKIPPED else round(open_.grade, 3)
    draft.add(QuestionClosed(closing=closing, grade=grade))


async def say_goodbye(
    draft: Draft, interviewer: Interviewer, ending: Ending, *, lead: str = ""
) -> None:
    """End the interview in the persona's words."""
    cue = Cue.FAREWELL if ending is Ending.FINISHED else Cue.FAREWELL_EARLY
    text = await interviewer.phrase(draft.interview, cue)
    draft.add(InterviewEnded(ending=ending, text=f"{lead} {text}".strip()))


def _ending(draft: Draft) -> Ending:
    match draft.arrival:
        case arrivals.ClockRang(kind=WakeKind.TIME_OUT):
            return Ending.TIME_OUT
        case arrivals.ClockRang(kind=WakeKind.REMINDER | WakeKind.ABANDONED):
            return Ending.ABANDONED
        case arrivals.EndAsked():
            return Ending.ASKED
        case _:
            return Ending.TIME_OUT if draft.interview.left_s <= 0 else Ending.ASKED
