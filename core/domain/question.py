"""A question: what is asked, what a good answer holds, how to help, where to dig."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

QuestionId = NewType("QuestionId", str)
PointId = NewType("PointId", str)


class InterviewType(StrEnum):
    """What an interview, or one slot of it, is about."""

    CODING = "coding"
    SYSTEM_DESIGN = "system_design"
    BEHAVIORAL = "behavioral"
    CONCEPTS = "concepts"
    MIXED = "mixed"

    @property
    def label(self) -> str:
        """The type as people write it."""
        return self.value.replace("_", " ")


class Level(StrEnum):
    """How hard a question is; an interview moves along these with its candidate."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"

    def moved(self, steps: int) -> "Level":
        """Return the level `steps` harder (or easier), staying on the scale."""
        scale = list(Level)
        return scale[max(0, min(len(scale) - 1, scale.index(self) + steps))]


class Axis(StrEnum):
    """The four core axes on which every interview is judged."""

    PROBLEM_SOLVING = "problem_solving"
    TECHNICAL = "technical"
    COMMUNICATION = "communication"
    VERIFICATION = "verification"

    @property
    def label(self) -> str:
        """The axis as people write it."""
        return self.value.replace("_", " ")


class FollowUpKind(StrEnum):
    """Why a follow-up is asked."""

    CLAIM = "claim"
    EDGE_CASE = "edge_case"
    ALTERNATIVE = "alternative"
    OPTIMIZATION = "optimization"
    DEPTH = "depth"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPoint:
    """One thing that a good answer holds, how to recognise it, and how to ask for it."""

    id: PointId
    says: str
    cues: tuple[str, ...]
    ask: str
    weight: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A prepared way to dig deeper; `when` names the words that make it fit."""

    id: str
    kind: FollowUpKind
    ask: str
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """What this question shows about one axis."""

    axis: Axis
    shows: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question with everything that is needed to ask it, help with it and judge its answer."""

    id: QuestionId
    type: InterviewType
    level: Level
    title: str
    topics: tuple[str, ...]
    ask: str
    rephrased: str
    reference: str
    criteria: tuple[Criterion, ...]
    points: tuple[KeyPoint, ...]
    follow_ups: tuple[FollowUp, ...]
    hints: tuple[str, str, str]
