"""What a report says, free of any format. Its JSON form is public: change it with its version."""

from dataclasses import dataclass
from enum import StrEnum

from core.domain.challenge import Language
from core.domain.code import Purpose, Verdict
from core.domain.interview import Status
from core.domain.outcomes import Closing, Ending
from core.domain.question import Axis, InterviewType, Level
from core.domain.rubric import HIGHEST, LOWEST
from core.domain.transcript import Turn, TurnId

SCHEMA_VERSION = 1


class Recommendation(StrEnum):
    """What the interview as a whole speaks for."""

    STRONG_NO = "strong_no"
    LEAN_NO = "lean_no"
    LEAN_YES = "lean_yes"
    STRONG_YES = "strong_yes"
    INSUFFICIENT_EVIDENCE = "insufficient_evidence"

    @property
    def label(self) -> str:
        """The recommendation as people write it."""
        return self.value.replace("_", " ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Exact words of the transcript, found there by code; nothing else may support a score."""

    turn: TurnId
    at_s: float
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Which interview this was, and how it was held."""

    candidate: str
    type: InterviewType
    pattern: str
    pattern_name: str
    persona: str
    began_at: str
    status: Status
    ending: Ending | None
    level_at_start: Level
    level_at_end: Level
    questions_planned: int
    questions_asked: int
    hints_used: int
    limit_s: float
    used_s: float
    seed: int
    interviewer: str
    evaluator: str
    is_interim: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """The verdict, first; `overall` is out of ten, within `overall` plus or minus `spread`."""

    recommendation: Recommendation
    sentence: str
    overall: float | None
    spread: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisScore:
    """One core axis, 1 to 4; no level means *not assessed*, and then `because` says why."""

    axis: Axis
    level: float | None
    spread: float
    confidence: float
    weight: int
    because: str
    anchor: str
    next_anchor: str
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        if self.level is None:
            return
        if not self.evidence:
            raise ValueError(f"{self.axis} has a level, and nothing to show for it")
        if not LOWEST <= self.level <= HIGHEST or not self.spread >= 0:
            raise ValueError(f"{self.axis} is off the scale: {self.level} ± {self.spread}")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPointLine:
    """One point of the reference answer, and the words that covered it."""

    says: str
    is_covered: bool
    evidence: Evidence | None

    def __post_init__(self) -> None:
        if self.is_covered is not bool(self.evidence):
            raise ValueError("a point is covered by the words that cover it, and only by them")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionLine:
    """One question as it went; no score means *not assessed*.

    A score from 0 to 1 rests on the evidence of its points, and on `evidence` beside them.
    """

    number: int
    id: str
    title: str
    type: InterviewType
    level: Level
    asked: str
    at_s: float
    lasted_s: float
    closing: Closing
    score: float | None
    because: str
    points: tuple[KeyPointLine, ...]
    better_answer: str
    hints_used: int
    follow_ups: int
    confidence: int | None
    evidence: tuple[Evidence, ...] = ()

    def __post_init__(self) -> None:
        if self.score is None:
            return
        if not self.proof:
            raise ValueError(f"question {self.number} has a score, and nothing to show for it")
        if not 0 <= self.score <= 1:
            raise ValueError(f"question {self.number} is off the scale: {self.score}")

    @property
    def proof(self) -> tuple[Evidence, ...]:
        """All the words that the score rests on, those that covered a point first."""
        covered = (point.evidence for point in self.points if point.evidence)
        return tuple(dict.fromkeys((*covered, *self.evidence)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A strength, or something to improve, with its proof."""

    title: str
    text: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAssessed:
    """Something that this interview could not show, and why."""

    what: str
    why: str


class Lane(StrEnum):
    """The rows of the session's timeline."""

    INTERVIEWER = "interviewer"
    CANDIDATE = "candidate"
    HINTS = "hints"
    CODE = "code"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One mark on the session's timeline."""

    at_s: float
    lane: Lane
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """Code as it was run or submitted; no verdict means that it was not judged."""

    at_s: float
    question: int | None
    author: str
    purpose: Purpose
    language: Language
    source: str
    verdict: Verdict | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Influence:
    """Something a coach asked of the interviewer."""

    at_s: float
    by: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that a report says, in the order in which it is read."""

    schema_version: int
    about: About
    headline: Headline
    fix_first: Finding | None
    strengths: tuple[Finding, ...]
    improvements: tuple[Finding, ...]
    narrative: str
    next_steps: tuple[str, ...]
    topics: tuple[str, ...]
    axes: tuple[AxisScore, ...]
    questions: tuple[QuestionLine, ...]
    timeline: tuple[Moment, ...]
    snapshots: tuple[Snapshot, ...]
    influences: tuple[Influence, ...]
    not_assessed: tuple[NotAssessed, ...]
    transcript: tuple[Turn, ...]
