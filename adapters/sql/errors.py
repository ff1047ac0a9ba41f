"""A database's troubles, in words that say what to do about them."""

import errno
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from core.domain.errors import StaleTurn, StorageFull, StorageUnavailable

STALE = "The interview went on in the meantime. Read on, and say that again if it still fits."
FULL = (
    "There is no room left to save the interview. Free some disk space, or raise the quota, "
    "then try again; what was saved before is safe."
)
BUSY = (
    "The interview database is busy, since another program is writing to it. Try again, and close "
    "that program if it stays so."
)
DAMAGED = (
    "The interview database is damaged, or is no database at all. Restore it from a backup, or "
    "point DATABASE__URL at another file."
)
SHUT = (
    "The interview database cannot be opened for writing. Check that the file that DATABASE__URL "
    "names, and its folder, belong to the user who runs Greenroom."
)
BROKEN = (
    "The disk failed while the interview database was used. Check the disk and what it is "
    "connected with, then try again."
)

# A full disk shows as FULL, a quota or a limit on file sizes as IOERR_WRITE, and no room for the
# index of the write-ahead log as IOERR_SHMSIZE: https://www.sqlite.org/rescode.html
_NO_ROOM = frozenset(
    {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE}
)
_NO_ROOM_ERRNO = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_SENTENCES: Mapping[int, str] = {
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: DAMAGED,
    sqlite3.SQLITE_CANTOPEN: SHUT,
    sqlite3.SQLITE_PERM: SHUT,
    sqlite3.SQLITE_READONLY: SHUT,
    sqlite3.SQLITE_IOERR: BROKEN,
}
# The lower byte of an extended code is the kind of the error.
_KIND = 0xFF


@contextmanager
def translated() -> Iterator[None]:
    """Raise what goes wrong with the database as the core's errors; bugs pass as they are."""
    try:
        yield
    except IntegrityError as error:
        raise StaleTurn(STALE) from error
    except NoConnectionFree as error:
        raise StorageUnavailable(BUSY) from error
    except OSError as error:
        raise _of_files(error) from error
    except DBAPIError as error:
        trouble = _of_sqlite(error.orig)
        if trouble is None:
            raise
        raise trouble from error


def _of_files(error: OSError) -> StorageUnavailable:
    return StorageFull(FULL) if error.errno in _NO_ROOM_ERRNO else StorageUnavailable(SHUT)


def _of_sqlite(error: BaseException | None) -> StorageUnavailable | None:
    # Only what the SQLite library itself found has a code; a misuse of the driver has none.
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    if code in _NO_ROOM:
        return StorageFull(FULL)
    sentence = _SENTENCES.get(code & _KIND)
    return StorageUnavailable(sentence) if sentence else None
