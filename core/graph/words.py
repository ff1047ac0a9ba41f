"""What the candidate's words lead to: noted or read, corrected or taken back."""

from dataclasses import dataclass
from typing import TypeAlias

from core.domain import arrivals
from core.domain.errors import Unavailable
from core.domain.interview import Status
from core.domain.outcomes import AnswerUnderstood, MoveChosen, PauseReason
from core.domain.reading import Intent, Move, Reading
from core.domain.record import turn_id
from core.domain.setting import Cue
from core.graph.decide import after_words, choose, in_time
from core.graph.draft import Draft
from core.graph.reread import read_again, read_unread
from core.ports.interviewer import Interviewer, Listener

Correction: TypeAlias = arrivals.AnswerRevised | arrivals.AnswerWithdrawn

_IN_CARE = choose(Move.REPLY, "the interview rests for the candidate's sake", cue=Cue.CARE)
_MORE_TO_COME = choose(Move.WAIT, "there may be more to come")
_ALL_IS_READ = choose(Move.WAIT, "all that was said is read")
_RESTS = choose(Move.WAIT, "the interview rests")
_NOT_WELL = (Intent.DISTRESS, Intent.ABUSE)


@dataclass(frozen=True, slots=True)
class Words:
    """Has words read when their time has come, and decides what follows."""

    listener: Listener
    interviewer: Interviewer

    async def given(self, draft: Draft, text: str) -> MoveChosen:
        """Wait for more of an answer, or read it at once where there is no grace."""
        if draft.interview.paused is PauseReason.CARE:
            return await self._in_care(draft, text)
        if draft.interview.setup.patience.grace_s > 0:
            return _MORE_TO_COME
        return await self.complete(draft)

    async def complete(self, draft: Draft) -> MoveChosen:
        """Read all the words that wait for it as one answer."""
        if draft.interview.status is Status.PAUSED:
            return _IN_CARE if draft.interview.paused is PauseReason.CARE else _RESTS
        reading = await read_unread(draft, self.listener)
        if reading is None:
            return _ALL_IS_READ
        if reading.intent is Intent.PAUSE and isinstance(draft.arrival, arrivals.ResumeAsked):
            return choose(Move.REPLY, "the pause that was asked for is over", cue=Cue.REPEAT)
        idea = None
        if reading.intent in (Intent.ANSWER, Intent.CORRECTION):
            idea = await self.interviewer.follow_up(draft.interview)
        return after_words(draft.interview, reading, idea)

    async def corrected(self, draft: Draft, correction: Correction) -> MoveChosen:
        """Read again what was corrected, or what is left; words that still wait are read later."""
        open_ = draft.interview.open
        if correction.turn not in draft.interview.words:
            return choose(Move.REPLY, "nothing like that was said", cue=Cue.NOT_FOUND)
        unread = open_.unread if open_ else ()
        if correction.turn in unread:
            return _MORE_TO_COME
        intent = await read_again(draft, self.listener)
        if intent in _NOT_WELL:
            return after_words(draft.interview, Reading(intent=intent), None)
        if unread and draft.interview.status is Status.IN_PROGRESS:
            return _MORE_TO_COME
        return choose(Move.REPLY, "words were corrected or withdrawn", cue=Cue.CORRECTED)

    async def before_letting_go(self, draft: Draft, chosen: MoveChosen) -> MoveChosen:
        """Read what still waits, so that it counts; whoever is not well comes before any question."""
        is_going = draft.interview.status is Status.IN_PROGRESS
        is_leaving = isinstance(draft.arrival, arrivals.EndAsked)
        try:
            reading = await read_unread(draft, self.listener)
        except Unavailable:
            if not is_leaving:
                raise
            # Troubles of ours keep nobody here; the evaluator reads every word in any case.
            return chosen
        if reading is None or not is_going or is_leaving:
            return chosen
        if reading.intent in _NOT_WELL:
            return in_time(draft.interview, after_words(draft.interview, reading, None))
        return chosen

    async def _in_care(self, draft: Draft, text: str) -> MoveChosen:
        reading = await self.listener.understand(draft.interview, text)
        if reading.intent is not Intent.END:
            return _IN_CARE
        draft.add(AnswerUnderstood(turn=turn_id(draft.interview.turns), reading=reading))
        return after_words(draft.interview, reading, None)
