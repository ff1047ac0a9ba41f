"""Interviews whose graph waits in Redis; all is the real thing but for time, storage and sandbox."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import monotonic

from redis.asyncio import Redis

from adapters.in_process import InProcessRates
from adapters.redis import RedisCheckpoints, RedisDoorbell, RedisLeases
from core.ports.interviewer import Listener
from core.running import Shared
from tests.fakes.ports.archive import MemoryArchive
from tests.room import Around, Room, room


@asynccontextmanager
async def staged(
    redis: Redis,
    listener: Listener | None = None,
    archive: MemoryArchive | None = None,
    bell: str = "here",
) -> AsyncIterator[Room]:
    """Set up a process that shares everything through Redis."""
    async with RedisLeases.running(redis, bell=bell) as leases:
        shared = Shared(
            leases=leases,
            doorbell=RedisDoorbell(redis, bell=bell),
            rates=InProcessRates(monotonic),
            saver=RedisCheckpoints(redis),
        )
        async with room(listener=listener, archive=archive, around=Around(shared=shared)) as here:
            yield here
