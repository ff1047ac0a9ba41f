"""Hands out reports on stored interviews."""

from dataclasses import dataclass

from core.domain.interview import InterviewId
from core.domain.outcomes import InterviewEvaluated
from core.domain.report import Report
from core.evaluation.exhibit import exhibit
from core.evaluation.verified import evaluated
from core.ports.archive import Archive
from core.ports.evaluator import Evaluator
from core.report.compose import compose


@dataclass(frozen=True, slots=True)
class Desk:
    """Composes a report from the log; an interview that is not over is evaluated as it stands."""

    archive: Archive
    evaluator: Evaluator

    async def of(self, id_: InterviewId) -> Report:
        """Return the report, which is interim until the interview was evaluated."""
        entries = await self.archive.read(id_)
        for entry in reversed(entries):
            if isinstance(entry.event, InterviewEvaluated):
                return compose(id_, entries, entry.event)
        reviews, ratings = await evaluated(self.evaluator, exhibit(id_, entries))
        so_far = InterviewEvaluated(evaluator=self.evaluator.name, reviews=reviews, ratings=ratings)
        return compose(id_, entries, so_far, is_interim=True)
