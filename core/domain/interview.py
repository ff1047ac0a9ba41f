"""An interview as it stands: small, rebuilt from the event log at any time by `evolve`."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from core.domain.challenge import Language, Task
from core.domain.code import SubmissionId
from core.domain.outcomes import Closing, Ending, MoveChosen, PauseReason
from core.domain.people import Gallery, Place, Speaker
from core.domain.question import InterviewType, Level, PointId, Question, QuestionId
from core.domain.reading import Reading
from core.domain.setting import CompanyPattern
from core.domain.setup import Setup, Slot
from core.domain.transcript import TurnId

InterviewId = NewType("InterviewId", str)

# The interviewer considers this much of an answer; all of it stays in the log.
CONSIDERED_CHARS = 20_000


class Status(StrEnum):
    """Where an interview stands in its life."""

    SCHEDULED = "scheduled"
    IN_PROGRESS = "in_progress"
    PAUSED = "paused"
    COMPLETED = "completed"
    CANCELLED = "cancelled"

    @property
    def is_final(self) -> bool:
        """Whether nothing can be said any more."""
        return self in (Status.COMPLETED, Status.CANCELLED)


class Phase(StrEnum):
    """What the interview is about at this moment."""

    OPENING = "opening"
    QUESTION = "question"
    CHALLENGE = "challenge"
    EVALUATING = "evaluating"
    OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeBudget:
    """The time that an interview may take; it stands still while the interview is paused."""

    limit_s: float
    used_s: float = 0
    running_since: datetime | None = None
    is_short: bool = False

    def used(self, at: datetime) -> float:
        """Return the seconds used up at a moment: never less for a clock set back, never over the limit."""
        if self.running_since is None:
            return self.used_s
        running_s = max(0.0, (at - self.running_since).total_seconds())
        return min(self.limit_s, self.used_s + running_s)

    def left(self, at: datetime) -> float:
        """Return the seconds left at a moment."""
        return self.limit_s - self.used(at)

    def ends_at(self) -> datetime | None:
        """Return when the time will be up if nothing pauses it."""
        if self.running_since is None:
            return None
        return self.running_since + timedelta(seconds=self.limit_s - self.used_s)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The part of an answer that the interviewer considers."""

    turn: TurnId
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """The question on the table, and all that happened with it so far."""

    number: int
    question: Question
    task: Task | None
    opened_s: float
    prompt: str
    answers: tuple[Answer, ...] = ()
    # Answers that were noted and wait to be read, in the order in which they came.
    unread: tuple[TurnId, ...] = ()
    reading: Reading | None = None
    covered: tuple[PointId, ...] = ()
    ideas: tuple[str, ...] = ()
    rungs: int = 0
    nudges: int = 0
    redirects: int = 0
    is_thinking: bool = False
    is_reopened: bool = False
    code: str | None = None
    has_submitted: bool = False
    submission: SubmissionId | None = None
    is_judged: bool = False
    is_code_done: bool = False
    confidence: int | None = None

    @property
    def awaits_code(self) -> bool:
        """Whether code is still to come: nothing handed in was accepted, or is past judging."""
        return self.task is not None and not self.is_code_done

    @property
    def grade(self) -> float:
        """The part of the key points, by weight, that the answers covered."""
        whole = sum(point.weight for point in self.question.points)
        return sum(p.weight for p in self.question.points if p.id in self.covered) / whole


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedQuestion:
    """What is still worth knowing of a question that was dealt with."""

    number: int
    id: QuestionId
    type: InterviewType
    title: str
    closing: Closing
    grade: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """One interview as it stands after `seq` events."""

    id: InterviewId
    seq: int
    turns: int
    # The moment of the first question; of the request, as long as it is still to come.
    began_at: datetime
    now: datetime
    setup: Setup
    candidate: Speaker
    place: Place
    others: tuple[Gallery, ...] = ()
    status: Status
    phase: Phase
    budget: TimeBudget
    level: Level
    code_language: Language
    pattern: CompanyPattern | None = None
    plan: tuple[Slot, ...] = ()
    avoid: tuple[QuestionId, ...] = ()
    follow_ups: int = 0
    open: OpenQuestion | None = None
    aside: OpenQuestion | None = None
    last: OpenQuestion | None = None
    closed: tuple[ClosedQuestion, ...] = ()
    asked: tuple[QuestionId, ...] = ()
    chosen: MoveChosen | None = None
    said: int = 0
    # The turns in which the candidate said something, answer or not: what can be corrected.
    words: tuple[TurnId, ...] = ()
    abuse: int = 0
    paused: PauseReason | None = None
    paused_at: datetime | None = None
    reminders: int = 0
    begins_at: datetime | None = None
    ending: Ending | None = None

    @property
    def left_s(self) -> float:
        """The seconds left for the interview."""
        return self.budget.left(self.now)

    @property
    def elapsed_s(self) -> float:
        """The seconds used up, pauses left out."""
        return self.budget.used(self.now)

    @property
    def hints_left(self) -> int:
        """How many rungs of the open question's hints are still to be had."""
        if self.open is None or not self.setup.hints:
            return 0
        return len(self.open.question.hints) - self.open.rungs
