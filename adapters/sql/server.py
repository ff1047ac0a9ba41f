"""A PostgreSQL server: whoever changes the tables there does so alone."""

from collections.abc import Callable

from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.sql.engine import STANDSTILL_S

# Any number will do, as long as `migrations/env.py` takes the same one.
MIGRATING = 4_773_657
# Somebody else's migration may take a while, but not for ever.
PATIENCE_S = 60

_STANDSTILLS = text(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = current_user "
    "AND datname = current_database() AND application_name = 'greenroom' "
    "AND state = 'active' AND wait_event = 'ClientRead' "
    "AND state_change < clock_timestamp() - make_interval(secs => :standstill_s)"
)


async def change_server(engine: AsyncEngine, change: Callable[[Connection], None]) -> None:
    """Let `change` make or alter tables in one transaction, after whoever is at it already."""
    try:
        async with engine.begin() as connection:
            await connection.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
            await connection.execute(text(f"SET LOCAL lock_timeout = '{PATIENCE_S}s'"))
            await connection.execute(text(f"SELECT pg_advisory_xact_lock({MIGRATING})"))
            await connection.run_sync(change)
    finally:
        await engine.dispose()


async def end_standstills(engine: AsyncEngine) -> None:
    """End sessions of ours that have been in the middle of a statement for so long that they stand still.

    The driver sends some statements in two parts; no time limit of the server counts in between.
    """
    async with engine.connect() as connection:
        await connection.execute(_STANDSTILLS, {"standstill_s": STANDSTILL_S})
