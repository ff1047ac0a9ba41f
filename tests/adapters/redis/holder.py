"""A program that holds an interview: `python -m tests.adapters.redis.holder URL`.

It says its fence, waits for a line, and then writes with what it believes to be its right.
"""

import asyncio
import sys

from langgraph.checkpoint.base import empty_checkpoint
from pydantic import SecretStr

from adapters.redis import RedisCheckpoints, RedisConfig, RedisLeases, connected
from core.domain.errors import StaleTurn
from core.domain.interview import InterviewId
from tests.adapters.redis.samples import ID, config, put

LASTS_S = 0.5


async def main(url: str) -> None:
    """Hold, wait, write."""
    async with connected(RedisConfig(url=SecretStr(url))) as redis:
        saver = RedisCheckpoints(redis)
        fences: asyncio.Queue[int] = asyncio.Queue()
        async with (
            RedisLeases.running(redis, bell="here", lasts_s=LASTS_S) as leases,
            asyncio.TaskGroup() as tasks,
        ):
            tasks.create_task(hold(leases, fences))
            fence = await fences.get()
            say(f"holds {fence}")
            await asyncio.to_thread(sys.stdin.readline)
            # Not in the holder's block, where it would be cancelled: the fence has to stop this.
            await write(saver, fence)


async def hold(leases: RedisLeases, fences: "asyncio.Queue[int]") -> None:
    """Hold the interview until it is lost."""
    try:
        async with leases.hold(InterviewId(ID)) as lease:
            assert lease
            fences.put_nowait(lease.fence)
            await asyncio.Event().wait()
    except StaleTurn:
        say("was stopped")


async def write(saver: RedisCheckpoints, fence: int) -> None:
    """Put a checkpoint, and writes."""
    try:
        await put(saver, fence, "too late")
        say("put")
    except StaleTurn:
        say("may not put")
    try:
        where = config(fence, empty_checkpoint())
        await saver.aput_writes(where, [("turn", "too late")], "task")
        say("put writes")
    except StaleTurn:
        say("may not put writes")


def say(line: str) -> None:
    """Tell the test something at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
