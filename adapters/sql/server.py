"""A PostgreSQL server: whoever changes the tables there does so alone."""

from collections.abc import Callable

from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncEngine

# Any number will do, as long as `migrations/env.py` takes the same one.
MIGRATING = 4_773_657
# Somebody else's migration may take a while, but not for ever.
PATIENCE_S = 60


async def change_server(engine: AsyncEngine, change: Callable[[Connection], None]) -> None:
    """Let `change` make or alter tables in one transaction, after whoever is at it already."""
    try:
        async with engine.begin() as connection:
            await connection.execute(text(f"SET LOCAL lock_timeout = '{PATIENCE_S}s'"))
            await connection.execute(text(f"SELECT pg_advisory_xact_lock({MIGRATING})"))
            await connection.run_sync(change)
    finally:
        await engine.dispose()
