"""Digging deeper: one follow-up when an answer left something open."""

from dataclasses import dataclass

from core.domain import arrivals
from core.domain.code import Purpose
from core.domain.outcomes import FollowedUp
from core.domain.question import FollowUpKind
from core.domain.reading import Idea
from core.domain.setting import Cue
from core.graph.draft import Draft
from core.ports.interviewer import Interviewer


@dataclass(frozen=True, slots=True)
class Probe:
    """Asks the follow-up that the interviewer thought of."""

    interviewer: Interviewer

    async def __call__(self, draft: Draft) -> None:
        """Lead over from what was said, or from the code, and ask."""
        chosen = draft.interview.chosen
        if chosen is None or chosen.idea is None:
            return
        lead = await self._lead(draft, chosen.idea)
        draft.add(FollowedUp(idea=chosen.idea, lead=lead))

    async def _lead(self, draft: Draft, idea: Idea) -> str:
        arrival = draft.arrival
        interview = draft.interview
        if isinstance(arrival, arrivals.SubmissionJudged | arrivals.SubmissionRefused):
            words = await self.interviewer.phrase(interview, Cue.ASK_ABOUT_CODE)
            if isinstance(arrival, arrivals.SubmissionRefused):
                return f"{unjudged(arrival)} {words}"
            return words
        return await self.interviewer.phrase(interview, _cue(idea), about=idea.quote)


def unjudged(refused: arrivals.SubmissionRefused) -> str:
    """Say plainly that code could not be run, and what becomes of it."""
    if refused.purpose is Purpose.RUN:
        return f"{refused.reason} Your code is kept as you wrote it."
    return f"{refused.reason} Your code is kept and stays unjudged, which counts neither way."


def _cue(idea: Idea) -> Cue:
    if idea.kind is FollowUpKind.CLAIM:
        return Cue.DIG_CLAIM
    return Cue.MISSED_POINT if idea.kind is FollowUpKind.DEPTH else Cue.DIG_DEEPER
