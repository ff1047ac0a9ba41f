"""Leases: one process at a time advances an interview, and who comes too late is found out."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from secrets import token_hex
from typing import Self

import structlog
from redis.asyncio import Redis

from adapters.redis.answers import answered, text_of
from adapters.redis.keys import doubt_of, fence_of, lease_of
from adapters.redis.rings import KEPT_RINGS, Rings
from adapters.redis.script import Script
from core.domain.errors import CacheUnavailable, StaleTurn
from core.domain.interview import InterviewId
from core.ports.lease import Lease

_log = structlog.get_logger()

LASTS_S = 15.0
# A fence outlives its holders by far; then nobody knows of any, and who still has one is too late.
FENCE_MS = 24 * 60 * 60 * 1000
LET_GO_S = 1
LOST = "Another process took the interview over. Nothing is lost: it goes on there."

# A fence comes from the server's clock, so that it grows on even if Redis loses all it knew; as
# text, since Lua would write a number of that size as 1.7e+15. Asking twice with one token is
# asking once: a reply that got lost leaves no lease that nobody holds.
# Where no fence is known, there may be a holder all the same, whom Redis forgot: for a lease's length.
_TAKE = """
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return false end
if not holder then
  local now = redis.call('TIME')
  local last = redis.call('GET', KEYS[2])
  if not last then redis.call('SET', KEYS[3], '', 'PX', ARGV[2]) end
  local fence = math.max(now[1] * 1000000 + now[2], tonumber(last or 0) + 1)
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  redis.call('SET', KEYS[2], string.format('%.0f', fence), 'PX', ARGV[3])
end
local fence = redis.call('GET', KEYS[2])
return fence and {fence, redis.call('PTTL', KEYS[3])}
"""
_RENEW = """
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return redis.call('PEXPIRE', KEYS[2], ARGV[3])
"""
_LET_GO = """
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
"""


class RedisLeases:
    """Lets one process at a time advance an interview; the process is known by its `bell`."""

    def __init__(
        self, redis: Redis, tasks: asyncio.TaskGroup, *, bell: str, lasts_s: float, kept: int
    ) -> None:
        self._redis = redis
        self._tasks = tasks
        self._bell = bell
        self._rings = Rings(redis, kept)
        self._lasts_s = lasts_s
        self._lasts = (round(lasts_s * 1000), FENCE_MS)
        self._take = Script(redis, _TAKE)
        self._renew = Script(redis, _RENEW)
        self._let_go = Script(redis, _LET_GO)

    @classmethod
    @asynccontextmanager
    async def running(
        cls, redis: Redis, *, bell: str, lasts_s: float = LASTS_S, kept: int = KEPT_RINGS
    ) -> AsyncIterator[Self]:
        """Renew what is held until the block ends; an unrenewed lease ends after `lasts_s`.

        `bell` is that of the process's doorbell, which no other process has.
        """
        async with asyncio.TaskGroup() as tasks:
            yield cls(redis, tasks, bell=bell, lasts_s=lasts_s, kept=kept)

    @asynccontextmanager
    async def hold(self, id_: InterviewId) -> AsyncIterator[Lease | None]:
        """Hold an interview for the length of a block; None if somebody else does.

        A holder who loses the lease is cancelled, and `StaleTurn` comes out of the block.
        """
        keys, token = [lease_of(id_), fence_of(id_)], f"{self._bell}:{token_hex(8)}"
        # Counted from before the question, it ends here no later than it does on the server.
        end = asyncio.get_running_loop().time() + self._lasts_s
        try:
            taken = await self._take([*keys, doubt_of(id_)], token, *self._lasts)
        except asyncio.CancelledError:
            # The lease may be ours already, and nobody would know.
            await self._end(keys, token)
            raise
        if taken is None:
            yield None
            return
        fence, doubt_ms = taken
        limit = asyncio.timeout_at(end)
        try:
            async with limit:
                keeper = self._tasks.create_task(self._keep(keys, token, limit))
                try:
                    yield Lease(int(fence), max(0, doubt_ms) / 1000)
                finally:
                    keeper.cancel()
        except TimeoutError as error:
            if not limit.expired():
                raise
            raise StaleTurn(LOST) from error
        finally:
            await self._end(keys, token)

    async def tell_holder(self, id_: InterviewId) -> bool:
        """Ring at whoever holds an interview; False if nobody does, raises `CacheUnavailable`."""
        # Not in one script: the lease and the list are in different slots of a cluster. A holder
        # that lets go in between may not hear it, and the sweep finds what waits.
        async with answered():
            token = await self._redis.get(lease_of(id_))
        if token is None:
            return False
        bell, _, _ = text_of(token).rpartition(":")
        await self._rings.for_one(bell, id_)
        return True

    async def _keep(self, keys: Sequence[str], token: str, limit: asyncio.Timeout) -> None:
        """Move the limit on with each renewal, and bring it forward if somebody else is the holder."""
        clock = asyncio.get_running_loop().time
        is_ours = True
        while is_ours:
            await asyncio.sleep(self._lasts_s / 3)
            asked = clock()
            try:
                is_ours = bool(await self._renew(keys, token, *self._lasts))
            except CacheUnavailable as error:
                _log.warning("lease_not_renewed", why=error.reply)
                continue
            if limit.expired():
                return
            limit.reschedule(asked + self._lasts_s if is_ours else asked)

    async def _end(self, keys: Sequence[str], token: str) -> None:
        """Let go; if that cannot be, the lease ends by itself."""
        with suppress(CacheUnavailable, TimeoutError):
            async with asyncio.timeout(LET_GO_S):
                await self._let_go(keys, token)
