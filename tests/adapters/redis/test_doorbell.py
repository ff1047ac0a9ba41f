import asyncio

import pytest
from redis.asyncio import Redis
from structlog.typing import EventDict

from adapters.redis import RedisDoorbell
from adapters.redis.keys import RINGS
from core.domain.interview import InterviewId
from tests.servers.redis import emptied
from tests.servers.redis_server import RedisServer

ID = InterviewId("first")


async def heard(doorbell: RedisDoorbell) -> InterviewId:
    async with asyncio.timeout(20):
        return await anext(doorbell.rings())


async def test_ringing_and_listening_go_on_after_redis_was_away(
    own_redis: RedisServer, logs: list[EventDict]
) -> None:
    async with emptied(own_redis.url) as redis:
        doorbell = RedisDoorbell(redis, bell="here")
        async with asyncio.TaskGroup() as tasks:
            listener = tasks.create_task(heard(doorbell))
            own_redis.kill()
            await doorbell.ring(ID)
            while not any(log["event"] == "doorbell_silent" for log in logs):  # noqa: ASYNC110 -- a log entry is no event
                await asyncio.sleep(0.01)
            own_redis.start()
            await doorbell.ring(ID)

    assert listener.result() == ID
    assert {log["event"] for log in logs} == {"ring_lost", "doorbell_silent"}


async def test_a_listener_goes_on_listening_when_nobody_rings_for_long(
    redis: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adapters.redis.doorbell.LISTEN_S", 0.05)
    doorbell = RedisDoorbell(redis, bell="here")

    async with asyncio.TaskGroup() as tasks:
        listener = tasks.create_task(heard(doorbell))
        await asyncio.sleep(0.2)
        await doorbell.ring(ID)

    assert listener.result() == ID


async def test_rings_that_nobody_hears_stay_few(redis: Redis) -> None:
    doorbell = RedisDoorbell(redis, bell="here", kept=10)

    for _ in range(50):
        await doorbell.ring(ID)

    assert await redis.llen(RINGS) == 10
