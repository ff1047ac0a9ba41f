"""What everyone owes who says who may advance an interview: one at a time, and each knows it is the latest."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from adapters.in_process import InProcessDoorbell, InProcessLeases
from adapters.redis import RedisLeases
from core.domain.errors import StaleTurn
from core.domain.interview import InterviewId
from core.ports.lease import Lease, Leases
from tests.servers.redis import emptied

FIRST, SECOND = InterviewId("first"), InterviewId("second")
# Long enough for a slow machine to renew in time, short enough to wait for it.
LASTS_S = 0.6


@pytest.fixture(params=["in process", "redis"])
async def leases(request: pytest.FixtureRequest) -> AsyncIterator[Leases]:
    if request.param == "in process":
        yield InProcessLeases(InProcessDoorbell())
        return
    url = request.getfixturevalue("redis_url")
    async with (
        emptied(url) as redis,
        RedisLeases.running(redis, bell="here", lasts_s=LASTS_S) as made,
    ):
        yield made


async def fence_of_next(leases: Leases, id_: InterviewId = FIRST) -> int:
    async with leases.hold(id_) as lease:
        assert lease
        return lease.fence


async def test_one_at_a_time_holds_an_interview(leases: Leases) -> None:
    async with leases.hold(FIRST) as mine, leases.hold(FIRST) as yours:
        assert mine
        assert yours is None

        async with leases.hold(FIRST) as theirs:
            assert theirs is None


async def test_who_asked_in_vain_can_hold_it_afterwards(leases: Leases) -> None:
    async with leases.hold(FIRST), leases.hold(FIRST):
        pass

    async with leases.hold(FIRST) as lease:
        assert lease


async def test_every_holder_has_a_higher_fence(leases: Leases) -> None:
    fences = [await fence_of_next(leases) for _ in range(50)]

    assert fences == sorted(set(fences))


async def test_interviews_do_not_wait_for_each_other(leases: Leases) -> None:
    async with leases.hold(FIRST) as one, leases.hold(SECOND) as other:
        assert one
        assert other


async def test_what_goes_wrong_in_a_holder_comes_out_as_it_is_and_the_lease_is_free(
    leases: Leases,
) -> None:
    with pytest.raises(ZeroDivisionError):
        async with leases.hold(FIRST):
            raise ZeroDivisionError

    assert await fence_of_next(leases)


async def test_a_deadline_of_the_holders_own_is_no_lost_lease(leases: Leases) -> None:
    with pytest.raises(TimeoutError):
        async with leases.hold(FIRST), asyncio.timeout(0):
            await asyncio.Event().wait()

    assert await fence_of_next(leases)


async def test_a_holder_that_is_cancelled_lets_go(leases: Leases) -> None:
    is_held = asyncio.Event()

    async def hold() -> None:
        async with leases.hold(FIRST):
            is_held.set()
            await asyncio.Event().wait()

    async with asyncio.TaskGroup() as tasks:
        holder = tasks.create_task(hold())
        await is_held.wait()
        holder.cancel()

    assert holder.cancelled()
    assert await fence_of_next(leases)


async def test_of_many_who_ask_at_once_one_holds(leases: Leases) -> None:
    answers: list[Lease | None] = []
    everybody_asked = asyncio.Event()

    async def ask() -> None:
        async with leases.hold(FIRST) as lease:
            answers.append(lease)
            if len(answers) == 20:
                everybody_asked.set()
            await everybody_asked.wait()

    async with asyncio.TaskGroup() as tasks:
        for _ in range(20):
            tasks.create_task(ask())

    assert sum(lease is not None for lease in answers) == 1


async def test_a_lease_lasts_as_long_as_its_block(leases: Leases) -> None:
    async with leases.hold(FIRST) as mine:
        await asyncio.sleep(LASTS_S * 2)

        async with leases.hold(FIRST) as yours:
            assert mine
            assert yours is None


async def test_a_holder_who_finished_is_not_called_back(leases: Leases) -> None:
    try:
        async with leases.hold(FIRST):
            pass
        await asyncio.sleep(LASTS_S * 1.5)
    except (StaleTurn, asyncio.CancelledError):
        pytest.fail("the block was over")
