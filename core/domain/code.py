"""Code that a candidate ran or submitted, and what came of it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

SubmissionId = NewType("SubmissionId", str)


class Purpose(StrEnum):
    """Whether code is tried out or handed in."""

    RUN = "run"
    SUBMIT = "submit"


class Ruling(StrEnum):
    """What came of one test, or of a submission as a whole."""

    ACCEPTED = "accepted"
    WRONG_ANSWER = "wrong_answer"
    RUNTIME_ERROR = "runtime_error"
    TIME_LIMIT = "time_limit"
    MEMORY_LIMIT = "memory_limit"
    OUTPUT_LIMIT = "output_limit"
    COMPILE_ERROR = "compile_error"
    SANDBOX_ERROR = "sandbox_error"


@dataclass(frozen=True, slots=True, kw_only=True)
class TestResult:
    """What came of one test."""

    __test__ = False  # pytest would collect it by its name

    name: str
    ruling: Ruling
    wall_ms: float
    memory_kb: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What came of a run or a submission; `isolation` says how the code was kept in."""

    ruling: Ruling
    isolation: str
    tests: tuple[TestResult, ...] = ()
    output: str = ""
    message: str = ""

    @property
    def passed(self) -> int:
        """How many tests were accepted."""
        return sum(test.ruling is Ruling.ACCEPTED for test in self.tests)
