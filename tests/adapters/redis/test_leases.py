import asyncio
from collections.abc import AsyncIterator

import pytest
from redis.asyncio import Redis
from structlog.typing import EventDict

from adapters.redis import RedisLeases
from adapters.redis.keys import doubt_of, fence_of, lease_of
from core.domain.errors import CacheUnavailable, StaleTurn
from core.domain.interview import InterviewId
from tests.servers.redis import emptied
from tests.servers.redis_server import RedisServer

ID = InterviewId("first")
# Renewed every 100 ms.
SOON_S = 0.3


@pytest.fixture
async def leases(redis: Redis) -> AsyncIterator[RedisLeases]:
    async with RedisLeases.running(redis, bell="here", lasts_s=SOON_S) as made:
        yield made


@pytest.fixture
async def elsewhere(redis: Redis) -> AsyncIterator[RedisLeases]:
    """Stand for another process."""
    async with RedisLeases.running(redis, bell="there") as made:
        yield made


async def for_ever() -> None:
    """Wait for what never comes; a test that is wrong fails soon."""
    async with asyncio.timeout(20):
        await asyncio.Event().wait()


async def test_two_processes_do_not_hold_one_interview(
    leases: RedisLeases, elsewhere: RedisLeases
) -> None:
    async with leases.hold(ID) as mine, elsewhere.hold(ID) as yours:
        assert mine
        assert yours is None


async def test_whoever_holds_what_redis_forgot_knows_of_the_doubt_for_a_lease_s_length(
    redis: Redis, leases: RedisLeases, elsewhere: RedisLeases
) -> None:
    async with leases.hold(ID) as first:
        pass
    await redis.flushdb()
    async with elsewhere.hold(ID) as second:
        pass
    async with elsewhere.hold(ID) as third:
        pass
    while await redis.exists(doubt_of(ID)):
        await redis.pexpire(doubt_of(ID), 1)
    async with elsewhere.hold(ID) as fourth:
        pass

    assert first
    assert second
    assert third
    assert fourth
    assert first.doubt_s <= SOON_S
    assert 10 < third.doubt_s <= second.doubt_s <= 15
    assert fourth.doubt_s == 0


async def test_a_holder_whose_lease_was_taken_over_is_stopped(
    redis: Redis, leases: RedisLeases, elsewhere: RedisLeases
) -> None:
    was_stopped = False

    with pytest.raises(StaleTurn, match="took the interview over"):  # noqa: PT012 -- the block is the holder
        async with leases.hold(ID) as mine:
            await redis.delete(lease_of(ID))
            async with elsewhere.hold(ID) as yours:
                assert mine
                assert yours
                assert yours.fence > mine.fence
                try:
                    await for_ever()
                finally:
                    was_stopped = True

    assert was_stopped


async def test_who_lost_a_lease_does_not_take_it_from_the_next(
    redis: Redis, leases: RedisLeases, elsewhere: RedisLeases
) -> None:
    async with leases.hold(ID):
        await redis.delete(lease_of(ID))
        yours = elsewhere.hold(ID)
        await yours.__aenter__()

    assert await redis.exists(lease_of(ID))
    await yours.__aexit__(None, None, None)
    assert not await redis.exists(lease_of(ID))


async def test_when_redis_loses_everything_the_holder_stops_and_another_goes_on(
    redis: Redis, leases: RedisLeases
) -> None:
    before = 0
    with pytest.raises(StaleTurn):  # noqa: PT012 -- the block is the holder
        async with leases.hold(ID) as mine:
            assert mine
            before = mine.fence
            await redis.flushall()
            await redis.script_flush()
            await for_ever()

    async with leases.hold(ID) as next_:
        assert next_
        assert next_.fence > before


async def test_a_holder_that_cannot_renew_in_time_is_stopped(
    own_redis: RedisServer, logs: list[EventDict]
) -> None:
    async with (
        emptied(own_redis.url) as redis,
        RedisLeases.running(redis, bell="here", lasts_s=1.5) as leases,
    ):
        with pytest.raises(StaleTurn):  # noqa: PT012 -- the block is the holder
            async with leases.hold(ID):
                own_redis.kill()
                await for_ever()

    assert {log["event"] for log in logs} == {"lease_not_renewed"}


async def test_a_holder_survives_a_short_absence_of_redis(
    redis: Redis, leases: RedisLeases, logs: list[EventDict]
) -> None:
    async with leases.hold(ID) as lease:
        await redis.client_kill_filter(_type="normal", skipme=True)
        await asyncio.sleep(SOON_S * 2)
        assert lease
        assert int(await redis.get(fence_of(ID)) or 0) == lease.fence

    assert logs == []


async def test_nobody_holds_anything_while_redis_is_away(own_redis: RedisServer) -> None:
    async with emptied(own_redis.url) as redis, RedisLeases.running(redis, bell="here") as leases:
        own_redis.kill()

        with pytest.raises(CacheUnavailable, match="cannot be reached"):
            async with leases.hold(ID):
                pytest.fail("nobody knows who holds it")

        own_redis.start()
        async with leases.hold(ID) as lease:
            assert lease


async def test_who_lets_go_while_redis_is_away_is_not_troubled_by_it(
    own_redis: RedisServer,
) -> None:
    async with emptied(own_redis.url) as redis, RedisLeases.running(redis, bell="here") as leases:
        async with leases.hold(ID) as lease:
            own_redis.kill()

        assert lease


async def test_who_is_cancelled_while_asking_leaves_no_lease_behind(
    redis: Redis, leases: RedisLeases
) -> None:
    async def ask() -> None:
        async with leases.hold(ID):
            await for_ever()

    for moments in range(8):
        async with asyncio.TaskGroup() as tasks:
            asking = tasks.create_task(ask())
            for _ in range(moments):
                await asyncio.sleep(0)
            asking.cancel()

        assert not await redis.exists(lease_of(ID))


async def test_asking_again_after_a_lost_reply_is_asking_once(leases: RedisLeases) -> None:
    keys = [lease_of(ID), fence_of(ID), doubt_of(ID)]

    first = await leases._take(keys, "token", 1000, 1000)
    again = await leases._take(keys, "token", 1000, 1000)
    other = await leases._take(keys, "another token", 1000, 1000)

    assert first[0] == again[0]
    assert other is None


async def test_a_fence_grows_even_if_the_servers_clock_is_set_back(
    redis: Redis, leases: RedisLeases
) -> None:
    ahead = 4_000_000_000_000_000
    await redis.set(fence_of(ID), ahead)

    async with leases.hold(ID) as lease:
        assert lease
        assert lease.fence == ahead + 1
