"""What the interviewer made of it: understood, decided, asked, said.

Together with the arrivals these are the event log, from which everything else can be rebuilt.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from core.domain.challenge import Task
from core.domain.people import Audience
from core.domain.question import Level, Question, QuestionId
from core.domain.reading import Idea, Move, Reading
from core.domain.rubric import Rating, Review
from core.domain.setting import CompanyPattern, Cue
from core.domain.setup import Slot
from core.domain.transcript import TurnId


class Closing(StrEnum):
    """How a question came to its end."""

    ANSWERED = "answered"
    SKIPPED = "skipped"
    GAVE_UP = "gave_up"
    TIMED_OUT = "timed_out"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewScheduled:
    """The interview will begin later, at the moment that was asked for."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewOpened:
    """The interview began, with this plan; `avoid` holds what this person was asked before."""

    pattern: CompanyPattern
    plan: tuple[Slot, ...]
    avoid: tuple[QuestionId, ...]
    follow_ups: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerUnderstood:
    """The interviewer read the candidate's words."""

    turn: TurnId
    reading: Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveChosen:
    """The interviewer decided what to do next, and why."""

    move: Move
    because: str
    cue: Cue | None = None
    idea: Idea | None = None
    closing: Closing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionAsked:
    """A question was asked; it is kept just as it was, whatever becomes of the bank."""

    number: int
    question: Question
    task: Task | None = None
    lead: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedUp:
    """The interviewer dug deeper."""

    idea: Idea
    lead: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HintGiven:
    """A hint was given; the first rung is a nudge, the third nearly the solution."""

    rung: int
    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The interviewer said something that is neither question nor hint."""

    text: str
    cue: Cue | None = None
    audience: Audience = Audience.EVERYONE


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionClosed:
    """A question came to its end; `grade` is the part of its key points that was covered."""

    closing: Closing
    grade: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionReopened:
    """The interviewer went back to a question at the candidate's wish."""

    number: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerStruck:
    """An answer no longer counts, since the candidate took it back."""

    turn: TurnId


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelMoved:
    """The questions become harder or easier."""

    level: Level


class PauseReason(StrEnum):
    """Why an interview waits."""

    ASKED = "asked"
    AWAY = "away"
    CARE = "care"


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewPaused:
    """The interview waits, and so does its clock."""

    reason: PauseReason
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewResumed:
    """The interview goes on."""

    text: str


class Ending(StrEnum):
    """Why an interview ended."""

    FINISHED = "finished"
    TIME_OUT = "time_out"
    ASKED = "asked"
    BANK_SPENT = "bank_spent"
    ABANDONED = "abandoned"


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewEnded:
    """Nothing more is asked; the evaluation is still to come."""

    ending: Ending
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewEvaluated:
    """The evaluator rated what the interview showed."""

    evaluator: str
    reviews: tuple[Review, ...]
    ratings: tuple[Rating, ...]


Outcome: TypeAlias = (
    InterviewScheduled
    | InterviewOpened
    | AnswerUnderstood
    | MoveChosen
    | QuestionAsked
    | FollowedUp
    | HintGiven
    | Said
    | QuestionClosed
    | QuestionReopened
    | AnswerStruck
    | LevelMoved
    | InterviewPaused
    | InterviewResumed
    | InterviewEnded
    | InterviewEvaluated
)
