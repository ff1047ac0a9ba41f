"""How long Redis may take to answer."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from adapters.redis.errors import translated

ANSWER_S = 3.0


@asynccontextmanager
async def answered(within_s: float = ANSWER_S) -> AsyncIterator[None]:
    """Give Redis so long for what the block asks of it; raise `CacheUnavailable` for what goes wrong.

    redis-py's own `socket_timeout` sends within `asyncio.wait_for`, which on Python 3.11 loses a
    cancellation that comes while it sends: https://github.com/python/cpython/issues/86296
    """
    with translated():
        async with asyncio.timeout(within_s):
            yield


def text_of(reply: bytes | str) -> str:
    """Return a reply as text; redis-py's types cannot tell which of both a connection gives."""
    return reply.decode() if isinstance(reply, bytes) else reply
