"""What bots need goes away in the middle of interviews, and comes back."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from tests.crash.play import Backend, Nursery, Play
from tests.crash.undisturbed import Cast
from tests.servers.databases import Databases
from tests.servers.postgres_server import PostgresServer
from tests.servers.redis_server import RedisServer

LONG_S = 55
AWAY_S = 3
# Long enough that two bots hold an interview at once for a while, after Redis forgot who does.
LEASE_S = 4.0
THOUGHT_S = 0.05


@pytest.fixture
async def mortal(own_redis: RedisServer, mortal_postgres: PostgresServer) -> AsyncIterator[Backend]:
    """Lend servers that may be stopped, as long as they run again in the end."""
    databases = Databases(mortal_postgres.url)
    async with databases.bare() as url:
        yield Backend(url, own_redis.url)


@pytest.mark.parametrize("bots", [1, 2])
async def test_redis_forgets_everything(
    born: Nursery, mortal: Backend, everybody: Cast, bots: int
) -> None:
    async with _played(born, mortal, everybody, bots, lease_s=LEASE_S) as play:
        for many in (3, 8, 15, 20):
            await play.seen(many)
            await mortal.forget()


@pytest.mark.parametrize("bots", [1, 2])
async def test_redis_is_away_for_a_while(
    born: Nursery,
    mortal: Backend,
    own_redis: RedisServer,
    everybody: Cast,
    bots: int,
) -> None:
    async with _played(born, mortal, everybody, bots) as play:
        await play.seen(5)
        own_redis.kill()
        await asyncio.sleep(AWAY_S)
        own_redis.start()


@pytest.mark.parametrize("bots", [1, 2])
async def test_postgresql_starts_anew(
    born: Nursery,
    mortal: Backend,
    mortal_postgres: PostgresServer,
    everybody: Cast,
    bots: int,
) -> None:
    async with _played(born, mortal, everybody, bots) as play:
        for many in (5, 12):
            await play.seen(many)
            mortal_postgres.kill()
            mortal_postgres.start()


async def test_the_systems_clock_is_set_an_hour_on(
    born: Nursery, backend: Backend, everybody: Cast
) -> None:
    async with _played(born, backend, everybody, 1) as play:
        await play.seen(5)
        os.kill(play.paper.bots[0].pid, signal.SIGUSR1)


@asynccontextmanager
async def _played(
    born: Nursery, backend: Backend, everybody: Cast, bots: int, lease_s: float = 0.6
) -> AsyncIterator[Play]:
    async with (
        asyncio.timeout(LONG_S),
        Play.open(born, backend, everybody, thought_s=THOUGHT_S) as play,
    ):
        play.lease_s = lease_s
        for number in range(bots):
            await play.bot(f"bot{number}")
        yield play
        verdict = await play.finish()
    assert verdict.traces == []
