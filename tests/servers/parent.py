"""A program that starts a PostgreSQL and says its number: `python -m tests.servers.parent FOLDER`."""

import signal
import sys
from pathlib import Path

from tests.servers.postgres_server import PostgresServer, programs

if __name__ == "__main__":
    found = programs()
    assert found
    server = PostgresServer(found, Path(sys.argv[1]))
    server.make()
    server.start()
    assert server.pid
    sys.stdout.write(f"{server.pid}\n")
    sys.stdout.flush()
    signal.pause()
