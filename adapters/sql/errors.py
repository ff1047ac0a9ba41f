"""A database's troubles as the core's errors, whichever database it is."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from adapters.sql import file_errors, server_errors
from core.domain.errors import StaleTurn, StorageFull, StorageUnavailable, Unavailable

STALE = "The interview went on in the meantime. Read on, and say that again if it still fits."
OVERRUN = (
    "Too many at once want something of the interview database. Try again in a moment; what was "
    "saved before is safe."
)

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@contextmanager
def translated(*, is_server: bool) -> Iterator[None]:
    """Raise what goes wrong with the database as the core's errors; bugs pass as they are."""
    try:
        yield
    except NoConnectionFree as error:
        raise StorageUnavailable(OVERRUN) from error
    except OSError as error:
        raise _of_system(error, is_server=is_server) from error
    except DBAPIError as error:
        trouble = _of_database(error)
        if trouble is None:
            raise
        raise trouble from error


def _of_system(error: OSError, *, is_server: bool) -> StorageUnavailable:
    if error.errno in _NO_ROOM:
        return StorageFull(file_errors.FULL)
    return StorageUnavailable(server_errors.AWAY if is_server else file_errors.SHUT)


def _of_database(error: DBAPIError) -> Unavailable | None:
    # Only what the SQLite library itself found has such a code; a misuse of the driver has none.
    code: int | None = getattr(error.orig, "sqlite_errorcode", None)
    state: str | None = getattr(error.orig, "sqlstate", None)
    if code in file_errors.TAKEN or state == server_errors.TAKEN:
        return StaleTurn(STALE)
    if code is not None:
        return file_errors.trouble(code)
    if state is not None:
        return server_errors.trouble(state)
    # The driver noticed by itself that nobody is at the other end any more.
    return StorageUnavailable(server_errors.AWAY) if error.connection_invalidated else None
