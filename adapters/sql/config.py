"""What the SQL archive has to be told."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError


def _parsed(address: str | URL) -> URL:
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        # The cause would quote the address, and with it a password.
        raise ValueError("is not the address of a database") from None
    if url.get_backend_name() != "sqlite":
        raise ValueError("must be the address of an SQLite database: sqlite:///folder/file.db")
    if not url.database or url.database == ":memory:" or url.database.startswith("file:"):
        raise ValueError("must name a file: sqlite:///folder/file.db")
    return url.set(drivername="sqlite+aiosqlite")


class SqlConfig(BaseModel):
    """Where the event log is kept."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, hide_input_in_errors=True
    )

    url: Annotated[URL, BeforeValidator(_parsed)]
