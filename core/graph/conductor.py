"""Plays one turn of the graph; the only door between the core's services and LangGraph."""

from dataclasses import dataclass
from datetime import datetime

from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.types import Command

from core.domain.arrivals import Arrival
from core.domain.entry import Entry
from core.domain.evolve import begin, rebuild
from core.domain.interview import Interview, InterviewId
from core.graph.build import Graph
from core.graph.draft import Draft
from core.graph.state import TurnState, pack, pack_entry, seq_of, unpack
from core.ports.archive import Archive


def in_process_saver() -> BaseCheckpointSaver[str]:
    """Return a checkpointer that keeps everything in this process: the event log outlives it."""
    return InMemorySaver()


@dataclass(frozen=True, slots=True)
class Conductor:
    """Turns an arrival into a draft; nothing of it is kept before the archive has it."""

    graph: Graph
    saver: BaseCheckpointSaver[str]
    archive: Archive

    async def open(self, id_: InterviewId, arrival: Arrival, at: datetime) -> Draft:
        """Play the first turn of a new interview."""
        entry = Entry(seq=1, at=at, event=arrival)
        return await self._play(id_, {"turn": pack(Draft(begin(id_, entry), [entry]))})

    async def current(self, id_: InterviewId, head: int) -> Interview:
        """Return the interview after event `head`, with the graph waiting there."""
        known = await self.graph.aget_state(_config(id_))
        if known.interrupts and seq_of(known.values["turn"]) == head:
            return unpack(known.values["turn"]).interview
        interview = rebuild(id_, await self.archive.read(id_))
        await self.forget(id_)
        if not interview.status.is_final:
            await self._play(id_, {"turn": pack(Draft(interview))})
        return interview

    async def turn(self, interview: Interview, arrival: Arrival, at: datetime) -> Draft:
        """Play one turn of an interview that the graph waits in."""
        entry = Entry(seq=interview.seq + 1, at=at, event=arrival)
        return await self._play(interview.id, Command(resume=pack_entry(entry)))

    async def forget(self, id_: InterviewId) -> None:
        """Drop the checkpoint of an interview that is over."""
        await self.saver.adelete_thread(id_)

    async def _play(self, id_: InterviewId, given: TurnState | Command[str]) -> Draft:
        try:
            # Kept at the end of the turn only: three round trips to the saver instead of one a step.
            state = await self.graph.ainvoke(given, _config(id_), durability="exit")
        except BaseException:
            # LangGraph keeps what a failed turn was resumed with, and would resume with it for ever.
            await self.forget(id_)
            raise
        return unpack(state["turn"])


def _config(id_: InterviewId) -> RunnableConfig:
    return {"configurable": {"thread_id": id_}}
