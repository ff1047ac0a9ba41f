import pytest
from langgraph.types import Interrupt
from redis.asyncio import Redis
from structlog.typing import EventDict

from adapters.redis import RedisCheckpoints, RedisLeases
from adapters.redis.checkpoint_scripts import IDLE_S
from adapters.redis.keys import checkpoints_of
from core.domain.errors import CacheUnavailable, StaleTurn
from core.domain.interview import InterviewId
from tests.adapters.redis.samples import ID, commands, config, newest, put
from tests.servers.redis import emptied
from tests.servers.redis_server import RedisServer

WAITS = [("__interrupt__", [Interrupt(value="what happens next", id="listen")])]


async def fences(redis: Redis, count: int) -> list[int]:
    """Let as many holders hold the interview, one after the other."""
    found = []
    async with RedisLeases.running(redis, bell="here") as leases:
        for _ in range(count):
            async with leases.hold(InterviewId(ID)) as lease:
                assert lease
                found.append(lease.fence)
    return found


async def test_the_newest_two_are_kept_with_what_was_written_after_them(redis: Redis) -> None:
    saver = RedisCheckpoints(redis)
    for turn in "abcd":
        made = await put(saver, turn=turn)
        await saver.aput_writes(config(checkpoint=made), WAITS, "task")

    kept = [each async for each in saver.alist(config())]

    assert [each.checkpoint["channel_values"]["turn"] for each in kept] == ["d", "c"]
    assert [each.pending_writes for each in kept] == [[("task", *WAITS[0])]] * 2
    assert await redis.hlen(checkpoints_of(ID)) == 4


async def test_what_was_written_after_a_checkpoint_that_got_lost_goes_with_time(
    redis: Redis,
) -> None:
    saver = RedisCheckpoints(redis)
    made = await put(saver)
    await redis.hdel(checkpoints_of(ID), f"\x1f{made['id']}\x1f")
    await saver.aput_writes(config(checkpoint=made), WAITS, "task")

    assert await saver.aget_tuple(config()) is None
    for _ in range(2):
        await put(saver)

    assert await redis.hlen(checkpoints_of(ID)) == 2


async def test_put_get_and_put_writes_are_one_round_trip_each(redis: Redis) -> None:
    saver = RedisCheckpoints(redis)
    made = await put(saver)
    await saver.aput_writes(config(checkpoint=made), WAITS, "task")
    await newest(saver)
    before = await commands(redis)

    made = await put(saver)
    after_put = await commands(redis)
    await saver.aput_writes(config(checkpoint=made), WAITS * 3, "task")
    after_writes = await commands(redis)
    await newest(saver)
    after_get = await commands(redis)

    assert (after_put - before, after_writes - after_put, after_get - after_writes) == (1, 1, 1)


async def test_checkpoints_vanish_an_hour_after_the_last_write(redis: Redis) -> None:
    saver = RedisCheckpoints(redis)
    key = checkpoints_of(ID)

    made = await put(saver)
    after_put = await redis.ttl(key)
    await redis.expire(key, 5)
    await saver.aput_writes(config(checkpoint=made), WAITS, "task")
    after_writes = await redis.ttl(key)
    await redis.expire(key, 5)
    await newest(saver)
    after_reading = await redis.ttl(key)

    assert after_put == pytest.approx(IDLE_S, abs=5)
    assert after_writes == pytest.approx(IDLE_S, abs=5)
    assert after_reading <= 5


async def test_a_checkpoint_that_expired_is_as_if_it_had_never_been(redis: Redis) -> None:
    saver = RedisCheckpoints(redis)
    await put(saver)

    await redis.pexpire(checkpoints_of(ID), 0)

    assert await saver.aget_tuple(config()) is None
    assert [each async for each in saver.alist(None)] == []


