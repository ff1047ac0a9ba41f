"""What several processes share to advance interviews together: leases, rings, rates, checkpoints."""

from adapters.redis.checkpoints import RedisCheckpoints
from adapters.redis.config import RedisConfig
from adapters.redis.connection import connected
from adapters.redis.doorbell import RedisDoorbell
from adapters.redis.leases import RedisLeases
from adapters.redis.rates import RedisRates

__all__ = [
    "RedisCheckpoints",
    "RedisConfig",
    "RedisDoorbell",
    "RedisLeases",
    "RedisRates",
    "connected",
]
