"""Plays one turn of the graph; the only door between the core's services and LangGraph."""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import reduce

from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.types import Command

from core.domain.arrivals import Arrival
from core.domain.entry import Entry
from core.domain.errors import CacheUnavailable
from core.domain.evolve import begin, evolve, rebuild
from core.domain.interview import Interview, InterviewId
from core.domain.outcomes import MoveChosen
from core.domain.reading import Move
from core.graph.build import Graph, OutOfPlace, TurnGiven
from core.graph.draft import Draft
from core.graph.state import pack, pack_entry
from core.ports.archive import Archive

VANISHED = (
    "Where the interview stood was lost just now. Nothing that was said is: it goes on by itself."
)
_NOTED = MoveChosen(move=Move.WAIT, because="somebody wants something else first")


@dataclass(frozen=True, slots=True)
class Conductor:
    """Turns an arrival into a draft; nothing of it is kept before the archive has it.

    Whoever asks holds the interview, and `fence` says since when. `_waits` knows after which event
    the graph of an interview waits, as far as this process left it there.
    """

    graph: Graph
    saver: BaseCheckpointSaver[str]
    archive: Archive
    _waits: dict[InterviewId, int] = field(default_factory=dict)

    async def open(self, id_: InterviewId, arrival: Arrival, at: datetime, fence: int) -> Draft:
        """Play the first turn of a new interview."""
        entry = Entry(seq=1, at=at, event=arrival)
        given: TurnGiven = {"turn": pack(Draft(begin(id_, entry), [entry]))}
        return _whole(await self._play(id_, given, fence))

    async def take_up(self, id_: InterviewId, head: int, fence: int) -> Interview:
        """Return the interview after event `head`, from the graph's checkpoint or else from the log."""
        known = await self.graph.aget_state(_config(id_, fence))
        draft: Draft | None = known.values.get("turn")
        if known.interrupts and draft and draft.interview.seq == head:
            # As many events as the log has may be others, of a turn that somebody else thought.
            first = head - len(draft.entries)
            if not draft.entries or await self.archive.read(id_, after=first) == (*draft.entries,):
                self._waits[id_] = head
                return draft.interview
        self._waits.pop(id_, None)
        return rebuild(id_, await self.archive.read(id_))

    async def turn(self, interview: Interview, arrival: Arrival, at: datetime, fence: int) -> Draft:
        """Play one turn."""
        entry = Entry(seq=interview.seq + 1, at=at, event=arrival)
        resume: Command[str] = Command(resume=pack_entry(entry))
        if self._waits.get(interview.id) == interview.seq:
            draft = await self._play(interview.id, resume, fence)
            # A checkpoint can vanish, hold on to what a turn that failed was resumed with, or be of
            # a turn that was never committed.
            if draft and draft.entries[:1] == [entry] and _goes_on(interview, draft):
                return draft
        await self._play(interview.id, {"turn": pack(Draft(interview))}, fence)
        return _whole(await self._play(interview.id, resume, fence))

    def note(self, interview: Interview, arrival: Arrival, at: datetime) -> Draft:
        """Return a turn that only takes note of an arrival, for want of time to think."""
        draft = Draft(interview)
        draft.arrive(Entry(seq=interview.seq + 1, at=at, event=arrival))
        draft.add(_NOTED)
        return draft

    async def forget(self, id_: InterviewId) -> None:
        """Let go of where the graph of an interview waits; the log knows it too."""
        self._waits.pop(id_, None)
        # What is left where nobody can reach it expires by itself.
        with suppress(CacheUnavailable):
            await self.saver.adelete_thread(id_)

    async def _play(
        self, id_: InterviewId, given: TurnGiven | Command[str], fence: int
    ) -> Draft | None:
        # Nobody knows where the graph waits if this fails; then it is put in its place anew.
        self._waits.pop(id_, None)
        # Kept at the end of the turn only: three round trips to the saver instead of one a step.
        try:
            state = await self.graph.ainvoke(given, _config(id_, fence), durability="exit")
        except OutOfPlace:
            return None
        if not state:
            return None
        draft: Draft = state["turn"]
        self._waits[id_] = draft.interview.seq
        return draft


def _goes_on(interview: Interview, draft: Draft) -> bool:
    return reduce(evolve, draft.entries, interview) == draft.interview


def _whole(draft: Draft | None) -> Draft:
    if draft is None:
        raise CacheUnavailable(VANISHED)
    return draft


def _config(id_: InterviewId, fence: int) -> RunnableConfig:
    return {"configurable": {"thread_id": id_, "fence": fence}}
