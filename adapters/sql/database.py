"""The database that archive, intake, alarms and deliveries share."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Self

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from adapters.sql.config import SqlConfig
from adapters.sql.engine import engine_for
from adapters.sql.errors import translated
from adapters.sql.migrate import migrate
from adapters.sql.server import end_standstills
from adapters.sql.server_errors import BUSY
from core.domain.errors import StorageUnavailable


@dataclass(frozen=True, slots=True)
class SqlDatabase:
    """Lends connections; what goes wrong on them is raised as the core's errors."""

    engine: AsyncEngine
    is_server: bool
    _asking: AsyncEngine = field(init=False)

    def __post_init__(self) -> None:
        # One statement needs no transaction around it, which on a server is two round trips saved.
        alone = self.engine.execution_options(isolation_level="AUTOCOMMIT")
        object.__setattr__(self, "_asking", alone if self.is_server else self.engine)

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
        with translated(is_server=self.is_server):
            async with self._asking.connect() as connection:
                yield connection

    @asynccontextmanager
    async def changing(self) -> AsyncIterator[AsyncConnection]:
        """Lend a connection for one statement that changes something: it happens whole, or not at all."""
        if self.is_server:
            # Such a statement is a transaction by itself there, which is two round trips saved.
            async with self.reading() as connection:
                yield connection
        else:
            async with self.writing() as connection:
                yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """Lend a connection for one transaction: committed at the end of the block, or undone."""
        try:
            with translated(is_server=self.is_server):
                async with self.engine.begin() as connection:
                    yield connection
        except StorageUnavailable as error:
            if error.reply == BUSY:
                with translated(is_server=self.is_server):
                    await end_standstills(self.engine)
            raise
