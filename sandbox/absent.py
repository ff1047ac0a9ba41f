"""What stands in for the sandbox where none is set up: it refuses, in plain words."""

from core.domain.errors import RunnerUnavailable
from core.domain.submission import Submission
from core.ports.runner import QueuePlace

ABSENT = "No code runner is configured here, so code cannot be run or judged."


class AbsentSandbox:
    """Refuses every submission; running candidates' code unprotected is never an option."""

    async def submit(self, submission: Submission) -> QueuePlace:
        """Raise `RunnerUnavailable`."""
        del submission
        raise RunnerUnavailable(ABSENT)
