"""What an interview weighs: in the memory of a process of its own, in Redis, and in SQL."""

import asyncio
import gc
import os
import tracemalloc
from collections.abc import Awaitable, Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from pydantic import SecretStr

from adapters.redis import RedisConfig, connected
from bench.crowd import all_at_once
from bench.ways import Way, file_way, server_way
from tests.servers.databases import Databases, do

INTERVIEWS = 500
# Before these, so many others teach the process all that is learnt once.
FIRST = 50
TURNS = 2
# Tracing makes everything several times as slow.
TRACED = 100
KB = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """Kilobytes an interview: once it is opened, and after its turns."""

    opened_kb: float
    answered_kb: float
    traced_kb: float
    redis_kb: float
    sql_kb: float


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a process keeps its interviews; without Redis it is alone."""

    sql: str
    redis: str | None

    def open(self) -> AbstractAsyncContextManager[Way]:
        return server_way(self.sql, self.redis) if self.redis else file_way(self.sql)


async def weights(redis: str, postgres: str, folder: Path) -> dict[str, Weight]:
    """Weigh interviews on servers, and in a process that is alone."""
    databases = Databases(postgres)
    async with databases.bare() as seen, databases.bare() as traced:
        on_servers = await _weight(
            _Place(seen, redis), _Place(traced, redis), lambda: _on_server(seen), redis
        )
    seen_file, traced_file = folder / "seen.db", folder / "traced.db"
    alone = await _weight(
        _Place(f"sqlite:///{seen_file}", None),
        _Place(f"sqlite:///{traced_file}", None),
        lambda: _in_file(seen_file),
        None,
    )
    return {"postgres and redis": on_servers, "sqlite alone": alone}


async def _weight(
    seen: _Place, traced: _Place, sql_bytes: Callable[[], Awaitable[int]], redis: str | None
) -> Weight:
    if redis:
        await _emptied(redis)
    opened, answered = await _elsewhere(seen, is_traced=False)
    in_redis = await _in_redis(redis) if redis else 0
    if redis:
        await _emptied(redis)
    _, of_python = await _elsewhere(traced, is_traced=True)
    return Weight(
        opened_kb=opened / INTERVIEWS / KB,
        answered_kb=answered / INTERVIEWS / KB,
        traced_kb=of_python / TRACED / KB,
        redis_kb=in_redis / (FIRST + INTERVIEWS) / KB,
        sql_kb=await sql_bytes() / (FIRST + INTERVIEWS) / KB,
    )


async def _elsewhere(place: _Place, *, is_traced: bool) -> tuple[int, int]:
    """Weigh in a new process, in which nothing was done before."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(pool, _weigh, place, is_traced)


def _weigh(place: _Place, is_traced: bool) -> tuple[int, int]:  # noqa: FBT001 -- an executor passes no names
    return asyncio.run(_grown(place, _traced if is_traced else _resident))


async def _grown(place: _Place, size: Callable[[], int]) -> tuple[int, int]:
    """Return how many bytes the process grew by when interviews were opened, and when they had their turns."""
    is_traced = size is _traced
    async with place.open() as way:
        await _lived(way, range(FIRST))
        if is_traced:
            tracemalloc.start()
        before = size()
        numbers = range(FIRST, FIRST + (TRACED if is_traced else INTERVIEWS))
        await all_at_once(way.begin, numbers)
        opened = size() - before
        for _ in range(TURNS):
            await all_at_once(way.answer, numbers)
        return opened, size() - before


async def _lived(way: Way, numbers: range) -> None:
    await all_at_once(way.begin, numbers)
    for _ in range(TURNS):
        await all_at_once(way.answer, numbers)


def _resident() -> int:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def _traced() -> int:
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


async def _emptied(redis: str) -> None:
    async with connected(RedisConfig(url=SecretStr(redis))) as client:
        await client.flushdb()


async def _in_redis(redis: str) -> int:
    async with connected(RedisConfig(url=SecretStr(redis))) as client:
        keys = [key async for key in client.scan_iter("*interview-*", count=1000)]
        return sum([await client.memory_usage(key, samples=0) or 0 for key in keys])


async def _on_server(url: str) -> int:
    size = await do(
        url,
        "SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
    )
    return int(str(size))


async def _in_file(file: Path) -> int:
    return await asyncio.to_thread(lambda: file.stat().st_size)
