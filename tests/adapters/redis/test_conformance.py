"""LangGraph's own judgement of a checkpointer."""

from collections.abc import AsyncGenerator

from langgraph.checkpoint.conformance import checkpointer_test, validate
from redis.asyncio import Redis

from adapters.redis import RedisCheckpoints


async def test_langgraph_finds_nothing_missing_in_our_checkpointer(redis: Redis) -> None:
    @checkpointer_test(name="RedisCheckpoints")
    async def saver() -> AsyncGenerator[RedisCheckpoints, None]:
        await redis.flushdb()
        yield RedisCheckpoints(redis, keep=0)

    report = await validate(saver)

    assert report.passed_all_base(), {name: r.failures for name, r in report.results.items()}
    assert sum(result.tests_passed for result in report.results.values()) >= 50
