"""Several processes, each with a bell of its own."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from redis.asyncio import Redis
from redis.crc import key_slot

from adapters.redis import RedisDoorbell, RedisLeases
from adapters.redis.keys import RINGS, lease_of, rings_for
from core.domain.errors import CacheUnavailable
from core.domain.interview import InterviewId
from tests.servers.redis import emptied
from tests.servers.redis_server import RedisServer

FIRST, SECOND = InterviewId("first"), InterviewId("second")


@pytest.fixture
async def leases(redis: Redis) -> AsyncIterator[RedisLeases]:
    async with RedisLeases.running(redis, bell="here") as made:
        yield made


@pytest.fixture
async def elsewhere(redis: Redis) -> AsyncIterator[RedisLeases]:
    """Stand for another process."""
    async with RedisLeases.running(redis, bell="there") as made:
        yield made


async def next_ring(redis: Redis, bell: str) -> InterviewId:
    async with asyncio.timeout(5):
        return await anext(RedisDoorbell(redis, bell=bell).rings())


async def test_nobody_but_the_holder_is_told(
    redis: Redis, leases: RedisLeases, elsewhere: RedisLeases
) -> None:
    async with leases.hold(FIRST), asyncio.TaskGroup() as tasks:
        there = tasks.create_task(next_ring(redis, "there"))
        here = tasks.create_task(next_ring(redis, "here"))
        await elsewhere.tell_holder(FIRST)
        await asyncio.wait([here], timeout=5)
        await RedisDoorbell(redis, bell="anybody").ring(SECOND)

    assert here.result() == FIRST
    assert there.result() == SECOND


async def test_a_process_hears_what_is_for_it_alone_first(
    redis: Redis, leases: RedisLeases
) -> None:
    await RedisDoorbell(redis, bell="there").ring(SECOND)
    async with leases.hold(FIRST):
        await leases.tell_holder(FIRST)

    assert [await next_ring(redis, "here") for _ in range(2)] == [FIRST, SECOND]


async def test_the_rings_for_a_process_that_is_no_more_go_away(
    redis: Redis, leases: RedisLeases, elsewhere: RedisLeases
) -> None:
    async with leases.hold(FIRST):
        await elsewhere.tell_holder(FIRST)

        lies_s = await redis.ttl(rings_for("here"))

    assert 0 < lies_s <= 60 * 60


async def test_whose_lease_ran_out_is_not_told(redis: Redis, leases: RedisLeases) -> None:
    async with leases.hold(FIRST):
        await redis.delete(lease_of(FIRST))

        assert not await leases.tell_holder(FIRST)

    assert not await redis.exists(rings_for("here"))


async def test_nobody_can_be_told_while_redis_is_away(own_redis: RedisServer) -> None:
    async with (
        emptied(own_redis.url) as redis,
        RedisLeases.running(redis, bell="here") as leases,
        leases.hold(FIRST),
    ):
        own_redis.kill()

        with pytest.raises(CacheUnavailable, match="cannot be reached"):
            await leases.tell_holder(FIRST)


def test_the_lists_that_a_process_listens_to_are_on_one_node_of_a_cluster() -> None:
    slots = {key_slot(name.encode()) for name in (RINGS, rings_for("here"), rings_for("there"))}

    assert len(slots) == 1
