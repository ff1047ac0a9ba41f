from pydantic import SecretStr

from adapters.redis import RedisConfig, connected
from bench.proxy import counted

LARGE = "x" * 3_000_000


async def test_each_question_is_a_round_trip_and_a_pipeline_is_one(redis_url: str) -> None:
    async with (
        counted(redis_url) as (url, tally),
        connected(RedisConfig(url=SecretStr(url))) as redis,
    ):
        before = tally.round_trips

        for _ in range(3):
            await redis.ping()
        after_three = tally.round_trips
        async with redis.pipeline() as together:
            for _ in range(3):
                together.incr("asked")  # type: ignore[unused-awaitable]  # a pipeline keeps it for later
            await together.execute()
        after_pipeline = tally.round_trips

        assert (after_three - before, after_pipeline - after_three) == (3, 1)


async def test_what_takes_several_packets_is_one_round_trip_too(redis_url: str) -> None:
    async with (
        counted(redis_url) as (url, tally),
        connected(RedisConfig(url=SecretStr(url))) as redis,
    ):
        before = tally.round_trips

        echoed = await redis.echo(LARGE)

        assert len(echoed) == len(LARGE)
        assert tally.round_trips - before == 1
