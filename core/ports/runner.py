"""Running a candidate's code."""

from dataclasses import dataclass
from typing import Protocol

from core.domain.submission import Submission


@dataclass(frozen=True, slots=True)
class QueuePlace:
    """How many submissions are judged before this one."""

    ahead: int


class CodeRunner(Protocol):
    """Runs a candidate's code where it can do no harm."""

    async def submit(self, submission: Submission) -> QueuePlace:
        """Take it durably; `SubmissionJudged` reaches the inbox. Raise `RunnerUnavailable` only when *we* failed."""
        ...
