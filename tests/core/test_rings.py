"""Rings that come late, twice, or when nobody waits for them."""

from datetime import timedelta

import pytest

from core.domain import arrivals, outcomes
from core.domain.arrivals import WakeKind
from core.domain.people import CLOCK, Origin
from core.domain.setup import Patience, Setup
from tests.core.glances import SOUND, WORDS, oversleep
from tests.core.nevers import check
from tests.room import NINE_O_CLOCK, room


async def test_a_late_ring_is_handled_once() -> None:
    async with room() as here:
        await here.begin(WORDS)
        oversleep(here, 200)

        for _ in range(2):
            await here.look()

        # At 90 and at 180 seconds, since the first counts as in time.
        assert len(await here.events(arrivals.ClockRang)) == 2
        assert here.now.elapsed_s == 180
        await check(here)


async def test_a_ring_from_outside_is_handled_once_too() -> None:
    async with room() as here:
        await here.begin(WORDS)
        oversleep(here, 100)
        rang = arrivals.ClockRang(by=CLOCK, origin=Origin("ring"), kind=WakeKind.SILENCE)

        await here.submit(rang)
        await here.submit(rang)

        assert len(await here.events(outcomes.Said)) == 1
        assert here.now.elapsed_s == 90
        await check(here)


@pytest.mark.parametrize("kind", WakeKind)
async def test_a_ring_that_nobody_waits_for_changes_nothing(kind: WakeKind) -> None:
    async with room() as here:
        before = await here.begin(Setup(seed=5, patience=Patience(nudge_s=10_000)))

        await here.submit(arrivals.ClockRang(by=CLOCK, kind=kind))

        assert here.now == before


async def test_an_answer_makes_the_ring_before_it_void() -> None:
    async with room() as here:
        await here.begin(WORDS)
        here.clock.turn_to(NINE_O_CLOCK + timedelta(seconds=89))
        await here.do(arrivals.AnswerGiven, text=SOUND)
        before = here.now
        here.clock.turn_to(NINE_O_CLOCK + timedelta(seconds=100))

        await here.submit(arrivals.ClockRang(by=CLOCK, kind=WakeKind.SILENCE))

        assert here.now == before
