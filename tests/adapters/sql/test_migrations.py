import asyncio
import logging
import sqlite3
from argparse import Namespace
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.util import CommandError
from sqlalchemy import NullPool, create_engine
from sqlalchemy.exc import OperationalError

from adapters.sql import SqlArchive, SqlConfig
from adapters.sql.tables import metadata
from core.domain.errors import StorageNewer
from tests.adapters.sql.comparison import COMPARISON
from tests.scenes import opened_interview

PYPROJECT = Path(__file__).parents[3] / "pyproject.toml"


def tables(file: Path) -> set[str]:
    with closing(sqlite3.connect(file)) as database:
        return {name for (name,) in database.execute("SELECT name FROM sqlite_schema")}


def is_empty(folder: Path) -> bool:
    return not list(folder.iterdir())


def alembic(file: Path, says: StringIO | None = None) -> Config:
    """Return what the `alembic` command makes of `-x url=...`."""
    given = Namespace(x=[f"url=sqlite:///{file}"])
    says = says or StringIO()
    return Config(toml_file=PYPROJECT, cmd_opts=given, stdout=says, output_buffer=says)


async def test_the_tables_are_made_removed_and_made_again(tmp_path: Path) -> None:
    file = tmp_path / "bare.db"

    await asyncio.to_thread(command.upgrade, alembic(file), "head")
    made = tables(file)
    await asyncio.to_thread(command.downgrade, alembic(file), "base")
    removed = tables(file)
    await asyncio.to_thread(command.upgrade, alembic(file), "head")

    assert made > {"interviews", "events", "asked", "waiting", "deliveries", "said"}
    # SQLite keeps its own table of the numbers that it gave out.
    assert removed == {"alembic_version", "sqlite_autoindex_alembic_version_1", "sqlite_sequence"}
    assert tables(file) == made


async def test_the_migrations_make_the_tables_that_the_code_expects(
    config: SqlConfig, file: Path
) -> None:
    async with SqlArchive.opened(config):
        pass

    engine = create_engine(f"sqlite:///{file}", poolclass=NullPool)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts=COMPARISON)
        differences = compare_metadata(context, metadata)

    assert differences == []


async def test_the_command_finds_an_opened_database_up_to_date(
    config: SqlConfig, file: Path
) -> None:
    async with SqlArchive.opened(config):
        pass

    says = StringIO()
    await asyncio.to_thread(command.current, alembic(file, says), check_heads=True)

    assert "(head)" in says.getvalue()


async def test_the_command_says_that_it_needs_an_address() -> None:
    with pytest.raises(CommandError, match="alembic -x url="):
        await asyncio.to_thread(command.current, Config(toml_file=PYPROJECT))


async def test_the_command_writes_the_migrations_down_for_a_reader(tmp_path: Path) -> None:
    file, says = tmp_path / "untouched.db", StringIO()

    await asyncio.to_thread(command.upgrade, alembic(file, says), "head", sql=True)

    assert "CREATE TABLE events" in says.getvalue()
    assert is_empty(tmp_path)


async def test_a_database_left_behind_is_brought_up_to_date(config: SqlConfig, file: Path) -> None:
    async with SqlArchive.opened(config):
        pass
    await asyncio.to_thread(command.downgrade, alembic(file), "base")

    async with SqlArchive.opened(config) as archive:
        await archive.append(*opened_interview())

        assert await archive.head(opened_interview()[0].id) == 3


async def test_what_was_kept_is_there_after_reopening(config: SqlConfig) -> None:
    interview, entries = opened_interview()
    async with SqlArchive.opened(config) as archive:
        await archive.append(interview, entries)

    async with SqlArchive.opened(config) as archive:
        assert await archive.read(interview.id) == entries


async def test_a_database_of_a_newer_greenroom_is_left_alone(config: SqlConfig, file: Path) -> None:
    async with SqlArchive.opened(config):
        pass
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(StorageNewer, match="Update Greenroom"):
        async with SqlArchive.opened(config):
            pass

    with closing(sqlite3.connect(file)) as database:
        assert database.execute("SELECT version_num FROM alembic_version").fetchall() == [("9999",)]


async def test_an_event_of_a_newer_greenroom_cannot_be_read(config: SqlConfig, file: Path) -> None:
    interview, entries = opened_interview()
    async with SqlArchive.opened(config) as archive:
        await archive.append(interview, entries)
        with closing(sqlite3.connect(file)) as database, database:
            database.execute("UPDATE events SET version = 99 WHERE seq = 2")

        with pytest.raises(StorageNewer, match="InterviewOpened of version 99"):
            await archive.read(interview.id)


async def test_a_migration_that_fails_leaves_nothing_half_made(
    config: SqlConfig, file: Path
) -> None:
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as database:
        database.execute("CREATE TABLE asked (in_the_way INTEGER)")

    with pytest.raises(OperationalError, match="already exists"):
        async with SqlArchive.opened(config):
            pass

    assert tables(file) == {"asked"}


async def test_many_open_a_new_database_at_once(file: Path) -> None:
    config = SqlConfig(url=f"sqlite:///{file}")

    async def visit(id_: str) -> None:
        async with SqlArchive.opened(config) as archive:
            await archive.append(*opened_interview(id_))

    async with asyncio.TaskGroup() as visitors:
        for number in range(5):
            visitors.create_task(visit(f"interview-{number}"))

    async with SqlArchive.opened(config) as archive:
        assert len(await archive.summaries()) == 5


async def test_opening_says_nothing(config: SqlConfig, caplog: pytest.LogCaptureFixture) -> None:
    handlers = list(logging.getLogger().handlers)
    with caplog.at_level(logging.INFO):
        async with SqlArchive.opened(config):
            pass

    assert caplog.messages == []
    assert logging.getLogger().handlers == handlers
