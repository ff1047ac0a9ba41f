"""Databases on a PostgreSQL server, one for each test: a copy of one that was made ready once."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from uuid import uuid4

from sqlalchemy import NullPool, text
from sqlalchemy.ext.asyncio import create_async_engine

from adapters.sql import SqlConfig
from adapters.sql.migrate import migrate


@dataclass(slots=True)
class Databases:
    """Makes databases on the server of `url`, and removes them after use."""

    url: str
    _ready: str | None = None

    @asynccontextmanager
    async def fresh(self) -> AsyncIterator[str]:
        """Lend a database with all tables and nothing in them."""
        if self._ready is None:
            ready = _name()
            await self.do(f"CREATE DATABASE {ready}")
            await asyncio.to_thread(migrate, SqlConfig(url=self._named(ready)).url)
            self._ready = ready
        # Copying through the log spares the server a checkpoint for each copy.
        async with self._lent(f"TEMPLATE {self._ready} STRATEGY wal_log") as url:
            yield url

    @asynccontextmanager
    async def bare(self) -> AsyncIterator[str]:
        """Lend a database without any tables."""
        async with self._lent() as url:
            yield url

    async def remove_ready(self) -> None:
        """Remove what the copies were made of."""
        if self._ready:
            await self.do(f"DROP DATABASE {self._ready} WITH (FORCE)")
            self._ready = None

    async def do(self, command: str) -> None:
        """Tell the server to do something."""
        await do(self.url, command)

    @asynccontextmanager
    async def _lent(self, how: str = "") -> AsyncIterator[str]:
        name = _name()
        await self.do(f"CREATE DATABASE {name} {how}")
        try:
            yield self._named(name)
        finally:
            await self.do(f"DROP DATABASE {name} WITH (FORCE)")

    def _named(self, name: str) -> str:
        return SqlConfig(url=self.url).url.set(database=name).render_as_string(hide_password=False)


async def do(url: str, command: str) -> object:
    """Tell the server at `url` to do something; return the first thing that it answers, if any."""
    engine = create_async_engine(
        SqlConfig(url=url).url, poolclass=NullPool, isolation_level="AUTOCOMMIT"
    )
    async with engine.connect() as connection:
        answer = await connection.execute(text(command))
        return answer.scalar() if answer.returns_rows else None


def _name() -> str:
    return f"greenroom_test_{uuid4().hex[:12]}"
