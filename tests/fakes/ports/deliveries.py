"""Deliveries on a `MemoryArchive`."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from core.domain.interview import InterviewId
from core.domain.messages import MessageId
from core.domain.people import Place, PlaceKind
from core.ports.deliveries import Delivery
from tests.fakes.ports.archive import MemoryArchive
from tests.fakes.ports.memory import Posted


@dataclass(frozen=True, slots=True)
class MemoryDeliveries:
    """Remembers deliveries as long as the archive lives; one that was never posted is a bug."""

    archive: MemoryArchive

    async def due(
        self, now: datetime, kinds: Collection[PlaceKind], limit: int
    ) -> Sequence[InterviewId]:
        """Return interviews with something to be sent, the longest overdue first."""
        self.archive.check()
        assert limit > 0, "nothing was asked for"
        assert now.tzinfo, "a moment needs a time zone"
        first: dict[tuple[InterviewId, Place], Delivery] = {}
        for each in self._underway():
            first.setdefault((each.interview, each.place), each)
        late = sorted(
            (each.due_at, each.interview)
            for each in first.values()
            if each.due_at <= now and each.place.kind in kinds
        )
        return tuple(dict.fromkeys(id_ for _, id_ in late))[:limit]

    async def underway(self, id_: InterviewId) -> Sequence[Delivery]:
        """Return what has not arrived yet, in order."""
        self.archive.check()
        return tuple(each for each in self._underway() if each.interview == id_)

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
            again_at = again_at.astimezone(UTC)
            posted.delivery = replace(posted.delivery, attempts=attempts, due_at=again_at)

    async def gave_up(self, delivery: Delivery) -> None:
        """Note that a message can never arrive."""
        self.archive.check()
        posted = self._posted(delivery)
        if posted.platform_id is None:
            posted.platform_id = ""

    async def platform_id(self, message: MessageId, place: Place) -> str | None:
        """Return the platform's name for a message, if it arrived."""
        self.archive.check()
        posted = self.archive.memory.posted.get((message, place))
        return posted.platform_id or None if posted else None

    def _underway(self) -> list[Delivery]:
        posted = self.archive.memory.posted.values()
        return [each.delivery for each in posted if each.platform_id is None]

    def _posted(self, delivery: Delivery) -> Posted:
        return self.archive.memory.posted[delivery.message, delivery.place]
