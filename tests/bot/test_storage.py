"""A database that cannot be used."""

import resource
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.bot.desk import run

COMMANDS = (["practice", "--script", "SCRIPT"], ["history"], ["report", "last"], ["doctor"])


def newer(database: Path) -> None:
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()


def corrupt(database: Path) -> None:
    database.write_bytes(b"this is no database at all " * 100)


def folder(database: Path) -> None:
    database.unlink()
    database.mkdir()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: each[0])
@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (newer, "written by a newer version of Greenroom. Update Greenroom"),
        (corrupt, "is damaged, or is no database at all. Restore it from a backup"),
        (folder, "cannot be opened for writing. Check that the file"),
    ],
    ids=["newer", "corrupt", "folder"],
)
def test_each_command_says_what_to_do(
    command: list[str],
    spoil: Callable[[Path], None],
    says: str,
    home: Path,
    script: Path,
) -> None:
    assert run("practice", "--script", script).code == 0
    for leftover in ("greenroom.db-wal", "greenroom.db-shm"):
        (home / leftover).unlink(missing_ok=True)
    spoil(home / "greenroom.db")

    said = run(*(str(script) if word == "SCRIPT" else word for word in command))

    assert said.code == 1
    assert says in said.sentences


def test_a_busy_database_is_waited_for_and_then_named(
    home: Path, script: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("practice", "--script", script).code == 0
    database = home / "greenroom.db"
    monkeypatch.setenv("DATABASE__URL", f"sqlite:///{database}?timeout=0.1")
    other = sqlite3.connect(database)
    other.execute("BEGIN IMMEDIATE")

    said = run("practice", "--script", script)
    other.close()

    assert said.code == 1
    assert "is busy, since another program is writing to it. Try again" in said.err


@contextmanager
def files_at_most(size_bytes: int) -> Iterator[None]:
    """Let no file grow further, as on a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size_bytes, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_an_answer_for_which_there_is_no_room_stops_the_script(tmp_path: Path) -> None:
    assert run("doctor").code == 0
    (tmp_path / "long.txt").write_text("an answer\n" + "word " * 400_000 + "\nthe rest\n")

    with files_at_most(900_000):
        said = run("practice", "--script", tmp_path / "long.txt")

    assert said.code == 1
    assert "There is no room left to save the interview." in said.sentences
    assert "Line 2 of the script could not be taken" in said.sentences
    assert "To go on: greenroom practice --resume" in said.sentences
    assert "the rest" not in said.out
