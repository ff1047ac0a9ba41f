"""What is kept outlives everything: a newer version, a backup and its restoration, a killed process."""

import json
import signal
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import make_url

from tests.journeys.terminal import CTRL_D, Ran, greenroom, terminal
from tests.servers.databases import Databases
from tests.servers.postgres_server import programs

RELEASES = Path(__file__).parents[1] / "releases"
PROMPT = "you ▸"
ANSWER = "At my last company I led the migration of our billing system, and we lost no invoice."


def began(home: Path, **variables: Any) -> None:
    """Begin an interview, answer once, and pause."""
    (home / "first.txt").write_text(f"{ANSWER}\n/pause\n")
    ran = greenroom(
        "practice", "--script", home / "first.txt", "--type", "behavioral", "--seed", "7",
        home=home, **variables,
    )  # fmt: skip
    assert ran.code == 0, ran.sentences


def gone_on(home: Path, **variables: Any) -> tuple[Ran, str]:
    """Go on with the last interview, to its end; return the transcript too."""
    (home / "rest.txt").write_text("I measured it every night until nothing differed.\n/end\n")
    ran = greenroom(
        "practice", "--resume", "last", "--script", home / "rest.txt", "--out", home / "out",
        home=home, **variables,
    )  # fmt: skip
    assert ran.code == 0, ran.sentences
    report = json.loads((home / "out" / "report.json").read_bytes())
    assert report["about"]["ending"] == "asked"
    return ran, (home / "out" / "transcript.md").read_text()


@pytest.mark.parametrize(
    "release", sorted(RELEASES.glob("*_paused.sql")), ids=lambda path: path.stem
)
def test_an_interview_that_an_earlier_version_paused_goes_on(release: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "greenroom.db")) as database:
        database.executescript(release.read_text())

    ran, transcript = gone_on(tmp_path)

    assert "Question 1 of 2" in ran.out
    assert "no lost invoice" in transcript
    assert "I measured it every night" in transcript


def test_a_copy_of_the_file_made_while_it_is_in_use_is_a_backup(tmp_path: Path) -> None:
    began(tmp_path)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with (
        closing(sqlite3.connect(tmp_path / "greenroom.db")) as live,
        closing(sqlite3.connect(elsewhere / "greenroom.db")) as copy,
    ):
        live.execute("BEGIN IMMEDIATE")
        live.rollback()
        live.backup(copy)

    _, transcript = gone_on(elsewhere)

    assert ANSWER in transcript


async def test_a_dump_of_the_server_is_a_backup(
    postgres_url: str, postgres: Databases, tmp_path: Path
) -> None:
    began(tmp_path, DATABASE__URL=postgres_url)
    dump = tmp_path / "greenroom.dump"
    _pg("pg_dump", "--format=custom", f"--file={dump}", f"--dbname={_plain(postgres_url)}")

    async with postgres.bare() as restored:
        _pg("pg_restore", "--no-owner", f"--dbname={_plain(restored)}", str(dump))
        _, transcript = gone_on(tmp_path, DATABASE__URL=restored)

    assert ANSWER in transcript


def test_a_killed_process_on_servers_is_gone_on_from(
    postgres_url: str, redis_url: str, tmp_path: Path
) -> None:
    # Any: mypy takes a mapping for the width of the screen, too.
    servers: Any = {"DATABASE__URL": postgres_url, "REDIS__URL": redis_url}
    with terminal("practice", "--type", "behavioral", home=tmp_path, **servers) as screen:
        screen.see(PROMPT)
        screen.say(ANSWER)
        screen.see(PROMPT)
        screen.see("hints left")
        screen.process.send_signal(signal.SIGKILL)
        screen.process.wait()

    with terminal("practice", "--resume", "last", home=tmp_path, **servers) as screen:
        recalled = screen.see("We were cut off.")
        screen.see(PROMPT)
        screen.type(CTRL_D)
        screen.see("To go on:")
        code = screen.end()

    assert f"you ▸ {ANSWER}"[:40] in recalled
    assert code == 0


def _pg(program: str, *options: str) -> None:
    folder = programs()
    assert folder
    subprocess.run([folder / program, *options], check=True)  # noqa: S603 -- our own words


def _plain(url: str) -> str:
    """Return an address as PostgreSQL's own programs spell it."""
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
