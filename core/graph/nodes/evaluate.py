"""Evaluating: what the whole interview showed, criterion by criterion."""

from dataclasses import dataclass

from core.domain.outcomes import InterviewEvaluated
from core.evaluation.exhibit import exhibit
from core.evaluation.verified import evaluated
from core.graph.draft import Draft
from core.ports.archive import Archive
from core.ports.evaluator import Evaluator


@dataclass(frozen=True, slots=True)
class Evaluate:
    """Has each criterion rated on the whole event log, and keeps only what the log bears out."""

    archive: Archive
    evaluator: Evaluator

    async def __call__(self, draft: Draft) -> None:
        """Add the evaluation; the report is made from it."""
        entries = (*await self.archive.read(draft.interview.id), *draft.entries)
        shown = exhibit(draft.interview.id, entries)
        reviews, ratings = await evaluated(self.evaluator, shown)
        draft.add(
            InterviewEvaluated(evaluator=self.evaluator.name, reviews=reviews, ratings=ratings)
        )
