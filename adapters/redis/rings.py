"""Rings on their way: short lists that listeners take from."""

from redis.asyncio import Redis

from adapters.redis.keys import RINGS, rings_for
from adapters.redis.script import Script
from core.domain.interview import InterviewId

KEPT_RINGS = 10_000
# Whoever listens takes a ring at once; rings that lie for so long are for a process that is no more.
LIE_MS = 60 * 60 * 1000
_RING = """
redis.call('RPUSH', KEYS[1], ARGV[1])
redis.call('LTRIM', KEYS[1], -tonumber(ARGV[2]), -1)
redis.call('PEXPIRE', KEYS[1], ARGV[3])
"""


class Rings:
    """Puts rings where they are heard; of too many in one place the oldest are let go of."""

    def __init__(self, redis: Redis, kept: int) -> None:
        self._kept = kept
        self._ring = Script(redis, _RING)

    async def for_anybody(self, id_: InterviewId) -> None:
        """Ring at whoever is free first; raise `CacheUnavailable` if that cannot be."""
        await self._ring([RINGS], id_, self._kept, LIE_MS)

    async def for_one(self, bell: str, id_: InterviewId) -> None:
        """Ring at the process with this bell; raise `CacheUnavailable` if that cannot be."""
        await self._ring([rings_for(bell)], id_, self._kept, LIE_MS)
