import asyncio
from argparse import Namespace
from io import StringIO
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, insert, text
from sqlalchemy.exc import DBAPIError

from adapters.sql import SqlAlarms, SqlArchive, SqlConfig, SqlDatabase
from adapters.sql.engine import engine_for
from adapters.sql.rows import asked_rows, event_row, interview_row
from adapters.sql.server import MIGRATING
from adapters.sql.tables import asked, events, interviews, metadata
from core.domain.entry import Entry
from core.domain.errors import StorageNewer
from core.domain.interview import Interview
from tests.adapters.sql.comparison import COMPARISON
from tests.contracts.every_kind import whole_interview
from tests.scenes import answer, opened_interview, requested, then
from tests.servers.databases import do

PYPROJECT = Path(__file__).parents[3] / "pyproject.toml"
TABLES = "SELECT string_agg(tablename, ' ' ORDER BY tablename) FROM pg_tables WHERE schemaname = 'public'"

WHO_WAITS = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"


def address(config: SqlConfig) -> str:
    return config.url.render_as_string(hide_password=False)


def alembic(config: SqlConfig) -> Config:
    """Return what the `alembic` command makes of `-x url=...`."""
    return Config(
        toml_file=PYPROJECT,
        cmd_opts=Namespace(x=[f"url={address(config)}"]),
        stdout=StringIO(),
        output_buffer=StringIO(),
    )


async def asked_for(config: SqlConfig, question: str) -> object:
    return await do(address(config), question)


async def test_the_tables_are_made_removed_and_made_again(bare_on_server: SqlConfig) -> None:
    seen = []
    for move, to in ((command.upgrade, "head"), (command.downgrade, "base")) * 2:
        await asyncio.to_thread(move, alembic(bare_on_server), to)
        seen.append(await asked_for(bare_on_server, TABLES))

    made = "alembic_version asked deliveries events interviews said waiting"
    assert seen == [made, "alembic_version"] * 2
    assert await asked_for(bare_on_server, "SELECT count(*) FROM pg_sequences") == 0


async def test_the_migrations_make_the_tables_that_the_code_expects(on_server: SqlConfig) -> None:
    def differences(connection: Connection) -> object:
        context = MigrationContext.configure(connection, opts=COMPARISON)
        return compare_metadata(context, metadata)

    async with SqlDatabase.opened(on_server) as database, database.reading() as connection:
        assert await connection.run_sync(differences) == []


async def test_the_command_and_a_bot_that_starts_wait_for_each_other(
    bare_on_server: SqlConfig,
) -> None:
    engine = engine_for(bare_on_server.url)

    async def visit() -> None:
        async with SqlArchive.opened(bare_on_server) as archive:
            await archive.append(*opened_interview())

    async with asyncio.TaskGroup() as tasks, engine.begin() as connection:
        await connection.execute(text(f"SELECT pg_advisory_xact_lock({MIGRATING})"))
        tasks.create_task(visit())
        tasks.create_task(asyncio.to_thread(command.upgrade, alembic(bare_on_server), "head"))
        async with asyncio.timeout(20):
            while await asked_for(bare_on_server, WHO_WAITS) != 2:
                pass
        assert await asked_for(bare_on_server, TABLES) is None
    await engine.dispose()

    assert "interviews" in str(await asked_for(bare_on_server, TABLES))


async def test_many_bots_open_a_new_database_at_once(bare_on_server: SqlConfig) -> None:
    async def visit(id_: str) -> None:
        async with SqlArchive.opened(bare_on_server) as archive:
            await archive.append(*opened_interview(id_))

    async with asyncio.TaskGroup() as visitors:
        for number in range(4):
            visitors.create_task(visit(f"interview-{number}"))

    async with SqlArchive.opened(bare_on_server) as archive:
        assert len(await archive.summaries()) == 4


async def test_a_database_of_a_newer_greenroom_is_left_alone(on_server: SqlConfig) -> None:
    await asked_for(on_server, "UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(StorageNewer, match="Update Greenroom"):
        async with SqlArchive.opened(on_server):
            pass

    assert await asked_for(on_server, "SELECT version_num FROM alembic_version") == "9999"


async def test_a_migration_that_fails_leaves_nothing_half_made(bare_on_server: SqlConfig) -> None:
    await asked_for(bare_on_server, "CREATE TABLE deliveries (in_the_way INTEGER)")

    with pytest.raises(DBAPIError, match="already exists"):
        async with SqlArchive.opened(bare_on_server):
            pass

    assert await asked_for(bare_on_server, TABLES) == "deliveries"


async def test_a_database_of_the_version_before_keeps_what_it_holds(anywhere: SqlConfig) -> None:
    running, over = opened_interview("running"), whole_interview("over")
    await asyncio.to_thread(command.upgrade, alembic(anywhere), "0001")
    await keep_as_before(anywhere, running, changed=7)
    await keep_as_before(anywhere, over, changed=6)

    async with SqlDatabase.opened(anywhere) as database:
        archive = SqlArchive(database)

        assert await archive.read(running[0].id) == running[1]
        assert await archive.read(over[0].id) == over[1]
        assert [line.id for line in await archive.summaries()] == ["running", "over"]
        assert await SqlAlarms(database).due(running[0].now, 10) == ("running",)
        await archive.append(*requested("new"))
        await archive.append(*then(running[0], answer("go on")))
        assert [line.id for line in await archive.summaries()] == ["running", "new", "over"]
        assert await SqlAlarms(database).due(running[0].now, 10) == ()


async def test_the_version_before_can_be_had_back(anywhere: SqlConfig) -> None:
    interview, entries = opened_interview()
    async with SqlArchive.opened(anywhere) as archive:
        await archive.append(interview, entries)

    await asyncio.to_thread(command.downgrade, alembic(anywhere), "0001")
    await asyncio.to_thread(command.upgrade, alembic(anywhere), "head")

    async with SqlArchive.opened(anywhere) as archive:
        assert await archive.read(interview.id) == entries
        await archive.append(*then(interview, answer("go on")))


async def keep_as_before(
    config: SqlConfig, kept: tuple[Interview, tuple[Entry, ...]], changed: int
) -> None:
    """Keep an interview as the version before did."""
    interview, entries = kept
    line = {name: value for name, value in interview_row(interview).items() if name != "wake_at"}
    engine = await asyncio.to_thread(engine_for, config.url)
    async with engine.begin() as connection:
        await connection.execute(insert(interviews).values(changed=changed, **line))
        await connection.execute(
            insert(events), [event_row(interview.id, entry) for entry in entries]
        )
        await connection.execute(insert(asked), asked_rows(interview, entries))
    await engine.dispose()
