import asyncio

from redis.asyncio import Redis
from structlog.typing import EventDict

from adapters.redis import RedisRates
from adapters.redis.keys import rate_of
from core.ports.rates import Rate
from tests.adapters.redis.samples import commands
from tests.servers.redis import emptied
from tests.servers.redis_server import RedisServer

RATE = Rate(key="channel", times=3, per_s=60)


async def test_many_processes_share_one_count(redis: Redis, redis_url: str) -> None:
    # Not `emptied`, which would have the first one's count go too.
    other = Redis.from_url(redis_url, driver_info=None)
    try:
        here, there = RedisRates(redis), RedisRates(other)
        waits = [await rates.wait_s(RATE) for rates in (here, there, here, there, here)]
    finally:
        await other.aclose()

    assert waits[:3] == [0, 0, 0]
    assert min(waits[3:]) > 0


async def test_a_question_is_one_round_trip(redis: Redis) -> None:
    rates = RedisRates(redis)
    await rates.wait_s(RATE)
    before = await commands(redis)

    for _ in range(5):
        await rates.wait_s(RATE)

    assert await commands(redis) - before == 5


async def test_a_count_goes_away_by_itself(redis: Redis) -> None:
    rates = RedisRates(redis)
    await rates.wait_s(Rate(key="short", times=2, per_s=0.05))
    for _ in range(10):
        await rates.wait_s(RATE)

    await asyncio.sleep(0.1)

    assert not await redis.exists(rate_of("short"))
    assert 0 < await redis.pttl(rate_of("channel")) <= 60_000
    assert await redis.llen(rate_of("channel")) == 3


async def test_everybody_may_while_redis_is_away(
    own_redis: RedisServer, logs: list[EventDict]
) -> None:
    async with emptied(own_redis.url) as redis:
        own_redis.kill()

        waits = [await RedisRates(redis).wait_s(RATE) for _ in range(4)]

    assert waits == [0, 0, 0, 0]
    assert {(log["event"], log["rate"]) for log in logs} == {("rate_unknown", "channel")}


async def test_a_clock_that_was_set_back_stops_nobody(redis: Redis) -> None:
    ahead = 4_000_000_000_000_000
    await redis.lpush(rate_of(RATE.key), ahead, ahead, ahead)

    waits = [await RedisRates(redis).wait_s(RATE) for _ in range(4)]

    assert [wait > 0 for wait in waits] == [False, False, False, True]
