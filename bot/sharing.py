"""What processes share: in Redis if one is named, else within this process, which is then alone."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from secrets import token_hex
from time import monotonic

from adapters.in_process import (
    InProcessCheckpoints,
    InProcessDoorbell,
    InProcessLeases,
    InProcessRates,
)
from bot.settings import Settings
from core.running import Shared


@asynccontextmanager
async def shared(settings: Settings) -> AsyncIterator[Shared]:
    """Open what is shared; raise `CacheUnavailable` if Redis is named and not there."""
    if (config := settings.redis_config()) is None:
        doorbell = InProcessDoorbell()
        yield Shared(
            leases=InProcessLeases(doorbell),
            doorbell=doorbell,
            rates=InProcessRates(monotonic),
            saver=InProcessCheckpoints(),
        )
        return
    # Redis' own library takes a tenth of a second, which nobody should wait for who has none.
    from adapters.redis import (  # noqa: PLC0415 -- see above
        RedisCheckpoints,
        RedisDoorbell,
        RedisLeases,
        RedisRates,
        connected,
    )

    bell = token_hex(8)
    async with connected(config) as redis, RedisLeases.running(redis, bell=bell) as leases:
        yield Shared(
            leases=leases,
            doorbell=RedisDoorbell(redis, bell=bell),
            rates=RedisRates(redis),
            saver=RedisCheckpoints(redis),
        )
