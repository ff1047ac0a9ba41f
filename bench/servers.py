"""The servers of a benchmark: the tests' own, started for it alone; the kernel ends them if it dies."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.servers.postgres_server import PostgresServer, programs
from tests.servers.redis_server import RedisServer, program

MISSING = "A server is missing here. On Debian and Ubuntu: apt install redis-server postgresql"


@contextmanager
def redis_server() -> Iterator[RedisServer]:
    """Lend a Redis."""
    found = program()
    if found is None:
        raise SystemExit(MISSING)
    with tempfile.TemporaryDirectory() as folder:
        server = RedisServer(found, Path(folder))
        server.start()
        try:
            yield server
        finally:
            server.kill()


@contextmanager
def postgres_server() -> Iterator[PostgresServer]:
    """Lend a PostgreSQL; it does not wait for its disk, which is to its advantage."""
    found = programs()
    if found is None:
        raise SystemExit(MISSING)
    # Not a folder that is shut for the user whom PostgreSQL runs as.
    with tempfile.TemporaryDirectory(prefix="greenroom-") as folder:
        server = PostgresServer(found, Path(folder))
        server.make()
        server.start()
        try:
            yield server
        finally:
            server.stop()
