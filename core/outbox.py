"""What must be said where: due with the commit of its turn, sent in order, and never sent twice."""

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from core.code_desk import CodeDesk
from core.domain.errors import Busy, PlaceGone, Unavailable
from core.domain.messages import Message, Notice
from core.domain.people import Place, PlaceKind
from core.domain.submission import Submission
from core.floor import Floor
from core.parcels import content_of
from core.ports.archive import Archive
from core.ports.clock import Clock
from core.ports.deliveries import Deliveries, Delivery
from core.ports.rates import Rates
from core.ports.stage import Stage

_log = structlog.get_logger()

FIRST_RETRY_S, LONGEST_RETRY_S = 2.0, 600.0
# A platform may be away for days; a message that we ourselves cannot put into a form never will be.
FORMLESS_TRIES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Outbox:
    """Sends what was committed to its places; the event log has the words, `deliveries` what became of them."""

    stages: Mapping[PlaceKind, Stage]
    code_desk: CodeDesk
    archive: Archive
    deliveries: Deliveries
    rates: Rates
    clock: Clock

    def next(self, floor: Floor, now: datetime) -> Delivery | None:
        """Return what can be sent now; in one place nothing overtakes what waits there."""
        return next((each for each in self._first(floor) if each.due_at <= now), None)

    def next_moment(self, floor: Floor) -> datetime | None:
        """Return when there will be something to send again."""
        return min((each.due_at for each in self._first(floor)), default=None)

    async def send(self, floor: Floor, delivery: Delivery) -> None:
        """Send what is on its way to its place; what may be there already is looked for first."""
        if wait_s := await self._wait_s(delivery.place):
            floor.put_off(delivery, self.clock.now() + timedelta(seconds=wait_s))
            return
        await _look_up()
        # Taken out first: if anything goes wrong from here on, nobody knows whether it was shown.
        new = floor.unsaid.pop((delivery.message, delivery.place), None)
        content = new or content_of(delivery, await self.archive.read(delivery.interview))
        if isinstance(content, Submission):
            await self.code_desk.hand_in(content)
            name: str = content.id
        else:
            name = await self._show(delivery, content, is_new=new is not None)
        await self.deliveries.sent(delivery, name)
        floor.underway.remove(delivery)

    async def failed(self, floor: Floor, delivery: Delivery, error: Exception) -> None:
        """Note that a message could not be sent, for a while or for good."""
        fields = {"message": delivery.message, "why": type(error).__name__}
        is_ours = not isinstance(error, Unavailable)
        if isinstance(error, PlaceGone) or (is_ours and delivery.attempts + 1 >= FORMLESS_TRIES):
            _log.warning("message_given_up", **fields)
            await self.deliveries.gave_up(delivery)
            floor.underway.remove(delivery)
            return
        again_s = min(FIRST_RETRY_S * 2**delivery.attempts, LONGEST_RETRY_S)
        if isinstance(error, Busy):
            again_s = error.after_s
        _log.warning("message_put_off", **fields)
        again_at = self.clock.now() + timedelta(seconds=again_s)
        await self.deliveries.failed(delivery, again_at)
        floor.put_off(delivery, again_at, is_failure=True)

    async def tell(self, place: Place, notice: Notice) -> None:
        """Show a word about the handling of the interview, which belongs to no transcript."""
        stage = self.stages.get(place.kind)
        if stage and stage.is_here(place):
            await stage.show(place, notice)

    def _first(self, floor: Floor) -> Iterator[Delivery]:
        """Yield the first message on its way to each place within reach."""
        places = set()
        for delivery in floor.underway:
            if delivery.place not in places:
                places.add(delivery.place)
                if self._is_here(delivery.place):
                    yield delivery

    def _is_here(self, place: Place) -> bool:
        stage = self.stages.get(place.kind)
        return place.kind is PlaceKind.SANDBOX or (stage is not None and stage.is_here(place))

    async def _wait_s(self, place: Place) -> float:
        stage = self.stages.get(place.kind)
        rate = stage.rate(place) if stage else None
        return await self.rates.wait_s(rate) if rate else 0

    async def _show(self, delivery: Delivery, message: Message | None, *, is_new: bool) -> str:
        place, stage = delivery.place, self.stages[delivery.place.kind]
        if not is_new and (name := await stage.find(place, delivery.message)):
            return name
        if message is None:
            raise LookupError(f"{delivery.message} says nothing")
        return await stage.show(place, message)


async def _look_up() -> None:
    """Let a lease end here that ended while the process stood still, and not when the message has left.

    Twice, since a loop that wakes up sees to who is ready before it sees to what is due.
    """
    await asyncio.sleep(0)
    await asyncio.sleep(0)
