"""Two processes share the same interviews, and each hears everything."""

import asyncio
import os
import signal

import pytest

from tests.crash.play import Backend, Nursery, Play
from tests.crash.points import Point
from tests.crash.undisturbed import Cast, cast

LONG_S = 50
# Several leases' lengths.
STANDSTILL_S = 1.5
STANDS = (
    Point.HOLDING,
    Point.THINKING,
    Point.BEFORE_CHECKPOINT,
    Point.AFTER_CHECKPOINT,
    Point.AFTER_COMMIT,
    Point.AFTER_SHOWING,
    Point.AFTER_NOTING,
)


@pytest.mark.parametrize("seed", range(3))
async def test_two_that_hear_all_of_it_twice_do_as_one_that_hears_it_once(
    born: Nursery, on_servers: Backend, seed: int
) -> None:
    six = await cast(6, seed=10 * seed)
    async with (
        asyncio.timeout(LONG_S),
        Play.open(born, on_servers, six, again=0.4, seed=seed, thought_s=0.01) as play,
    ):
        await play.bot("one")
        await play.bot("other")

        verdict = await play.finish()

    assert verdict.traces == []


@pytest.mark.parametrize("point", STANDS)
async def test_who_stood_still_for_longer_than_the_lease_changes_and_says_nothing(
    born: Nursery, on_servers: Backend, everybody: Cast, point: Point
) -> None:
    async with (
        asyncio.timeout(LONG_S),
        Play.open(born, on_servers, everybody, thought_s=0.01) as play,
    ):
        paused = await play.bot("paused", at=point, times=6, how=signal.SIGSTOP)
        await play.seen(2)
        await play.bot("other")
        await play.told()
        await asyncio.sleep(STANDSTILL_S)
        os.kill(paused.pid, signal.SIGCONT)

        verdict = await play.finish()

    assert verdict.traces == []
