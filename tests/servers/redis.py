"""Redis for tests: a server that was named, or one of our own."""

import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from pydantic import SecretStr
from redis.asyncio import Redis

from adapters.redis import RedisConfig, connected
from tests.servers.options import give_up
from tests.servers.redis_server import RedisServer, program

MISSING = (
    "There is no redis-server and no valkey-server here. Install one (apt install redis-server), "
    "or name a running one with --redis-url."
)


@pytest.fixture(scope="session")
def redis_url(pytestconfig: pytest.Config) -> Iterator[str]:
    """Where a Redis is whose database may be emptied: the one that was named, or one of our own."""
    if named := pytestconfig.getoption("--redis-url"):
        yield str(named)
        return
    yield from (server.url for server in _running(pytestconfig))


@pytest.fixture
def own_redis(pytestconfig: pytest.Config) -> Iterator[RedisServer]:
    """Lend a server that the test may kill."""
    yield from _running(pytestconfig)


@asynccontextmanager
async def emptied(url: str) -> AsyncIterator[Redis]:
    """Lend connections to a Redis that knows nothing, as the bot would have them."""
    async with connected(RedisConfig(url=SecretStr(url))) as redis:
        await redis.flushdb()
        yield redis


def _running(config: pytest.Config) -> Iterator[RedisServer]:
    found = program()
    if found is None:
        give_up(config, MISSING)
        return
    with tempfile.TemporaryDirectory() as folder:
        server = RedisServer(found, Path(folder))
        server.start()
        try:
            yield server
        finally:
            server.kill()
