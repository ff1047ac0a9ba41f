"""A coding challenge: a typed function to write, examples to see, tests that stay hidden."""

from dataclasses import dataclass
from enum import StrEnum

from core.domain.question import Question
from core.domain.signature import Signature, Value


class Language(StrEnum):
    """A programming language that a challenge can be solved in."""

    PYTHON = "python"
    JAVASCRIPT = "javascript"
    JAVA = "java"
    CPP = "cpp"
    GO = "go"
    RUST = "rust"


class Comparison(StrEnum):
    """How a result is held against the expected one."""

    EXACT = "exact"
    UNORDERED = "unordered"
    TOLERANT = "tolerant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A case that the candidate sees, with the reason for its result."""

    arguments: tuple[Value, ...]
    result: Value
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HiddenTest:
    """A case that judges a submission; its name may be told, its values may not."""

    name: str
    arguments: tuple[Value, ...]
    result: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """All of a challenge that its candidate may see."""

    statement: str
    constraints: tuple[str, ...]
    minutes: int
    signature: Signature
    examples: tuple[Example, ...]
    starters: dict[Language, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Challenge:
    """A question that is answered in code, and what stays behind the desk to judge it."""

    question: Question
    task: Task
    comparison: Comparison
    tests: tuple[HiddenTest, ...]
    solutions: dict[Language, str]
    time_complexity: str
    space_complexity: str
