"""How a Redis is."""

from dataclasses import dataclass

from redis.asyncio import Redis

from adapters.redis.answers import answered

_MIB = 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """What an operator should know of a Redis."""

    name: str
    version: str
    used_mib: float
    refuses_when_full: bool


async def health(redis: Redis) -> Health:
    """Ask a Redis how it is; raise `CacheUnavailable` if it does not answer."""
    async with answered():
        told = await redis.info()
    return Health(
        name="Valkey" if "valkey_version" in told else "Redis",
        version=str(told.get("valkey_version") or told.get("redis_version")),
        used_mib=told["used_memory"] / _MIB,
        refuses_when_full=bool(told.get("maxmemory"))
        and told.get("maxmemory_policy") == "noeviction",
    )
