"""Where code is handed in: the sandbox's verdict comes back through the intake, and so does its refusal."""

from dataclasses import dataclass

from core.domain.arrivals import SubmissionRefused
from core.domain.errors import RunnerUnavailable
from core.domain.people import SANDBOX, Origin
from core.domain.submission import Submission
from core.ports.clock import Clock
from core.ports.intake import Intake, Lane
from core.ports.runner import CodeRunner


@dataclass(frozen=True, slots=True)
class CodeDesk:
    """Hands code to the sandbox; whoever wrote it learns what becomes of it in any case."""

    runner: CodeRunner
    intake: Intake
    clock: Clock

    async def hand_in(self, submission: Submission) -> None:
        """Have code run; handing the same in twice is handing it in once."""
        try:
            await self.runner.submit(submission)
        except RunnerUnavailable as error:
            refused = SubmissionRefused(
                by=SANDBOX,
                origin=Origin(f"refused:{submission.id}"),
                submission=submission.id,
                purpose=submission.purpose,
                reason=error.reply,
            )
            await self.intake.take(submission.interview, refused, Lane.WORDS, self.clock.now())
