"""Brings an embedded database to the shape that this code expects; for others, that is the operator's move."""

import logging
from importlib import resources
from pathlib import Path
from threading import Lock

from alembic import command
from alembic.config import Config
from alembic.script.revision import ResolutionError
from alembic.util import CommandError
from sqlalchemy import URL, Connection, NullPool, create_engine
from sqlalchemy.exc import OperationalError

from core.domain.errors import StorageNewer

NEWER = (
    "The database was written by a newer version of Greenroom. Update Greenroom, or point "
    "DATABASE__URL elsewhere."
)

# Alembic's `context` and `op` are global to the process.
_one_at_a_time = Lock()
# Another may be faster each time, but the first to succeed does so for all. A file that is not
# switched after that many works as well, more slowly.
_TRIES = 10


def migrate(url: URL) -> None:
    """Create an SQLite database, or bring an old one up to date; all of that or nothing.

    This blocks. Raises `StorageNewer` if the database is ahead of this code.
    """
    _create_for_the_owner_alone(Path(url.database or ""))
    engine = create_engine(url.set(drivername="sqlite"), poolclass=NullPool)
    with engine.connect() as connection:
        _keep_a_write_ahead_log(connection)
        # The driver begins no transaction before a CREATE TABLE, so half a migration could stay;
        # and whoever starts at the same time must wait before it looks at the revision.
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        _upgrade(connection)
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


def _upgrade(connection: Connection) -> None:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(resources.files("migrations")).replace("%", "%%"))
    # Alembic tells at INFO that it has nothing to do, each time.
    logging.getLogger("alembic").setLevel(logging.WARNING)
    try:
        with _one_at_a_time:
            command.upgrade(config, "head")
    except CommandError as error:
        if isinstance(error.__cause__, ResolutionError):
            raise StorageNewer(NEWER) from error
        raise
