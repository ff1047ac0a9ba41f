"""What every doorbell owes: a ring is heard by somebody who is free, and rings never fill the house."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from adapters.in_process import InProcessDoorbell
from adapters.redis import RedisDoorbell
from core.domain.interview import InterviewId
from core.ports.doorbell import Doorbell
from tests.servers.redis import emptied

KEPT = 5


@pytest.fixture(params=["in process", "redis"])
async def doorbell(request: pytest.FixtureRequest) -> AsyncIterator[Doorbell]:
    if request.param == "in process":
        yield InProcessDoorbell(kept=KEPT)
        return
    async with emptied(request.getfixturevalue("redis_url")) as redis:
        yield RedisDoorbell(redis, bell="here", kept=KEPT)


def ids(count: int) -> list[InterviewId]:
    return [InterviewId(f"interview-{number}") for number in range(count)]


async def heard(doorbell: Doorbell, count: int) -> list[InterviewId]:
    rings = doorbell.rings()
    async with asyncio.timeout(5):
        return [await anext(rings) for _ in range(count)]


async def test_rings_are_heard_in_order_even_by_who_comes_later(doorbell: Doorbell) -> None:
    for id_ in ids(3):
        await doorbell.ring(id_)

    assert await heard(doorbell, 3) == ids(3)


async def test_who_listens_already_hears_at_once(doorbell: Doorbell) -> None:
    async with asyncio.TaskGroup() as tasks:
        listener = tasks.create_task(heard(doorbell, 1))
        await asyncio.sleep(0)
        await doorbell.ring(InterviewId("first"))

    assert listener.result() == ["first"]


async def test_of_several_who_listen_somebody_hears_each_ring(doorbell: Doorbell) -> None:
    async with asyncio.TaskGroup() as tasks:
        listeners = [tasks.create_task(heard(doorbell, 2)) for _ in range(2)]
        for id_ in ids(4):
            await doorbell.ring(id_)

    assert sorted(id_ for each in listeners for id_ in each.result()) == ids(4)


async def test_a_listener_who_left_takes_no_rings_along(doorbell: Doorbell) -> None:
    async with asyncio.TaskGroup() as tasks:
        listener = tasks.create_task(heard(doorbell, 1))
        await asyncio.sleep(0.05)
        listener.cancel()
    # The server notices that somebody hung up a moment later; what it gave away before is lost.
    await asyncio.sleep(0.05)

    await doorbell.ring(InterviewId("first"))

    assert await heard(doorbell, 1) == ["first"]


async def test_of_too_many_rings_the_oldest_are_let_go_of(doorbell: Doorbell) -> None:
    for id_ in ids(KEPT + 3):
        await doorbell.ring(id_)

    assert await heard(doorbell, KEPT) == ids(KEPT + 3)[3:]
