"""Deliveries on a `MemoryArchive`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from core.domain.messages import MessageId
from core.domain.people import Place
from core.ports.deliveries import Delivery
from tests.fakes.ports.archive import MemoryArchive
from tests.fakes.ports.memory import Posted


@dataclass(frozen=True, slots=True)
class MemoryDeliveries:
    """Remembers deliveries as long as the archive lives; one that was never posted is a bug."""

    archive: MemoryArchive

    async def due(self, now: datetime, limit: int) -> Sequence[Delivery]:
        """Return what is to be sent, in order."""
        self.archive.check()
        assert limit > 0, "nothing was asked for"
        assert now.tzinfo, "a moment needs a time zone"
        shut: set[Place] = set()
        underway: list[Delivery] = []
        for posted in self.archive.memory.posted.values():
            if posted.platform_id is not None:
                continue
            if posted.due_at > now:
                shut.add(posted.delivery.place)
            if posted.delivery.place not in shut:
                underway.append(posted.delivery)
        return tuple(underway[:limit])

    async def sent(self, delivery: Delivery, platform_id: str) -> None:
        """Note the first name under which a message arrived."""
        self.archive.check()
        assert platform_id, "a platform names what it has"
        posted = self._posted(delivery)
        posted.platform_id = posted.platform_id or platform_id

    async def failed(self, delivery: Delivery, again_at: datetime) -> None:
        """Note when to try again."""
        self.archive.check()
        assert again_at.tzinfo, "a moment needs a time zone"
        posted = self._posted(delivery)
        if posted.platform_id is None:
            attempts = posted.delivery.attempts + 1
            posted.delivery = replace(posted.delivery, attempts=attempts)
            posted.due_at = again_at

    async def platform_id(self, message: MessageId, place: Place) -> str | None:
        """Return the platform's name for a message, if it arrived."""
        self.archive.check()
        posted = self.archive.memory.posted.get((message, place))
        return posted.platform_id if posted else None

    def _posted(self, delivery: Delivery) -> Posted:
        return self.archive.memory.posted[delivery.message, delivery.place]
