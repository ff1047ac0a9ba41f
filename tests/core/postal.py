"""An outbox with messages on their way, on a clock that is turned by hand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from core.code_desk import CodeDesk
from core.domain.interview import InterviewId
from core.domain.messages import MessageId
from core.domain.outcomes import Said
from core.domain.people import Place, PlaceKind
from core.floor import Floor
from core.outbox import Outbox
from core.parcels import parcels
from core.ports.rates import Rates
from tests.core.gates import HandClock
from tests.core.platforms import THREAD, VOICE, Platform
from tests.fakes.ports.archive import MemoryArchive
from tests.fakes.ports.deliveries import MemoryDeliveries
from tests.fakes.ports.intake import MemoryIntake
from tests.room import QuietRunner, alone
from tests.scenes import opened_interview, then


@dataclass(slots=True, kw_only=True)
class Post:
    """Messages to one or several places, and the means to send them."""

    platform: Platform
    outbox: Outbox
    floor: Floor
    clock: HandClock
    deliveries: MemoryDeliveries

    async def go(self, seconds: float = 0) -> None:
        """Let time pass, and send all that can be sent then, as whoever holds the floor does."""
        self.clock.turn_to(self.clock.now() + timedelta(seconds=seconds))
        while delivery := self.outbox.next(self.floor, self.clock.now()):
            try:
                await self.outbox.send(self.floor, delivery)
            except Exception as error:  # noqa: BLE001 -- so does the usher
                await self.outbox.failed(self.floor, delivery, error)

    async def due(self) -> Sequence[InterviewId]:
        """Return what whoever sweeps finds."""
        return await self.deliveries.due(self.clock.now(), set(PlaceKind), 9)

    async def crash(self) -> None:
        """Lose the floor; its heir knows only what is kept for good."""
        heir = Floor(id=self.floor.id, fence=2, interview=self.floor.interview)
        heir.underway.extend(await self.deliveries.underway(heir.id))
        self.floor = heir

    @property
    def ids(self) -> list[MessageId]:
        """The messages in the order in which they were said."""
        return list(dict.fromkeys(each.message for each in self.floor.underway))


async def posted(
    *places: Place, says: int = 0, platform: Platform | None = None, rates: Rates | None = None
) -> Post:
    """Commit a greeting, a question and `says` remarks, which are to be shown at all `places`."""
    platform, archive = platform or Platform(), MemoryArchive()
    interview, entries = opened_interview()
    interview, more = then(interview, *(Said(text=f"Remark {number}.") for number in range(says)))
    entries, clock = (*entries, *more), HandClock(interview.now)
    sent = [
        replace(parcel, place=place)
        for parcel in parcels(interview, entries)
        for place in places or (THREAD,)
    ]
    await archive.append(interview, entries, post=[each.post for each in sent])
    floor = Floor(id=interview.id, fence=1)
    floor.moved(interview, sent)
    deliveries = MemoryDeliveries(archive)
    outbox = Outbox(
        stages=dict.fromkeys((THREAD.kind, VOICE.kind), platform),
        code_desk=CodeDesk(QuietRunner(), MemoryIntake(archive), clock),
        archive=archive,
        deliveries=deliveries,
        rates=rates or alone().rates,
        clock=clock,
    )
    return Post(platform=platform, outbox=outbox, floor=floor, clock=clock, deliveries=deliveries)
