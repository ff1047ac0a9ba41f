"""What is to be done in an interview, one step after the other, by whoever holds it."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TypeAlias

import structlog

from core.domain.arrivals import (
    AnswerGiven,
    AnswerRevised,
    AnswerWithdrawn,
    CodeRun,
    CodeSubmitted,
    ConfidenceGiven,
    EndAsked,
    PauseAsked,
)
from core.domain.errors import StaleTurn
from core.domain.interview import InterviewId
from core.domain.messages import MessageId
from core.domain.people import Place
from core.domain.wakes import Wake, wakes
from core.floor import Floor
from core.interviews import Interviews
from core.outbox import Outbox
from core.ports.archive import Archive
from core.ports.clock import Clock
from core.ports.deliveries import Deliveries, Delivery
from core.ports.intake import Intake, Ticket
from core.ports.lease import Lease
from core.timers import Timers

_log = structlog.get_logger()

Step: TypeAlias = Delivery | Ticket | Wake

# What counts although nobody had the time to think about it.
_SAID = AnswerGiven | AnswerRevised | AnswerWithdrawn | CodeRun | CodeSubmitted | ConfidenceGiven
LATE = (
    "Somebody else went on with the interview in the meantime. Nothing is lost: it goes on there."
)
# So many interviews are remembered between their turns; those that rest for longer are in SQL alone.
REMEMBERED = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns:
    """Finds the next step on a floor, and takes it: first what was said goes out, then who came, then the clock."""

    interviews: Interviews
    outbox: Outbox
    timers: Timers
    archive: Archive
    intake: Intake
    deliveries: Deliveries
    clock: Clock
    _floors: OrderedDict[InterviewId, Floor] = field(default_factory=OrderedDict)

    async def floor(self, id_: InterviewId, lease: Lease) -> Floor:
        """Return the floor that holding an interview gives, as the log has it now."""
        head = await self.archive.head(id_)
        floor = self._floors.pop(id_, None)
        ours = floor.unsaid.keys() if floor else ()
        if floor is None or floor.seq != head:
            floor = Floor(id=id_, fence=lease.fence)
            if head:
                floor.interview = await self.interviews.conductor.take_up(id_, head, lease.fence)
                floor.underway.extend(await self._underway(id_, lease, ours))
        elif floor.underway:
            # Somebody else may have sent it since, or have tried to.
            floor.underway[:] = await self._underway(id_, lease, ours)
            floor.unsaid.clear()
        floor.fence = lease.fence
        return floor

    def remembers(self, id_: InterviewId) -> bool:
        """Tell whether an interview that has begun is remembered from its last turn."""
        floor = self._floors.get(id_)
        return floor is not None and floor.seq > 0

    async def _underway(
        self, id_: InterviewId, lease: Lease, ours: Collection[tuple[MessageId, Place]]
    ) -> Sequence[Delivery]:
        """Return what is on its way; while others may hold the interview too, what is theirs is left to them."""
        underway = await self.deliveries.underway(id_)
        if not lease.doubt_s:
            return underway
        sure_at = self.clock.now() + timedelta(seconds=lease.doubt_s)
        return [
            each
            if (each.message, each.place) in ours
            else replace(each, due_at=max(each.due_at, sure_at))
            for each in underway
        ]

    async def leave(self, floor: Floor) -> None:
        """Remember a floor on which nothing is left to do, so that the next turn begins at once."""
        interview = floor.interview
        now = self.clock.now()
        if interview is None or interview.status.is_final:
            self.timers.forget(floor.id)
            # The graph remembers a beginning that failed, too.
            await self.interviews.conductor.forget(floor.id)
            return
        if any(wake.at <= now for wake in wakes(interview)):
            # Nothing came of what is due, so whoever sweeps would find it again and again.
            await self.timers.rest(floor)
        self._floors[floor.id] = floor
        self._floors.move_to_end(floor.id)
        if len(self._floors) > REMEMBERED:
            idle, _ = self._floors.popitem(last=False)
            self.timers.forget(idle)
            await self.interviews.conductor.forget(idle)

    async def next(self, floor: Floor, *, is_watched: bool = True) -> Step | None:
        """Return what is to be done now; None if all is done, the clock's words left out where nobody watches it."""
        now = self.clock.now()
        if delivery := self.outbox.next(floor, now):
            return delivery
        if ticket := await self.intake.next(floor.id):
            return ticket
        wake = self.timers.next(floor) if is_watched else None
        return wake if wake and wake.at <= now else None

    def next_moment(self, floor: Floor) -> datetime | None:
        """Return when there will be something to do, if nobody comes before."""
        wake, moment = self.timers.next(floor), self.outbox.next_moment(floor)
        return min((each for each in (wake and wake.at, moment) if each), default=None)

    async def take(self, floor: Floor, step: Step) -> None:
        """Do it."""
        match step:
            case Delivery():
                await self.outbox.send(floor, step)
            case Ticket():
                await self._hear(floor, step)
            case Wake():
                if not await self.interviews.ring(floor, self.timers.rings(floor, step)):
                    await self.timers.came_to_nothing(floor, step)

    async def let_go(self, floor: Floor, ticket: Ticket) -> None:
        """Let go of an arrival that changes nothing; raise `StaleTurn` if that was told from a late floor."""
        # While two hold an interview, as Redis may have it that lost what it knew, this one may not
        # even know that it has begun.
        if await self.archive.head(floor.id) != floor.seq:
            raise StaleTurn(LATE)
        await self.intake.drop(ticket.id)

    async def _hear(self, floor: Floor, ticket: Ticket) -> None:
        if isinstance(ticket.arrival, EndAsked | PauseAsked):
            # They were given in time, before the wish to stop that has overtaken them.
            for words in await self.intake.overtaken(ticket):
                if isinstance(words.arrival, _SAID):
                    await self._once(floor, words, self.interviews.note)
        await self._once(floor, ticket, self.interviews.hear)

    async def _once(
        self, floor: Floor, ticket: Ticket, handle: Callable[[Floor, Ticket], Awaitable[bool]]
    ) -> None:
        """Handle an arrival; let go of it if nothing comes of it, or if it was handled before."""
        try:
            if not await handle(floor, ticket):
                await self.let_go(floor, ticket)
        except StaleTurn:
            origin = ticket.arrival.origin
            if not (origin and await self.archive.knows(floor.id, origin)):
                raise
            await self.intake.drop(ticket.id)
