"""Runs the migrations: on the connection that a program hands over, or on `alembic -x url=...`."""

import asyncio

from alembic import context
from alembic.util import CommandError
from sqlalchemy import URL, Connection, NullPool, make_url
from sqlalchemy.ext.asyncio import create_async_engine

DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}
# The same number as in `adapters/sql/server.py`: a bot that starts waits for this command, and the reverse.
MIGRATING = 4_773_657


def run(connection: Connection) -> None:
    # SQLite can alter little about a table, so Alembic makes a new one and copies the rows.
    context.configure(connection=connection, render_as_batch=connection.dialect.name == "sqlite")
    with context.begin_transaction():
        context.run_migrations()


async def run_alone(url: URL) -> None:
    engine = create_async_engine(url, poolclass=NullPool)
    async with engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            # The driver itself begins no transaction before a CREATE TABLE.
            await connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            await connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MIGRATING})")
        await connection.run_sync(run)


def address() -> URL:
    given = context.get_x_argument(as_dictionary=True).get("url")
    if not isinstance(given, str):
        raise CommandError("say which database: alembic -x url=sqlite:///folder/file.db ...")
    url = make_url(given)
    return url.set(drivername=DRIVERS.get(url.get_backend_name(), url.drivername))


connection: Connection | None = context.config.attributes.get("connection")
if context.is_offline_mode():
    context.configure(url=address(), literal_binds=True, dialect_opts={"paramstyle": "named"})
    with context.begin_transaction():
        context.run_migrations()
elif connection is not None:
    run(connection)
else:
    asyncio.run(run_alone(address()))
