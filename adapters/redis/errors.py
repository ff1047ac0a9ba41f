"""Redis's troubles, in words that say what to do about them."""

from collections.abc import Iterator
from contextlib import contextmanager

from redis import exceptions

from core.domain.errors import CacheUnavailable

AWAY = (
    "Redis cannot be reached, so interviews stand still for a moment. Nothing is lost: they go on "
    "by themselves when it is back."
)
REFUSED = (
    "Redis does not let Greenroom in. Check the user, the password and the rights that REDIS__URL "
    "stands for."
)
FULL = (
    "Redis has no room left. Raise its `maxmemory`, or choose the policy `allkeys-lru`: Greenroom "
    "can lose whatever it keeps there."
)
READ_ONLY = (
    "The Redis at REDIS__URL takes no writes now; it may be a replica, or its disk may be full. "
    "Point REDIS__URL at the primary, or mend its disk."
)

# In this order: who is refused could not connect either, in redis-py's eyes.
_SENTENCES: tuple[tuple[type[Exception], str], ...] = (
    (exceptions.AuthenticationError, REFUSED),
    (exceptions.AuthorizationError, REFUSED),
    (exceptions.NoPermissionError, REFUSED),
    (exceptions.OutOfMemoryError, FULL),
    (exceptions.ReadOnlyError, READ_ONLY),
    (exceptions.ConnectionError, AWAY),
    (exceptions.TimeoutError, AWAY),
    (exceptions.ClusterError, AWAY),
    (TimeoutError, AWAY),
)
# What redis-py has no class for: Redis cannot save to its disk, or too few replicas follow it.
_NO_WRITES = ("MISCONF", "NOREPLICAS")


@contextmanager
def translated() -> Iterator[None]:
    """Raise what goes wrong with Redis as `CacheUnavailable`; bugs pass as they are."""
    try:
        yield
    except (exceptions.RedisError, TimeoutError) as error:
        sentence = _sentence_for(error)
        if sentence is None:
            raise
        raise CacheUnavailable(sentence) from error


def _sentence_for(error: Exception) -> str | None:
    for kind, sentence in _SENTENCES:
        if isinstance(error, kind):
            return sentence
    return READ_ONLY if str(error).startswith(_NO_WRITES) else None
