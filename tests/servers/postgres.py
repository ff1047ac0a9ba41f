"""PostgreSQL for tests: databases of their own, on a server that was named or on one of our own."""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.servers.databases import Databases
from tests.servers.options import give_up
from tests.servers.postgres_server import PostgresServer, programs

MISSING = (
    "There is no PostgreSQL here. Install it (apt install postgresql), or name a running one with "
    "--postgres-url."
)


@pytest.fixture(scope="session")
def postgres(pytestconfig: pytest.Config) -> Iterator[Databases]:
    """Make databases for tests: on the server that was named, or on one of our own."""
    named = pytestconfig.getoption("--postgres-url")
    for url in [str(named)] if named else (server.url for server in _running(pytestconfig)):
        databases = Databases(url)
        yield databases
        asyncio.run(databases.remove_ready())


@pytest.fixture(scope="session")
def mortal_postgres(pytestconfig: pytest.Config) -> Iterator[PostgresServer]:
    """Lend a server that tests may stop, as long as they start it again."""
    yield from _running(pytestconfig)


@pytest.fixture
async def postgres_url(postgres: Databases) -> AsyncIterator[str]:
    """Where a fresh database is, made ready for the bot."""
    async with postgres.fresh() as url:
        yield url


@pytest.fixture
async def bare_postgres_url(postgres: Databases) -> AsyncIterator[str]:
    """Where a fresh database is that holds nothing at all."""
    async with postgres.bare() as url:
        yield url


def _running(config: pytest.Config) -> Iterator[PostgresServer]:
    found = programs()
    if found is None or not shutil.which("setpriv"):
        give_up(config, MISSING)
        return
    # Not among pytest's own folders: those are shut for the user whom PostgreSQL runs as.
    with tempfile.TemporaryDirectory(prefix="greenroom-") as folder:
        server = PostgresServer(found, Path(folder))
        server.make()
        server.start()
        try:
            yield server
        finally:
            server.stop()
