"""The connection to Redis: short deadlines, a few tries, and the way it ends."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import ExponentialWithJitterBackoff

from adapters.redis.answers import answered
from adapters.redis.config import RedisConfig

CONNECT_S = 1.0
# A connection that a restart or a failover cut is made anew, as long as there is time to answer.
TRIES = 3
# Made when they are needed, and refused beyond that. A turn writes two things at its end while its lease
# is renewed, so 64 turns at once may want nearly 200; redis-py's own limit is 100. A server lets 10,000 in.
# Its pool that makes people wait instead can lose a connection if somebody is cancelled who gives one back.
CONNECTIONS = 256


@asynccontextmanager
async def connected(config: RedisConfig) -> AsyncIterator[Redis]:
    """Lend connections to Redis until the block ends; raise `CacheUnavailable` if there is none to be had.

    Replies stay bytes: a checkpoint is not text.
    """
    redis: Redis = Redis.from_url(
        config.url.get_secret_value(),
        socket_connect_timeout=CONNECT_S,
        # See `answered`, which every question is asked in.
        socket_timeout=None,
        health_check_interval=30,
        max_connections=CONNECTIONS,
        retry=Retry(ExponentialWithJitterBackoff(base=0.05, cap=0.5), TRIES),
        client_name="greenroom",
        # Else each new connection looks up redis-py's version on the disk, to tell the server.
        driver_info=None,
    )
    try:
        async with answered():
            await redis.ping()
        yield redis
    finally:
        await redis.aclose()