async def test_a_write_that_is_refused_does_not_put_the_end_off(redis: Redis) -> None:
    saver = RedisCheckpoints(redis)
    first, second = await fences(redis, 2)
    await put(saver, second)
    await redis.expire(checkpoints_of(ID), 5)

    with pytest.raises(StaleTurn):
        await put(saver, first)

    assert await redis.ttl(checkpoints_of(ID)) <= 5


async def test_a_stale_fence_puts_nothing(redis: Redis) -> None:
    saver = RedisCheckpoints(redis)
    first, second = await fences(redis, 2)
    await put(saver, second, "mine")

    with pytest.raises(StaleTurn):
        await put(saver, first, "too late")

    kept = [each async for each in saver.alist(config())]
    assert [each.checkpoint["channel_values"]["turn"] for each in kept] == ["mine"]


async def test_a_stale_fence_puts_no_writes(redis: Redis) -> None:
    saver = RedisCheckpoints(redis)
    first, second = await fences(redis, 2)
    made = await put(saver, second)

    with pytest.raises(StaleTurn):
        await saver.aput_writes(config(first, made), WAITS, "task")

    assert (await newest(saver)).pending_writes == []


async def test_the_newest_fence_puts_writes(redis: Redis) -> None:
    saver = RedisCheckpoints(redis)
    (fence,) = await fences(redis, 1)
    made = await put(saver, fence)

    await saver.aput_writes(config(fence, made), WAITS, "task")

    assert (await newest(saver)).pending_writes == [("task", *WAITS[0])]


async def test_who_held_before_redis_lost_everything_writes_nothing_afterwards(
    redis: Redis,
) -> None:
    saver = RedisCheckpoints(redis)
    (before,) = await fences(redis, 1)
    await put(saver, before)

    await redis.flushall()
    await redis.script_flush()

    assert await saver.aget_tuple(config()) is None
    with pytest.raises(StaleTurn):
        await put(saver, before)
    (after,) = await fences(redis, 1)
    assert after > before
    with pytest.raises(StaleTurn):
        await put(saver, before)
    await put(saver, after, "rebuilt")
    assert (await newest(saver)).checkpoint["channel_values"]["turn"] == "rebuilt"


async def test_forgetting_an_interview_takes_nobody_the_right_to_go_on(redis: Redis) -> None:
    saver = RedisCheckpoints(redis)
    (fence,) = await fences(redis, 1)
    await put(saver, fence)

    await saver.adelete_thread(ID)
    forgotten = await saver.aget_tuple(config())
    await put(saver, fence, "anew")

    assert forgotten is None
    assert (await newest(saver)).checkpoint["channel_values"]["turn"] == "anew"


async def test_the_checkpoints_of_all_interviews_can_be_listed(redis: Redis) -> None:
    saver = RedisCheckpoints(redis)
    await put(saver)
    await put(saver)
    await redis.set("somebody else's", 1)

    listed = [each.config["configurable"]["thread_id"] async for each in saver.alist(None)]

    assert listed == [ID, ID]


async def test_while_redis_is_away_writing_is_left_out_and_reading_fails(
    own_redis: RedisServer, logs: list[EventDict]
) -> None:
    async with emptied(own_redis.url) as redis:
        saver = RedisCheckpoints(redis)
        made = await put(saver)
        own_redis.kill()

        await put(saver, 1)
        await saver.aput_writes(config(1, made), WAITS, "task")
        for attempt in (saver.aget_tuple(config()), saver.adelete_thread(ID)):
            with pytest.raises(CacheUnavailable, match="Nothing is lost"):
                await attempt

    assert [log["event"] for log in logs] == ["checkpoint_left_out"] * 2


async def test_after_a_restart_checkpoints_are_kept_again(own_redis: RedisServer) -> None:
    async with emptied(own_redis.url) as redis:
        saver = RedisCheckpoints(redis)
        await put(saver, turn="before")
        own_redis.kill()
        own_redis.start()

        lost = await saver.aget_tuple(config())
        await put(saver, turn="after")

        assert lost is None
        assert (await newest(saver)).checkpoint["channel_values"]["turn"] == "after"
