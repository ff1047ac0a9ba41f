"""What the tests' own PostgreSQL owes: it is missed out loud, and it outlives nobody."""

import os
import select
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.servers import postgres as servers
from tests.servers.databases import Databases, do
from tests.servers.postgres import MISSING, _running

ROOT = Path(__file__).parents[2]
TABLES = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"


@pytest.mark.parametrize(
    ("is_required", "outcome"), [(False, pytest.skip.Exception), (True, pytest.fail.Exception)]
)
def test_without_a_server_a_test_says_what_to_install(
    *,
    pytestconfig: pytest.Config,
    monkeypatch: pytest.MonkeyPatch,
    is_required: bool,
    outcome: type[BaseException],
) -> None:
    monkeypatch.setattr(pytestconfig.option, "require_servers", is_required)
    monkeypatch.setattr(servers, "programs", lambda: None)

    with pytest.raises(outcome, match="apt install postgresql") as missed:
        next(_running(pytestconfig))

    assert str(missed.value) == MISSING


@pytest.mark.usefixtures("postgres")
def test_a_server_ends_with_whoever_started_it() -> None:
    with tempfile.TemporaryDirectory(prefix="greenroom-") as folder:
        command = [sys.executable, "-m", "tests.servers.parent", folder]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as parent:  # noqa: S603 -- our own words
            assert parent.stdout
            pid = int(parent.stdout.readline())
            watch = os.pidfd_open(pid)
            parent.kill()

        # Readable once the process is gone.
        gone, _, _ = select.select([watch], [], [], 20)
        os.close(watch)
        assert gone


async def test_every_test_has_a_database_of_its_own(postgres: Databases) -> None:
    async with postgres.fresh() as one, postgres.fresh() as other, postgres.bare() as bare:
        await do(one, "DROP TABLE waiting")

        tables = [await do(url, TABLES) for url in (one, other, bare)]

    assert tables == [6, 7, 0]
