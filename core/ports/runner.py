"""Running a candidate's code."""

from dataclasses import dataclass
from typing import Protocol

from core.domain.challenge import Language
from core.domain.code import Purpose, SubmissionId
from core.domain.interview import InterviewId
from core.domain.question import QuestionId


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """Code to be run against a challenge's examples, its hidden tests or the candidate's own input."""

    id: SubmissionId
    interview: InterviewId
    challenge: QuestionId
    purpose: Purpose
    language: Language
    source: str
    stdin: str | None = None


@dataclass(frozen=True, slots=True)
class QueuePlace:
    """How many submissions are judged before this one."""

    ahead: int


class CodeRunner(Protocol):
    """Runs a candidate's code where it can do no harm."""

    async def submit(self, submission: Submission) -> QueuePlace:
        """Take it durably; `SubmissionJudged` reaches the inbox. Raise `RunnerUnavailable` only when *we* failed."""
        ...
