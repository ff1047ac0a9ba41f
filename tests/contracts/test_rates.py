"""What all rates owe: nobody does too much in any stretch of time, nor waits for longer than that takes."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

import pytest

from adapters.in_process import InProcessRates
from adapters.redis import RedisRates
from core.ports.rates import Rate, Rates
from tests.servers.redis import emptied

# Long enough for a slow machine to ask a few times, short enough to wait for it.
PER_S = 0.4
THREE = Rate(key="three", times=3, per_s=PER_S)
# For who does not wait, so that a machine that stands still for a moment does not matter.
THREE_A_MINUTE = Rate(key="three", times=3, per_s=60)


@dataclass(frozen=True, slots=True)
class Hall:
    """Rates, and the time that they go by."""

    rates: Rates
    now_s: Callable[[], float]
    wait: Callable[[float], Awaitable[None]]


@dataclass(slots=True)
class HandTurnedClock:
    """A clock that moves when it is told to."""

    now_s: float = 1_000_000.1

    def read(self) -> float:
        return self.now_s

    async def wait(self, seconds: float) -> None:
        self.now_s += seconds


@pytest.fixture(params=["in process", "redis"])
async def hall(request: pytest.FixtureRequest) -> AsyncIterator[Hall]:
    if request.param == "in process":
        clock = HandTurnedClock()
        yield Hall(InProcessRates(clock.read), clock.read, clock.wait)
        return
    async with emptied(request.getfixturevalue("redis_url")) as redis:
        yield Hall(RedisRates(redis), time.monotonic, asyncio.sleep)


async def test_a_burst_passes_and_the_next_has_to_wait(hall: Hall) -> None:
    burst = [await hall.rates.wait_s(THREE_A_MINUTE) for _ in range(3)]
    after = await hall.rates.wait_s(THREE_A_MINUTE)

    assert burst == [0, 0, 0]
    assert 0 < after <= 60


async def test_who_waits_as_long_as_told_may_do_it(hall: Hall) -> None:
    for _ in range(3):
        await hall.rates.wait_s(THREE)

    await hall.wait(await hall.rates.wait_s(THREE))

    assert await hall.rates.wait_s(THREE) == 0


async def test_who_asks_in_vain_loses_nothing(hall: Hall) -> None:
    waits = [await hall.rates.wait_s(THREE_A_MINUTE) for _ in range(20)][3:]

    assert waits == sorted(waits, reverse=True)
    assert 0 < waits[0] <= 60


async def test_no_stretch_of_time_has_more_wherever_it_begins(hall: Hall) -> None:
    """Each was allowed at some moment between asking and hearing; from four on, they are that far apart."""
    asked, heard = list[float](), list[float]()
    while len(asked) < 10:
        before = hall.now_s()
        if await hall.rates.wait_s(THREE) == 0:
            asked.append(before)
            heard.append(hall.now_s())
        await hall.wait(PER_S / 20)

    apart = [late - early for early, late in zip(asked, heard[3:], strict=False)]
    assert min(apart) >= PER_S - 1e-6


async def test_keys_are_apart(hall: Hall) -> None:
    other = Rate(key="other", times=1, per_s=60)
    for _ in range(4):
        await hall.rates.wait_s(THREE_A_MINUTE)

    assert await hall.rates.wait_s(other) == 0
    assert await hall.rates.wait_s(other) > 0


async def test_a_limit_may_change_from_one_time_to_the_next(hall: Hall) -> None:
    fewer = Rate(key=THREE_A_MINUTE.key, times=1, per_s=60)
    more = Rate(key=THREE_A_MINUTE.key, times=4, per_s=60)
    three = THREE_A_MINUTE

    waits = [await hall.rates.wait_s(rate) for rate in (three, fewer, three, three, three, more)]

    assert [wait > 0 for wait in waits] == [False, True, False, False, True, False]


async def test_of_many_who_ask_at_once_no_more_than_that_may(hall: Hall) -> None:
    waits: list[float] = []

    async def ask() -> None:
        waits.append(await hall.rates.wait_s(Rate(key="many", times=5, per_s=60)))

    async with asyncio.TaskGroup() as tasks:
        for _ in range(20):
            tasks.create_task(ask())

    assert waits.count(0) == 5
    assert all(0 <= wait <= 60 for wait in waits)
