"""Connections to the database, and what each of them is told first."""

from sqlalchemy import URL, PoolProxiedConnection, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import InvalidatePoolError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from adapters.sql.encryption import encryption

# A turn holds a connection for some milliseconds, so ten serve hundreds of interviews; a server
# lends a hundred in all by default, and other bots want some.
CONNECTIONS = 10
# An unanswered knock is given up after this; the driver would wait for a minute.
KNOCK_S = 10
# Firewalls forget a connection that is silent for long, and tell nobody.
RENEWED_S = 1_800
# A process that stands still in the middle of a transaction, or whose machine is gone, keeps others
# from the interviews it was writing. The server ends that after the first; where it cannot, those who
# wait do so after the second.
STANDSTILL_S, LOCKED_S = 3, 5
_PATIENCE = (
    f"SELECT set_config('idle_in_transaction_session_timeout', '{STANDSTILL_S}s', false), "
    f"set_config('lock_timeout', '{LOCKED_S}s', false)"
)


def engine_for(url: URL) -> AsyncEngine:
    """Return what lends connections to a database; its owner disposes of it.

    This looks files up, so it may block.
    """
    return _for_file(url) if url.get_backend_name() == "sqlite" else _for_server(url)


def _for_file(url: URL) -> AsyncEngine:
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


def _for_server(url: URL) -> AsyncEngine:
    engine = create_async_engine(
        url,
        hide_parameters=True,
        pool_size=CONNECTIONS,
        max_overflow=0,
        pool_recycle=RENEWED_S,
        # The fences are made for this one, whatever a server has for its default.
        isolation_level="READ COMMITTED",
        connect_args={
            "ssl": encryption(url),
            # Told that there is none, the driver looks for none in files and in the environment.
            "password": url.password or "",
            "timeout": KNOCK_S,
            "server_settings": {"application_name": "greenroom"},
        },
    )
    # SQLAlchemy's `pool_pre_ping` costs three round trips each time a connection is lent. A server
    # that stops says so at once, and this only has to look.
    event.listen(engine.sync_engine, "checkout", _refuse_closed)
    event.listen(engine.sync_engine, "connect", _end_standstills)
    return engine


def _prepare(connection: PoolProxiedConnection, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys=ON")
    # With NORMAL a power cut may take the last commits with it: answers we said were saved.
    cursor.execute("PRAGMA synchronous=FULL")
    # How long to wait for another program, 5 s, is the driver's default; `?timeout=` changes it.
    cursor.close()


def _end_standstills(connection: PoolProxiedConnection, _record: object) -> None:
    # Not among the `server_settings`, where PgBouncer would refuse it.
    cursor = connection.cursor()
    cursor.execute(_PATIENCE)
    cursor.close()
    connection.commit()


def _refuse_closed(connection: DBAPIConnection, _record: object, _proxy: object) -> None:
    if connection.driver_connection.is_closed():
        raise InvalidatePoolError
