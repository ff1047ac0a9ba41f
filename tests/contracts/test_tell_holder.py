"""What leases and doorbell owe together: who holds an interview can be told, whoever it is."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from adapters.in_process import InProcessDoorbell, InProcessLeases
from adapters.redis import RedisDoorbell, RedisLeases
from core.domain.interview import InterviewId
from core.ports.doorbell import Doorbell
from core.ports.lease import Leases
from tests.servers.redis import emptied

FIRST, SECOND = InterviewId("first"), InterviewId("second")
LAST = InterviewId("last")
KEPT = 5


@dataclass(frozen=True, slots=True)
class Bot:
    """What one process has; `other` is another process, or the same where there is only one."""

    leases: Leases
    doorbell: Doorbell
    other: Leases

    async def next_ring(self) -> InterviewId:
        """Wait for a ring."""
        return await anext(self.doorbell.rings())

    async def heard(self) -> list[InterviewId]:
        """Return the rings that this process hears, up to one for anybody."""
        await self.doorbell.ring(LAST)
        heard = []
        async with asyncio.timeout(5):
            async for id_ in self.doorbell.rings():
                if id_ == LAST:
                    break
                heard.append(id_)
        return heard


@pytest.fixture(params=["in process", "redis"])
async def bot(request: pytest.FixtureRequest) -> AsyncIterator[Bot]:
    if request.param == "in process":
        doorbell = InProcessDoorbell(kept=KEPT)
        leases = InProcessLeases(doorbell)
        yield Bot(leases, doorbell, leases)
        return
    async with (
        emptied(request.getfixturevalue("redis_url")) as redis,
        RedisLeases.running(redis, bell="here", kept=KEPT) as mine,
        RedisLeases.running(redis, bell="there", kept=KEPT) as theirs,
    ):
        yield Bot(mine, RedisDoorbell(redis, bell="here", kept=KEPT), theirs)


async def test_whoever_holds_an_interview_hears_that_something_waits_in_it(bot: Bot) -> None:
    async with bot.leases.hold(FIRST):
        told = [await bot.other.tell_holder(FIRST), await bot.leases.tell_holder(FIRST)]

    assert told == [True, True]
    assert await bot.heard() == [FIRST, FIRST]


async def test_who_listens_already_is_told_at_once(bot: Bot) -> None:
    async with bot.leases.hold(FIRST), asyncio.timeout(5), asyncio.TaskGroup() as tasks:
        listener = tasks.create_task(bot.next_ring())
        await asyncio.sleep(0)
        await bot.other.tell_holder(FIRST)

    assert listener.result() == FIRST


async def test_nobody_is_told_what_nobody_holds(bot: Bot) -> None:
    before = await bot.other.tell_holder(FIRST)
    async with bot.leases.hold(FIRST):
        other = await bot.other.tell_holder(SECOND)
    after = await bot.other.tell_holder(FIRST)

    assert [before, other, after] == [False, False, False]
    assert await bot.heard() == []


async def test_who_asked_in_vain_is_not_told(bot: Bot) -> None:
    async with bot.other.hold(FIRST), bot.leases.hold(FIRST) as mine:
        assert mine is None
        assert await bot.leases.tell_holder(FIRST)

    assert await bot.heard() == ([] if bot.other is not bot.leases else [FIRST])


async def test_of_too_many_rings_for_a_holder_the_oldest_are_let_go_of(bot: Bot) -> None:
    async with bot.leases.hold(FIRST), bot.leases.hold(SECOND):
        await bot.other.tell_holder(FIRST)
        for _ in range(KEPT * 3):
            await bot.other.tell_holder(SECOND)

    heard = await bot.heard()
    assert set(heard) == {SECOND}
    assert len(heard) <= KEPT
