"""Helping: the next rung of a question's hints."""

from dataclasses import dataclass

from core.domain.outcomes import HintGiven, Said
from core.domain.setting import Cue
from core.graph.draft import Draft
from core.ports.interviewer import Interviewer


@dataclass(frozen=True, slots=True)
class GiveHint:
    """Gives a hint, if hints are allowed and one is left."""

    interviewer: Interviewer

    async def __call__(self, draft: Draft) -> None:
        """Climb one rung, or say why there is none."""
        interview = draft.interview
        if not interview.setup.hints:
            await self._say(draft, Cue.NO_HINTS_ALLOWED)
        elif interview.open is None or not interview.hints_left:
            await self._say(draft, Cue.NO_MORE_HINTS)
        else:
            rung = interview.open.rungs + 1
            text = interview.open.question.hints[rung - 1]
            lead = await self.interviewer.phrase(interview, Cue.GIVE_HINT)
            draft.add(HintGiven(rung=rung, text=text, lead=lead))

    async def _say(self, draft: Draft, cue: Cue) -> None:
        draft.add(Said(text=await self.interviewer.phrase(draft.interview, cue), cue=cue))
