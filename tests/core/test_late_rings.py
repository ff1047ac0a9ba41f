"""A ring that failed at first counts from when it was due: what stood still was ours."""

from datetime import timedelta

from core.domain.arrivals import WakeKind
from core.domain.question import InterviewType
from core.domain.setup import Setup
from core.floor import Floor
from core.timers import RETRY_S
from tests.room import room

SETUP = Setup(type=InterviewType.CONCEPTS, seed=7)
TYPED_S = 30


async def test_a_ring_that_failed_is_due_when_it_was() -> None:
    async with room() as here:
        begun = await here.begin(SETUP)
        floor = Floor(id=begun.id, fence=1, interview=begun)
        timers = here.core.timers
        first = timers.next(floor)
        assert first
        here.clock.turn_to(first.at)

        await timers.came_to_nothing(floor, first)

        again = timers.next(floor)
        assert again
        assert again.kind is first.kind is WakeKind.SILENCE
        assert again.at == first.at + timedelta(seconds=RETRY_S)
        assert timers.rings(floor, again).due_at == first.at


async def test_who_types_puts_the_ring_off_and_what_it_counts_as() -> None:
    async with room() as here:
        interview = await here.begin(SETUP)
        floor = Floor(id=interview.id, fence=1, interview=interview)
        timers = here.core.timers
        quiet = timers.next(floor)
        assert quiet
        here.clock.turn_to(here.clock.now() + timedelta(seconds=TYPED_S))

        timers.stir(floor.id)

        later = timers.next(floor)
        assert later
        assert later.at == quiet.at + timedelta(seconds=TYPED_S)
        assert timers.rings(floor, later).due_at == later.at
