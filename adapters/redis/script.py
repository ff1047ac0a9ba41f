"""Lua that runs on the server: several steps, which nobody comes between, in one round trip."""

from collections.abc import Sequence
from hashlib import sha1
from typing import Any, TypeAlias

from redis.asyncio import Redis
from redis.exceptions import NoScriptError

from adapters.redis.answers import answered

Argument: TypeAlias = str | bytes | int


class Script:
    """A script that the server learns at its first use, and again after it forgot."""

    def __init__(self, redis: Redis, text: str) -> None:
        self._redis = redis
        self._text = text
        self._sha = sha1(text.encode(), usedforsecurity=False).hexdigest()

    # Any: a script's reply has the shape that the script gives it.
    async def __call__(self, keys: Sequence[str], *arguments: Argument) -> Any:
        """Run it; raise `CacheUnavailable` if it cannot be."""
        async with answered():
            try:
                return await self._redis.evalsha(self._sha, len(keys), *keys, *arguments)
            except NoScriptError:
                return await self._redis.eval(self._text, len(keys), *keys, *arguments)
