"""What the database's adapter has to be told."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from adapters.sql.encryption import MODES

_BACKENDS = (
    "must be the address of an SQLite or a PostgreSQL database: sqlite:///folder/file.db or "
    "postgresql://user:password@host/database"
)
# What asyncpg understands of the many parameters that a PostgreSQL address can have. A `host`
# here may be the folder of a Unix socket; `sslmode` is libpq's name for `ssl`.
_PARAMETERS = frozenset({"host", "port", "ssl", "prepared_statement_cache_size"})


def _parsed(address: str | URL) -> URL:
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        # The cause would quote the address, and with it a password.
        raise ValueError("is not the address of a database") from None
    match url.get_backend_name():
        case "sqlite":
            return _file(url)
        # Hosts of databases hand out either spelling.
        case "postgresql" | "postgres":
            return _server(url)
        case _:
            raise ValueError(_BACKENDS)


def _file(url: URL) -> URL:
    if not url.database or url.database == ":memory:" or url.database.startswith("file:"):
        raise ValueError("must name a file: sqlite:///folder/file.db")
    return url.set(drivername="sqlite+aiosqlite")


def _server(url: URL) -> URL:
    if not url.database:
        raise ValueError("must name a database: postgresql://user:password@host/database")
    said = {"ssl" if name == "sslmode" else name: value for name, value in url.query.items()}
    if strange := sorted(said.keys() - _PARAMETERS):
        raise ValueError(
            f"has the parameter {strange[0]}, which is not known here; leave it out, or use one "
            f"of {', '.join(sorted(_PARAMETERS))}"
        )
    if said.get("ssl", "prefer") not in MODES:
        raise ValueError(f"must say one of {', '.join(sorted(MODES))} for ssl")
    return url.set(drivername="postgresql+asyncpg", query=said)


class SqlConfig(BaseModel):
    """Where everything is kept."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, hide_input_in_errors=True
    )

    url: Annotated[URL, BeforeValidator(_parsed)]

    @property
    def is_server(self) -> bool:
        """Whether a server keeps it, which many programs can use at once, and not a file."""
        return self.url.get_backend_name() == "postgresql"
