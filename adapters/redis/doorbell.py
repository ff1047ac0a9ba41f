"""The doorbell: a short list that whoever is free takes the next ring from."""

import asyncio
from collections.abc import AsyncIterator

import structlog
from redis.asyncio import Redis

from adapters.redis.answers import ANSWER_S, answered
from adapters.redis.keys import RINGS
from adapters.redis.script import Script
from core.domain.errors import CacheUnavailable
from core.domain.interview import InterviewId

_log = structlog.get_logger()

KEPT_RINGS = 10_000
# A connection that died in silence is noticed after that.
LISTEN_S = 10
PAUSE_S = 1
_RING = """
redis.call('RPUSH', KEYS[1], ARGV[1])
redis.call('LTRIM', KEYS[1], -tonumber(ARGV[2]), -1)
"""


class RedisDoorbell:
    """Hands each ring to one of all processes that listen; the oldest are let go of when there are too many."""

    def __init__(self, redis: Redis, *, kept: int = KEPT_RINGS) -> None:
        self._redis = redis
        self._kept = kept
        self._ring = Script(redis, _RING)

    async def ring(self, id_: InterviewId) -> None:
        """Say that something waits in an interview."""
        try:
            await self._ring([RINGS], id_, self._kept)
        except CacheUnavailable as error:
            _log.warning("ring_lost", interview=id_, why=error.reply)

    async def rings(self) -> AsyncIterator[InterviewId]:
        """Yield interviews in which something waits, for ever; while Redis is away, nobody rings."""
        while True:
            try:
                async with answered(LISTEN_S + ANSWER_S):
                    taken = await self._redis.blpop([RINGS], timeout=LISTEN_S)
            except CacheUnavailable as error:
                _log.warning("doorbell_silent", why=error.reply)
                await asyncio.sleep(PAUSE_S)
                continue
            if taken:
                yield InterviewId(_text(taken[1]))


def _text(reply: bytes | str) -> str:
    return reply.decode() if isinstance(reply, bytes) else reply
