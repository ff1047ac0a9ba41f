"""SQLite's troubles, in words that say what to do about them."""

import sqlite3
from collections.abc import Mapping

from core.domain.errors import StorageFull, StorageUnavailable

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

# A key that somebody else took first. Other broken constraints are bugs of ours.
TAKEN = frozenset({sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY})

# A full disk shows as FULL, a quota or a limit on file sizes as IOERR_WRITE, and no room for the
# index of the write-ahead log as IOERR_SHMSIZE: https://www.sqlite.org/rescode.html
_NO_ROOM = frozenset(
    {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE}
)
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


def trouble(code: int) -> StorageUnavailable | None:
    """Return what an error code means for whoever saves an interview; None if it is a bug."""
    if code in _NO_ROOM:
        return StorageFull(FULL)
    sentence = _SENTENCES.get(code & _KIND)
    return StorageUnavailable(sentence) if sentence else None
