"""The database that archive, intake, alarms and deliveries share."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Self

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from adapters.sql.config import SqlConfig
from adapters.sql.engine import engine_for
from adapters.sql.errors import translated
from adapters.sql.migrate import migrate


@dataclass(frozen=True, slots=True)
class SqlDatabase:
    """Lends connections; what goes wrong on them is raised as the core's errors."""

    engine: AsyncEngine
    is_server: bool

    @classmethod
    @asynccontextmanager
    async def opened(cls, config: SqlConfig) -> AsyncIterator[Self]:
        """Open the database, made or brought up to date first; raise `StorageUnavailable` if it cannot be."""
        with translated(is_server=config.is_server):
            await asyncio.to_thread(migrate, config.url)
            engine = await asyncio.to_thread(engine_for, config.url)
        try:
            yield cls(engine, config.is_server)
        finally:
            await engine.dispose()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """Lend a connection for one question."""
        engine = self.engine
        if self.is_server:
            # One statement needs no transaction around it, which is two round trips saved.
            engine = engine.execution_options(isolation_level="AUTOCOMMIT")
        with translated(is_server=self.is_server):
            async with engine.connect() as connection:
                yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """Lend a connection for one transaction: committed at the end of the block, or undone."""
        with translated(is_server=self.is_server):
            async with self.engine.begin() as connection:
                yield connection
