import asyncio

import pytest
from pydantic import SecretStr, ValidationError
from redis import exceptions

from adapters.redis import RedisConfig, connected
from adapters.redis.answers import answered
from adapters.redis.errors import AWAY, FULL, READ_ONLY, REFUSED, translated
from adapters.redis.script import Script
from core.domain.errors import CacheUnavailable
from tests.servers.redis import emptied
from tests.servers.redis_server import RedisServer


@pytest.mark.parametrize(
    "address",
    [
        "redis://cache:6379/0",
        "rediss://ada:secret@cache",
        "redis://[::1]:7000",
        "unix:///run/r.sock",
    ],
)
def test_addresses_of_redis_are_taken(address: str) -> None:
    config = RedisConfig.model_validate({"url": address})

    assert config.url.get_secret_value() == address
    assert address not in repr(config)


@pytest.mark.parametrize(
    "address",
    ["", "cache:6379", "http://cache", "redis://cache:port", "redis://cache?colour=red"],
)
def test_any_other_address_is_refused_with_a_sentence(address: str) -> None:
    with pytest.raises(ValidationError, match="must be the address of a Redis server"):
        RedisConfig.model_validate({"url": address})


def test_a_refusal_does_not_tell_the_password() -> None:
    with pytest.raises(ValidationError) as refusal:
        RedisConfig.model_validate({"url": "redis://ada:hunter2@cache:port"})

    assert "hunter2" not in str(refusal.value)


async def test_a_redis_that_is_not_there_is_said_at_once(own_redis: RedisServer) -> None:
    own_redis.kill()

    with pytest.raises(CacheUnavailable, match="cannot be reached"):
        async with connected(RedisConfig(url=SecretStr(own_redis.url))):
            pytest.fail("there is no Redis")


async def test_a_wrong_password_is_said_at_once(own_redis: RedisServer) -> None:
    async with emptied(own_redis.url) as redis:
        await redis.config_set("requirepass", "right")

        with pytest.raises(CacheUnavailable, match="does not let Greenroom in"):
            async with connected(RedisConfig(url=SecretStr(own_redis.url))):
                pytest.fail("nobody is let in")


@pytest.mark.parametrize(
    ("trouble", "reply"),
    [
        (exceptions.TimeoutError("slow"), AWAY),
        (TimeoutError(), AWAY),
        (exceptions.BusyLoadingError("loading"), AWAY),
        (exceptions.AuthenticationError("who?"), REFUSED),
        (exceptions.NoPermissionError("no"), REFUSED),
        (exceptions.OutOfMemoryError("full"), FULL),
        (exceptions.ReadOnlyError("replica"), READ_ONLY),
        (exceptions.ResponseError("MISCONF the disk is full"), READ_ONLY),
    ],
)
def test_troubles_are_said_in_sentences(trouble: Exception, reply: str) -> None:
    with pytest.raises(CacheUnavailable) as told, translated():
        raise trouble

    assert told.value.reply == reply
    assert told.value.__cause__ is trouble


def test_a_bug_passes_as_it_is() -> None:
    with pytest.raises(exceptions.ResponseError, match="WRONGTYPE"), translated():
        raise exceptions.ResponseError("WRONGTYPE that is no list")


async def test_a_full_redis_is_said(own_redis: RedisServer) -> None:
    async with emptied(own_redis.url) as redis:
        await redis.config_set("maxmemory", "1")

        with pytest.raises(CacheUnavailable) as told, translated():
            await redis.set("key", "value")

    assert told.value.reply == FULL


async def test_who_is_cancelled_is_cancelled_however_far_the_question_got(
    redis_url: str,
) -> None:
    async with emptied(redis_url) as redis:
        ask = Script(redis, "return 1")
        await ask([])

        async def go_on_for_ever() -> None:
            while True:
                await ask([])

        for moments in range(40):
            async with asyncio.timeout(5), asyncio.TaskGroup() as tasks:
                asking = tasks.create_task(go_on_for_ever())
                for _ in range(moments):
                    await asyncio.sleep(0)
                asking.cancel()


async def test_a_redis_that_hangs_is_given_up_on(own_redis: RedisServer) -> None:
    async with emptied(own_redis.url) as redis:
        own_redis.pause()

        with pytest.raises(CacheUnavailable) as told:
            async with answered(0.1):
                await redis.get("key")

    assert told.value.reply == AWAY
