"""An SQLite file: made for its owner alone, and changed in one go."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, NullPool, create_engine
from sqlalchemy.exc import OperationalError

# Another may be faster each time, but the first to succeed does so for all. A file that is not
# switched after that many works as well, more slowly.
_TRIES = 10


@contextmanager
def changing_file(url: URL) -> Iterator[Connection]:
    """Lend a connection to make or change tables on: committed at the end of the block, or undone."""
    _create_for_the_owner_alone(Path(url.database or ""))
    engine = create_engine(url.set(drivername="sqlite"), poolclass=NullPool)
    with engine.connect() as connection:
        _keep_a_write_ahead_log(connection)
        # The driver begins no transaction before a CREATE TABLE, so half a migration could stay;
        # and whoever starts at the same time must wait before it looks at the revision.
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        yield connection
        connection.commit()


def _create_for_the_owner_alone(file: Path) -> None:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # A file that exists is never opened here: closing it would drop SQLite's locks on it.
    # https://www.sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_
    if not file.exists():
        file.touch(mode=0o600)


def _keep_a_write_ahead_log(connection: Connection) -> None:
    """Let readers and the writer go on side by side; the file remembers it."""
    for _ in range(_TRIES):
        try:
            connection.exec_driver_sql("PRAGMA journal_mode=WAL")
        except OperationalError:
            # While another opens a new file, this fails at once; only a transaction waits its turn.
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            connection.rollback()
        else:
            return
