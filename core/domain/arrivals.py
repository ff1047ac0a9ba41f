"""What happens to an interview: the words and deeds of people, of the clock and of the sandbox.

An adapter translates its platform into these and knows nothing of what follows from them.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from core.domain.challenge import Language
from core.domain.code import Purpose, SubmissionId, Verdict
from core.domain.people import Audience, Origin, Place, Speaker
from core.domain.setup import Setup
from core.domain.transcript import TurnId


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """What every arrival carries: whose it is, and its platform's name for it."""

    by: Speaker
    origin: Origin | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewRequested(Arrived):
    """Somebody wants to be interviewed, at once or at a moment to come (with its time zone)."""

    setup: Setup
    place: Place
    begins_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerGiven(Arrived):
    """The candidate said or wrote something."""

    text: str
    spoken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerDone(Arrived):
    """The candidate has said all of the answer; the interviewer need not wait for more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRevised(Arrived):
    """The candidate put something said earlier into other words; no turn: it was not found."""

    turn: TurnId | None = None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerWithdrawn(Arrived):
    """The candidate took something back; no turn: it was not found."""

    turn: TurnId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HintAsked(Arrived):
    """The candidate wants a hint."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatAsked(Arrived):
    """The candidate wants to hear the question again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkipAsked(Arrived):
    """The candidate declines the question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackAsked(Arrived):
    """The candidate wants to take back the last answer and give it again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseAsked(Arrived):
    """Somebody wants the interview to wait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeAsked(Arrived):
    """Somebody wants the interview to go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndAsked(Arrived):
    """Somebody wants the interview to end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfidenceGiven(Arrived):
    """The candidate says how sure they are of an answer, from 1 to 5."""

    value: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageChosen(Arrived):
    """The candidate wants to write code in another language."""

    language: Language


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeRun(Arrived):
    """The candidate wants to try code out."""

    submission: SubmissionId
    language: Language
    source: str
    stdin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeSubmitted(Arrived):
    """The candidate hands code in."""

    submission: SubmissionId
    language: Language
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionJudged(Arrived):
    """The sandbox ran the code."""

    submission: SubmissionId
    purpose: Purpose
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionRefused(Arrived):
    """The code could not be run, through no fault of the candidate."""

    submission: SubmissionId
    purpose: Purpose
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLost(Arrived):
    """The place of the interview went away under it; its clock stops at the last thing said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMoved(Arrived):
    """The interview goes on in another place."""

    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceAdded(Arrived):
    """The interview can be followed in one more place."""

    place: Place
    audience: Audience


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRemoved(Arrived):
    """The interview can no longer be followed in a place."""

    place: Place


class WhisperKind(StrEnum):
    """What a coach asks of the interviewer."""

    PROBE = "probe"
    HINT = "hint"
    SKIP = "skip"
    SAY = "say"


@dataclass(frozen=True, slots=True, kw_only=True)
class Whispered(Arrived):
    """A coach asked something of the interviewer, unheard by the candidate."""

    kind: WhisperKind
    text: str = ""


class WakeKind(StrEnum):
    """Why the clock speaks up."""

    BEGIN = "begin"
    GRACE = "grace"
    SILENCE = "silence"
    AWAY = "away"
    TIME_SHORT = "time_short"
    TIME_OUT = "time_out"
    REMINDER = "reminder"
    ABANDONED = "abandoned"
    EVALUATION = "evaluation"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockRang(Arrived):
    """A moment came that the interview had been waiting for; heard late, it still counts as then."""

    kind: WakeKind
    due_at: datetime | None = None


Arrival: TypeAlias = (
    InterviewRequested
    | AnswerGiven
    | AnswerDone
    | AnswerRevised
    | AnswerWithdrawn
    | HintAsked
    | RepeatAsked
    | SkipAsked
    | BackAsked
    | PauseAsked
    | ResumeAsked
    | EndAsked
    | PlaceLost
    | PlaceMoved
    | PlaceAdded
    | PlaceRemoved
    | ConfidenceGiven
    | LanguageChosen
    | CodeRun
    | CodeSubmitted
    | SubmissionJudged
    | SubmissionRefused
    | Whispered
    | ClockRang
)
