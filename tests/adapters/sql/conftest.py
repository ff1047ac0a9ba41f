"""Real databases: in a file of their own, and on a server."""

import os
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from adapters.sql import SqlConfig
from tests.servers.databases import Databases
from tests.servers.postgres_server import PostgresServer

NOBODY = 65_534


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "transcripts" / "greenroom.db"


@pytest.fixture
def config(file: Path) -> SqlConfig:
    """Name a database that soon gives up waiting for other writers."""
    return SqlConfig(url=f"sqlite:///{file}?timeout=0.1")


@pytest.fixture
def on_server(postgres_url: str) -> SqlConfig:
    """Name a database on a server, made ready for the bot."""
    return SqlConfig(url=postgres_url)


@pytest.fixture
def bare_on_server(bare_postgres_url: str) -> SqlConfig:
    """Name a database on a server that holds nothing yet."""
    return SqlConfig(url=bare_postgres_url)


@pytest.fixture
async def on_mortal(mortal_postgres: PostgresServer) -> AsyncIterator[SqlConfig]:
    """Name a database on a server that may be stopped, as long as it runs again in the end."""
    async with Databases(mortal_postgres.url).bare() as url:
        yield SqlConfig(url=url)


@pytest.fixture(params=["file", "server"])
async def anywhere(request: pytest.FixtureRequest, file: Path) -> AsyncIterator[SqlConfig]:
    """Name a database that holds nothing yet, here or there."""
    if request.param == "file":
        file.parent.mkdir()
        yield SqlConfig(url=f"sqlite:///{file}")
        return
    databases: Databases = request.getfixturevalue("postgres")
    async with databases.bare() as url:
        yield SqlConfig(url=url)


@pytest.fixture
def shut_folder() -> Iterator[Path]:
    """Lend a folder that may be looked into but not written to, not even by root, for a while."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o555)
        was = os.geteuid()
        if was == 0:
            os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            os.seteuid(was)
            folder.chmod(0o755)
