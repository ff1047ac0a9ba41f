"""An intake and alarms on a `MemoryArchive`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast

from adapters.sql.words import stored_event
from core.domain.arrivals import Arrival
from core.domain.entry import restore
from core.domain.interview import InterviewId
from core.ports.intake import Lane, Ticket, TicketId
from tests.fakes.ports.archive import MemoryArchive


@dataclass(frozen=True, slots=True)
class MemoryIntake:
    """Keeps arrivals as long as the archive lives."""

    archive: MemoryArchive

    async def take(self, id_: InterviewId, arrival: Arrival, lane: Lane, at: datetime) -> bool:
        """Keep an arrival, as it will be after it was stored, unless its origin is known."""
        self.archive.check()
        assert at.tzinfo, "a moment needs a time zone"
        memory, origin = self.archive.memory, arrival.origin
        waits = origin and origin in {each.arrival.origin for each in memory.line(id_)}
        if waits or (origin and memory.has_happened(id_, origin)):
            return False
        # Only arrivals are ever taken in.
        memory.take(id_, cast("Arrival", restore(stored_event(arrival))), lane, at.astimezone(UTC))
        return True

    async def next(self, id_: InterviewId) -> Ticket | None:
        """Return whose turn it is."""
        self.archive.check()
        return next(iter(self.archive.memory.line(id_)), None)

    async def overtaken(self, ticket: Ticket) -> Sequence[Ticket]:
        """Return who came before `ticket` and waits behind it."""
        self.archive.check()
        line = self.archive.memory.line(ticket.interview)
        return tuple(each for each in line if each.lane > ticket.lane and each.id < ticket.id)

    async def count(self, id_: InterviewId) -> int:
        """Return how many wait."""
        self.archive.check()
        return len(self.archive.memory.line(id_))

    async def waiting(self, limit: int) -> Sequence[InterviewId]:
        """Return interviews in which somebody waits, the longest waiting first."""
        self.archive.check()
        assert limit > 0, "nothing was asked for"
        everybody = sorted(self.archive.memory.waiting)
        lines = dict.fromkeys(self.archive.memory.waiting[id_].interview for id_ in everybody)
        return tuple(lines)[:limit]

    async def drop(self, ticket: TicketId) -> None:
        """Let go of an arrival."""
        self.archive.check()
        self.archive.memory.waiting.pop(ticket, None)


@dataclass(frozen=True, slots=True)
class MemoryAlarms:
    """Knows when each interview wants to be woken."""

    archive: MemoryArchive

    async def due(self, now: datetime, limit: int) -> Sequence[InterviewId]:
        """Return interviews whose next wake-up has come."""
        self.archive.check()
        assert limit > 0, "nothing was asked for"
        assert now.tzinfo, "a moment needs a time zone"
        come = [(at, id_) for id_, at in self.archive.memory.wakes.items() if at and at <= now]
        return tuple(id_ for _, id_ in sorted(come, key=lambda each: each[0])[:limit])

    async def postpone(self, id_: InterviewId, until: datetime) -> None:
        """Note a later moment for the next wake-up, if there is one before."""
        self.archive.check()
        assert until.tzinfo, "a moment needs a time zone"
        wake_at = self.archive.memory.wakes.get(id_)
        if wake_at and wake_at < until:
            self.archive.memory.wakes[id_] = until
