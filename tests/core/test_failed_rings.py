"""A ring that fails for want of storage is tried again like everything else, and not half a minute later."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.domain.arrivals import ClockRang, EndAsked
from core.domain.entry import Entry
from core.domain.errors import StorageUnavailable
from core.domain.interview import Interview
from core.domain.people import Origin
from core.ports.archive import Post
from core.ports.intake import TicketId
from tests.fakes.ports.archive import MemoryArchive
from tests.room import CANDIDATE, room


@dataclass(slots=True)
class UneasyArchive(MemoryArchive):
    """Refuses the first ring, and is well again."""

    rings: int = 0
    kept: asyncio.Event = field(default_factory=asyncio.Event)

    async def append(
        self,
        interview: Interview,
        entries: Sequence[Entry],
        *,
        ticket: TicketId | None = None,
        post: Sequence[Post] = (),
    ) -> None:
        is_ring = isinstance(entries[0].event, ClockRang)
        self.rings += is_ring
        if is_ring and self.rings == 1:
            raise StorageUnavailable("The database is away for a moment.")
        await MemoryArchive.append(self, interview, entries, ticket=ticket, post=post)
        if is_ring:
            self.kept.set()


async def test_an_evaluation_that_storage_failed_is_soon_tried_again() -> None:
    archive = UneasyArchive()
    async with room(archive=archive) as here, asyncio.timeout(5):
        await here.begin()
        await here.submit(EndAsked(by=CANDIDATE, origin=Origin("end")))

        await archive.kept.wait()
        await here.inbox.settled(here.id)

        assert here.now.status.is_final
