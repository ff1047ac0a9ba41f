"""The doorbell: two short lists to take the next ring from, one of the process and one of all."""

import asyncio
from collections.abc import AsyncIterator

import structlog
from redis.asyncio import Redis

from adapters.redis.answers import ANSWER_S, answered, text_of
from adapters.redis.keys import RINGS, rings_for
from adapters.redis.rings import KEPT_RINGS, Rings
from core.domain.errors import CacheUnavailable
from core.domain.interview import InterviewId

_log = structlog.get_logger()

# A connection that died in silence is noticed after that.
LISTEN_S = 10
PAUSE_S = 1


class RedisDoorbell:
    """Hands each ring to one of all processes that listen, or to the one whose `bell` it is for."""

    def __init__(self, redis: Redis, *, bell: str, kept: int = KEPT_RINGS) -> None:
        self._redis = redis
        # In this order: what only this process can do comes before what anybody can.
        self._lists = [rings_for(bell), RINGS]
        self._rings = Rings(redis, kept)

    async def ring(self, id_: InterviewId) -> None:
        """Say that something waits in an interview."""
        try:
            await self._rings.for_anybody(id_)
        except CacheUnavailable as error:
            _log.warning("ring_lost", interview=id_, why=error.reply)

    async def rings(self) -> AsyncIterator[InterviewId]:
        """Yield interviews in which something waits, for ever; while Redis is away, nobody rings."""
        while True:
            try:
                async with answered(LISTEN_S + ANSWER_S):
                    taken = await self._redis.blpop(self._lists, timeout=LISTEN_S)
            except CacheUnavailable as error:
                _log.warning("doorbell_silent", why=error.reply)
                await asyncio.sleep(PAUSE_S)
                continue
            if taken:
                yield InterviewId(text_of(taken[1]))
