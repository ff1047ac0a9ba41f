"""An interview that begins later: the appointment, and what is said until then."""

from dataclasses import dataclass
from datetime import UTC

from core.bank.bank import Bank
from core.domain import arrivals
from core.domain.arrivals import Arrival
from core.domain.interview import Interview
from core.domain.outcomes import InterviewScheduled, MoveChosen
from core.domain.people import Role
from core.domain.reading import Move
from core.domain.setting import Cue
from core.graph.decide import after_ring, choose
from core.graph.draft import Draft
from core.graph.nodes.opening import settled

_UNHEARD = (
    arrivals.PlaceLost
    | arrivals.PlaceMoved
    | arrivals.PlaceAdded
    | arrivals.PlaceRemoved
    | arrivals.Whispered
    | arrivals.SubmissionJudged
    | arrivals.SubmissionRefused
)


@dataclass(frozen=True, slots=True)
class Schedule:
    """Confirms when the interview will begin."""

    bank: Bank

    async def __call__(self, draft: Draft) -> None:
        """Name the moment, if such an interview can be held at all."""
        settled(draft.interview.setup, self.bank)
        begins = f"Your interview is set for {when(draft.interview)}."
        how = "I will be here then; resume to begin earlier, or end it to cancel."
        draft.add(InterviewScheduled(text=f"{begins} {how}"))


def before_it_begins(interview: Interview, arrival: Arrival) -> MoveChosen:
    """Decide what follows what happens before the beginning: whatever is said is no answer yet."""
    match arrival:
        case arrivals.ClockRang(kind=kind):
            return after_ring(interview, kind)
        case arrivals.EndAsked():
            return choose(Move.CLOSE, "it was called off")
        case arrivals.ResumeAsked() if arrival.by.role is Role.CANDIDATE:
            return choose(Move.BEGIN, "the candidate is ready earlier")
        case _ if isinstance(arrival, _UNHEARD):
            return choose(Move.WAIT, "the interview has not begun")
        case _:
            return choose(Move.REPLY, "the interview has not begun", cue=Cue.NOTED)


def not_yet(interview: Interview) -> str:
    """Say kindly when the interview begins."""
    return (
        f"We have not begun yet: your interview is set for {when(interview)}. Nothing before that "
        "counts; resume if you would like to begin now, or end it to cancel."
    )


def when(interview: Interview) -> str:
    """Name the moment at which an interview begins, so that it means the same to everybody."""
    at = (interview.begins_at or interview.now).astimezone(UTC)
    return f"{at:%A} {at.day} {at:%B}, {at:%H:%M} UTC"
