"""A process that stands still for too long, while another goes on."""

import asyncio
import signal
import sys
from asyncio.subprocess import PIPE
from pathlib import Path

from redis.asyncio import Redis

from adapters.redis import RedisCheckpoints, RedisLeases
from adapters.redis.keys import checkpoints_of, lease_of
from core.domain.interview import InterviewId
from tests.adapters.redis.samples import ID, newest, put

ROOT = Path(__file__).parents[3]


async def test_a_holder_that_was_paused_too_long_writes_nothing(
    redis: Redis, redis_url: str
) -> None:
    paused = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.adapters.redis.holder", redis_url),
        cwd=ROOT,
        stdin=PIPE,
        stdout=PIPE,
    )
    try:
        assert paused.stdin
        assert paused.stdout
        async with asyncio.timeout(30), RedisLeases.running(redis, bell="here") as leases:
            first = (await paused.stdout.readline()).decode().split()
            paused.send_signal(signal.SIGSTOP)
            while await redis.exists(lease_of(ID)):  # noqa: ASYNC110 -- an expiry is no event
                await asyncio.sleep(0.02)
            async with leases.hold(InterviewId(ID)) as lease:
                assert lease
                saver = RedisCheckpoints(redis)
                await put(saver, lease.fence, "the other one's")
                paused.send_signal(signal.SIGCONT)
                told, _ = await paused.communicate(b"write\n")

                kept = await newest(saver)
    finally:
        if paused.returncode is None:
            paused.kill()
            await paused.wait()

    assert int(first[1]) < lease.fence
    assert set(told.decode().splitlines()) == {"was stopped", "may not put", "may not put writes"}
    assert kept.checkpoint["channel_values"]["turn"] == "the other one's"
    assert kept.pending_writes == []
    assert await redis.hlen(checkpoints_of(ID)) == 1
