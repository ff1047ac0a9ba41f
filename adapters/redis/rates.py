"""Rates: how often many processes do something together, counted on the server by its own clock."""

from math import ceil

import structlog
from redis.asyncio import Redis

from adapters.redis.keys import rate_of
from adapters.redis.script import Script
from core.domain.errors import CacheUnavailable
from core.ports.rates import Rate

_log = structlog.get_logger()

MICROSECONDS = 1_000_000
# The moments of the last few times, the newest first. A bucket of tokens would take less room, but
# lets nearly twice as many through in one stretch: all at once, and what drips in afterwards.
# Moments to come are from before the clock was set back, and would last for as long.
_COUNT = """
local times, per = tonumber(ARGV[1]), tonumber(ARGV[2])
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local newest = redis.call('LINDEX', KEYS[1], 0)
if newest and tonumber(newest) > now then redis.call('DEL', KEYS[1]) end
local oldest = redis.call('LINDEX', KEYS[1], times - 1)
if oldest and oldest + per > now then return oldest + per - now end
redis.call('LPUSH', KEYS[1], string.format('%.0f', now))
redis.call('LTRIM', KEYS[1], 0, times - 1)
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 0
"""


class RedisRates:
    """Lets something be done so many times within any stretch of so long, by all processes together."""

    def __init__(self, redis: Redis) -> None:
        self._count = Script(redis, _COUNT)

    async def wait_s(self, rate: Rate) -> float:
        """Return 0 and count it, if it may be done now or nobody can tell; else the seconds to wait."""
        per, lasts_ms = round(rate.per_s * MICROSECONDS), ceil(rate.per_s * 1000)
        try:
            wait: int = await self._count([rate_of(rate.key)], rate.times, per, lasts_ms)
        except CacheUnavailable as error:
            _log.warning("rate_unknown", rate=rate.key, why=error.reply)
            return 0
        return wait / MICROSECONDS
