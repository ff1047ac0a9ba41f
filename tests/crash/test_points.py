"""A process is killed at each of the named points, twice; the third one brings the interviews to their end."""

import asyncio

import pytest

from tests.crash.play import Backend, Nursery, Play
from tests.crash.points import Point
from tests.crash.undisturbed import Cast

LONG_S = 40
# What happens once in an interview, or in one interview only.
SELDOM = {Point.AFTER_HANDING_IN, Point.BEFORE_DROPPING, Point.BEFORE_FORGETTING}


async def test_bots_that_nobody_kills_do_as_one_that_is_alone(
    born: Nursery, backend: Backend, everybody: Cast
) -> None:
    async with (
        asyncio.timeout(LONG_S),
        Play.open(born, backend, everybody) as play,
    ):
        await play.bot()

        verdict = await play.finish()

    assert verdict.traces == []


@pytest.mark.parametrize("point", Point)
async def test_who_is_killed_there_has_lost_doubled_and_reordered_nothing(
    born: Nursery, backend: Backend, everybody: Cast, point: Point
) -> None:
    async with (
        asyncio.timeout(LONG_S),
        Play.open(born, backend, everybody) as play,
    ):
        for times in (1, 1) if point in SELDOM else (5, 2):
            bot = await play.bot(at=point, times=times)
            await bot.ended.wait()
            assert not bot.said_goodbye
        await play.bot()

        verdict = await play.finish()

    assert verdict.traces == []
