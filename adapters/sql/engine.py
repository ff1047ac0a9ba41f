"""Connections to the database, and what each of them is told first."""

from sqlalchemy import URL, PoolProxiedConnection, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine


def engine_for(url: URL) -> AsyncEngine:
    """Return what lends connections to an SQLite database; its owner disposes of it.

    This looks the file up, so it may block.
    """
    engine = create_async_engine(
        url,
        # An error must not carry what somebody said into a log.
        hide_parameters=True,
        # SQLite has one writer at a time. Who waits here gets their turn in order; who waits for
        # SQLite's own lock tries again now and then, and may starve: 2.6 s where 0.6 s will do.
        pool_size=1,
        max_overflow=0,
    )
    event.listen(engine.sync_engine, "connect", _prepare)
    return engine


def _prepare(connection: PoolProxiedConnection, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys=ON")
    # With NORMAL a power cut may take the last commits with it: answers we said were saved.
    cursor.execute("PRAGMA synchronous=FULL")
    # How long to wait for another program, 5 s, is the driver's default; `?timeout=` changes it.
    cursor.close()
