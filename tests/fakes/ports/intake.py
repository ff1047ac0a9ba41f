"""An intake and alarms on a `MemoryArchive`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from adapters.sql.words import stored_event
from core.domain.arrivals import Arrival
from core.domain.entry import restore
from core.domain.interview import InterviewId
from core.domain.wakes import next_wake
from core.ports.intake import Lane, Ticket, TicketId
from tests.fakes.ports.archive import MemoryArchive


@dataclass(frozen=True, slots=True)
class MemoryIntake:
    """Keeps arrivals as long as the archive lives."""

    archive: MemoryArchive

    async def take(self, id_: InterviewId, arrival: Arrival, lane: Lane) -> bool:
        """Keep an arrival, as it will be after it was stored, unless its origin is known."""
        self.archive.check()
        memory, origin = self.archive.memory, arrival.origin
        waits = origin and origin in {each.arrival.origin for each in memory.line(id_)}
        if waits or (id_, origin) in memory.origins:
            return False
        # Only arrivals are ever taken in.
        memory.take(id_, cast("Arrival", restore(stored_event(arrival))), lane)
        return True

    async def next(self, id_: InterviewId) -> Ticket | None:
        """Return whose turn it is."""
        self.archive.check()
        return next(iter(self.archive.memory.line(id_)), None)

    async def count(self, id_: InterviewId) -> int:
        """Return how many wait."""
        self.archive.check()
        return len(self.archive.memory.line(id_))

    async def waiting(self, limit: int) -> Sequence[InterviewId]:
        """Return interviews in which somebody waits, the longest waiting first."""
        self.archive.check()
        assert limit > 0, "nothing was asked for"
        everybody = sorted(self.archive.memory.waiting)
        lines = dict.fromkeys(self.archive.memory.waiting[id_][1].interview for id_ in everybody)
        return tuple(lines)[:limit]

    async def drop(self, ticket: TicketId) -> None:
        """Let go of an arrival."""
        self.archive.check()
        self.archive.memory.waiting.pop(ticket, None)


@dataclass(frozen=True, slots=True)
class MemoryAlarms:
    """Asks every interview when it wants to be woken."""

    archive: MemoryArchive

    async def due(self, now: datetime, limit: int) -> Sequence[InterviewId]:
        """Return interviews whose next wake-up has come."""
        self.archive.check()
        assert limit > 0, "nothing was asked for"
        assert now.tzinfo, "a moment needs a time zone"
        wakes = [(next_wake(each), each.id) for each in self.archive.memory.interviews.values()]
        come = [(wake.at, id_) for wake, id_ in wakes if wake and wake.at <= now]
        return tuple(id_ for _, id_ in sorted(come, key=lambda each: each[0])[:limit])
