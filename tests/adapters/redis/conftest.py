"""A Redis that knows nothing yet."""

from collections.abc import AsyncIterator

import pytest
from redis.asyncio import Redis

from tests.servers.redis import emptied


@pytest.fixture
async def redis(redis_url: str) -> AsyncIterator[Redis]:
    async with emptied(redis_url) as lent:
        yield lent
