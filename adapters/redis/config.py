"""What the shared Redis has to be told."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, SecretStr
from redis.asyncio import ConnectionPool


def _usable(address: SecretStr) -> SecretStr:
    try:
        # Made, not opened: so an option that the address carries is checked as well.
        pool = ConnectionPool.from_url(address.get_secret_value(), driver_info=None)
        pool.make_connection()  # type: ignore[no-untyped-call]  # redis-py forgot its types
    except (ValueError, TypeError, AttributeError):
        # The cause would quote the address, and with it a password.
        raise ValueError("must be the address of a Redis server: redis://host:6379/0") from None
    return address


class RedisConfig(BaseModel):
    """Where the Redis is that all processes share; Valkey is as good."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    url: Annotated[SecretStr, AfterValidator(_usable)]
