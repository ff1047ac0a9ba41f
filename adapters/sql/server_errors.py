"""PostgreSQL's troubles, in words that say what to do about them; none of them quotes the address."""

from collections.abc import Mapping

from core.domain.errors import StorageFull, StorageUnavailable

AWAY = (
    "The database server cannot be reached, or is just stopping or starting. Try again in a "
    "moment; if it stays so, check that the server runs and is where DATABASE__URL says. What was "
    "saved before is safe."
)
FULL = (
    "The database server has no room left to save the interview. Free some disk space there, then "
    "try again; what was saved before is safe."
)
CROWDED = (
    "The database server has no room for one more connection or question. Try again in a moment; "
    "if it stays so, raise its limits or stop other programs that use it."
)
BUSY = (
    "The database server did not get to it in time. Try again in a moment; if it stays so, look "
    "for a program that holds the interview tables locked."
)
CROSSED = (
    "Two programs wanted to change the same interview at the same moment, and the database server "
    "let the other one. Try again."
)
STOOD_STILL = (
    "Greenroom stood still in the middle of saving, so the database server let others go on. Try "
    "again."
)
READ_ONLY = (
    "The database server takes no changes now, as a stand-by or a server under maintenance does. "
    "Try again later, or point DATABASE__URL at the server that does."
)
LOCKED_OUT = (
    "The database server does not let Greenroom in, or not do its work there. Check user, password "
    "and database in DATABASE__URL, and that the database belongs to that user."
)
DAMAGED = (
    "The database server found its own files damaged. Stop writing to it, and restore the "
    "interview database from a backup."
)
BROKEN = (
    "The database server's disk or system failed. Check that machine, then try again; what was "
    "saved before is safe."
)

# A key that somebody else took first: unique_violation. Other broken constraints are bugs of ours.
TAKEN = "23505"

_NO_ROOM = "53100"
# https://www.postgresql.org/docs/15/errcodes-appendix.html
_SENTENCES: Mapping[str, str] = {
    "3D000": LOCKED_OUT,  # no such database
    "25006": READ_ONLY,
    "25P03": STOOD_STILL,
    "40001": CROSSED,  # serialization failure
    "40P01": CROSSED,  # deadlock
    "42501": LOCKED_OUT,  # no privilege
    "55P03": BUSY,  # lock timeout
    "57014": BUSY,  # statement timeout
    "57P01": AWAY,  # shutting down, or somebody ended this connection
    "57P02": AWAY,  # another connection crashed
    "57P03": AWAY,  # starting up
    "57P05": AWAY,  # silent for too long
    "XX001": DAMAGED,
    "XX002": DAMAGED,
}
_CLASSES: Mapping[str, str] = {
    "08": AWAY,  # connections
    "28": LOCKED_OUT,  # user and password
    "53": CROWDED,  # too many connections, out of memory
    "58": BROKEN,
}


def trouble(state: str) -> StorageUnavailable | None:
    """Return what an SQLSTATE means for whoever saves an interview; None if it is a bug."""
    if state == _NO_ROOM:
        return StorageFull(FULL)
    sentence = _SENTENCES.get(state) or _CLASSES.get(state[:2])
    return StorageUnavailable(sentence) if sentence else None
