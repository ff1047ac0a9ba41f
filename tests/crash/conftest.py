"""Bots to be killed, and what they share."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.crash.play import Backend, Nursery, nursery
from tests.crash.undisturbed import Cast, cast
from tests.servers.redis import emptied


@pytest.fixture(scope="session")
def born() -> Iterator[Nursery]:
    """Lend a place where bots are born."""
    with nursery() as lent:
        yield lent


@pytest.fixture
async def everybody() -> Cast:
    """Return one candidate of each kind."""
    return await cast()


@pytest.fixture
def on_file(tmp_path: Path) -> Backend:
    """Keep everything in a file, and nothing elsewhere."""
    return Backend(f"sqlite:///{tmp_path / 'greenroom.db'}")


@pytest.fixture
async def on_servers(postgres_url: str, redis_url: str) -> AsyncIterator[Backend]:
    """Keep everything on a PostgreSQL, and share the rest in a Redis."""
    async with emptied(redis_url):
        yield Backend(postgres_url, redis_url)


@pytest.fixture(params=["sqlite", "postgresql-redis"])
def backend(request: pytest.FixtureRequest) -> Backend:
    """Lend the one, and then the other."""
    name = "on_file" if request.param == "sqlite" else "on_servers"
    lent: Backend = request.getfixturevalue(name)
    return lent
