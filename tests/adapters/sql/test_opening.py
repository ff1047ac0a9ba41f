import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from stat import S_IMODE

import pytest
from pydantic import ValidationError

from adapters.sql import SqlArchive, SqlConfig
from core.domain.errors import StorageUnavailable
from tests.adapters.sql.threads import connection_threads, have_ended
from tests.scenes import opened_interview

DIARY = b"This is a diary, not a database. " * 100


def fill(file: Path, content: bytes) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content)


def holds(file: Path, content: bytes) -> bool:
    return file.read_bytes() == content


def folder_at(file: Path) -> None:
    file.mkdir(parents=True)


def mode(path: Path) -> int:
    return S_IMODE(path.stat().st_mode)


async def test_only_its_owner_may_read_what_was_said(config: SqlConfig, file: Path) -> None:
    async with SqlArchive.opened(config) as archive:
        await archive.append(*opened_interview())

        modes = {path.name: mode(path) for path in file.parent.iterdir()}

    assert mode(file.parent) == 0o700
    assert modes == {"greenroom.db": 0o600, "greenroom.db-wal": 0o600, "greenroom.db-shm": 0o600}


async def test_somebody_elses_folder_stays_as_it_is(config: SqlConfig, file: Path) -> None:
    file.parent.mkdir()
    file.parent.chmod(0o750)

    async with SqlArchive.opened(config):
        pass

    assert mode(file.parent) == 0o750
    assert mode(file) == 0o600


async def test_a_power_cut_takes_no_answer_with_it(config: SqlConfig) -> None:
    """Full synchronisation is what SQLite asks for to be durable with a write-ahead log."""
    async with (
        SqlArchive.opened(config) as archive,
        archive._database.engine.connect() as connection,
    ):
        told = [
            await connection.exec_driver_sql(f"PRAGMA {name}")
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        ]

    assert [answer.scalar() for answer in told] == ["wal", 2, 1, 100]


async def test_whoever_writes_to_an_old_file_is_waited_for(file: Path) -> None:
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as other:
        other.execute("PRAGMA user_version=1")
        other.execute("BEGIN IMMEDIATE")
        asyncio.get_running_loop().call_later(0.05, other.rollback)
        async with SqlArchive.opened(SqlConfig(url=f"sqlite:///{file}")):
            mode_now = other.execute("PRAGMA journal_mode").fetchone()

    assert mode_now == ("wal",)


async def test_closing_ends_every_thread(config: SqlConfig) -> None:
    async with SqlArchive.opened(config) as archive:
        await archive.append(*opened_interview())
        threads = connection_threads()

    assert len(threads) == 1
    assert have_ended(threads)


async def test_a_file_that_is_no_database_is_reported(config: SqlConfig, file: Path) -> None:
    fill(file, DIARY)

    await _cannot_be_opened(config, because="damaged, or is no database")

    assert holds(file, DIARY)


async def test_a_folder_in_place_of_the_file_is_reported(config: SqlConfig, file: Path) -> None:
    folder_at(file)

    await _cannot_be_opened(config, because="cannot be opened for writing")


async def test_a_file_in_place_of_the_folder_is_reported(config: SqlConfig, file: Path) -> None:
    file.parent.touch()

    await _cannot_be_opened(config, because="cannot be opened for writing")


async def test_a_folder_that_may_not_be_written_to_is_reported(shut_folder: Path) -> None:
    for name in ("greenroom.db", "new/greenroom.db"):
        await _cannot_be_opened(
            SqlConfig(url=f"sqlite:///{shut_folder}/{name}"), because="cannot be opened for writing"
        )


async def test_a_database_that_another_program_holds_is_reported(
    config: SqlConfig, file: Path
) -> None:
    async with SqlArchive.opened(config):
        pass

    with closing(sqlite3.connect(file)) as other:
        other.execute("BEGIN EXCLUSIVE")
        await _cannot_be_opened(config, because="another program is writing")


@pytest.mark.parametrize(
    "address",
    [
        "greenroom.db",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///file:greenroom.db?uri=true",
        "postgresql://root:hunter2@localhost",
        "postgresql://root:hunter2@localhost/greenroom?ssl=hunter2",
        "postgresql://root:hunter2@localhost/greenroom?passfile=here",
        "mysql://root:hunter2@localhost/greenroom",
        "mysql://root:hunter2@localhost:a-port/greenroom",
    ],
)
def test_an_address_that_will_not_do_is_refused_and_not_repeated(address: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        SqlConfig(url=address)

    assert refusal.value.errors()[0]["loc"] == ("url",)
    assert "hunter2" not in str(refusal.value)


def test_any_way_to_write_an_sqlite_address_will_do() -> None:
    plain = SqlConfig(url="sqlite:////srv/greenroom.db")
    asynchronous = SqlConfig(url="sqlite+aiosqlite:////srv/greenroom.db")

    assert plain == asynchronous


def test_any_way_to_write_a_postgresql_address_will_do() -> None:
    plain = SqlConfig(url="postgresql://ada@db/greenroom?ssl=require")

    assert plain.is_server
    assert plain == SqlConfig(url="postgres://ada@db/greenroom?sslmode=require")
    assert plain == SqlConfig(url="postgresql+asyncpg://ada@db/greenroom?ssl=require")


async def _cannot_be_opened(config: SqlConfig, *, because: str) -> None:
    with pytest.raises(StorageUnavailable, match=because) as refusal:
        async with SqlArchive.opened(config):
            pass
    assert "sqlite" not in refusal.value.reply.lower()
