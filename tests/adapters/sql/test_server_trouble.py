import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from adapters.sql import SqlArchive, SqlConfig, SqlDatabase
from core.domain.errors import StaleTurn, StorageFull, StorageUnavailable, Unavailable
from core.domain.people import PersonId
from tests.scenes import opened_interview
from tests.servers.databases import Databases, do

SECRET = "hunter2"


@asynccontextmanager
async def role(databases: Databases, how: str) -> AsyncIterator[str]:
    """Make a user of the server; on a server of our own, this one has to know the password."""
    await databases.do(f"CREATE ROLE locked_out LOGIN PASSWORD '{SECRET}' {how}")
    try:
        yield "locked_out"
    finally:
        await databases.do("DROP OWNED BY locked_out")
        await databases.do("DROP ROLE locked_out")


async def reported(config: SqlConfig) -> str:
    """Open an archive in vain; return what is said about it."""
    with pytest.raises(StorageUnavailable) as trouble:
        async with SqlArchive.opened(config):
            pass
    assert config.url.host
    assert config.url.host not in trouble.value.reply
    assert SECRET not in trouble.value.reply
    return trouble.value.reply


async def test_nobody_at_that_address_is_reported() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]

        said = await reported(
            SqlConfig(url=f"postgresql://ada:{SECRET}@127.0.0.1:{port}/greenroom")
        )

    assert "cannot be reached" in said


async def test_somebody_else_at_that_address_is_reported() -> None:
    async def hang_up(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()
        await writer.wait_closed()

    async with await asyncio.start_server(hang_up, "127.0.0.1", 0) as stranger:
        port = stranger.sockets[0].getsockname()[1]

        said = await reported(
            SqlConfig(url=f"postgresql://ada:{SECRET}@127.0.0.1:{port}/greenroom")
        )

    assert "cannot be reached" in said


async def test_a_database_that_is_not_there_is_reported(on_server: SqlConfig) -> None:
    said = await reported(SqlConfig(url=on_server.url.set(database="nowhere")))

    assert "Check user, password and database" in said


async def test_a_wrong_password_is_reported_and_not_repeated(
    on_server: SqlConfig, postgres: Databases, pytestconfig: pytest.Config
) -> None:
    if pytestconfig.getoption("--postgres-url"):
        pytest.skip("whom a server of somebody else's lets in is not known")
    async with role(postgres, ""):
        url = on_server.url.set(username="locked_out", password=f"not {SECRET}")
        said = await reported(SqlConfig(url=url))

    assert "Check user, password and database" in said


async def test_a_user_without_rights_is_reported(on_server: SqlConfig, postgres: Databases) -> None:
    async with role(postgres, ""):
        said = await reported(
            SqlConfig(url=on_server.url.set(username="locked_out", password=SECRET))
        )

    assert "the database belongs to that user" in said


async def test_too_many_connections_are_reported(on_server: SqlConfig, postgres: Databases) -> None:
    async with role(postgres, "CONNECTION LIMIT 0"):
        said = await reported(
            SqlConfig(url=on_server.url.set(username="locked_out", password=SECRET))
        )

    assert "no room for one more connection" in said


async def test_a_server_that_takes_no_changes_is_reported(on_server: SqlConfig) -> None:
    async with SqlDatabase.opened(on_server) as database:
        name = on_server.url.database
        async with database.writing() as connection:
            await connection.execute(
                text(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
            )
        await database.engine.dispose()

        with pytest.raises(StorageUnavailable, match="takes no changes now"):
            await SqlArchive(database).append(*opened_interview())

        assert await SqlArchive(database).summaries() == ()


@pytest.mark.parametrize(
    ("state", "kind", "because"),
    [
        ("53100", StorageFull, "no room left"),
        ("53200", StorageUnavailable, "no room for one more"),
        ("53300", StorageUnavailable, "no room for one more"),
        ("40001", StorageUnavailable, "at the same moment"),
        ("40P01", StorageUnavailable, "at the same moment"),
        ("55P03", StorageUnavailable, "in time"),
        ("57014", StorageUnavailable, "in time"),
        ("57P01", StorageUnavailable, "stopping or starting"),
        ("57P03", StorageUnavailable, "stopping or starting"),
        ("08006", StorageUnavailable, "stopping or starting"),
        ("25006", StorageUnavailable, "takes no changes"),
        ("42501", StorageUnavailable, "does not let Greenroom in"),
        ("58030", StorageUnavailable, "disk or system failed"),
        ("XX001", StorageUnavailable, "damaged"),
        ("23505", StaleTurn, "went on in the meantime"),
    ],
)
async def test_what_the_server_says_is_put_in_words(
    on_server: SqlConfig, state: str, kind: type[Unavailable], because: str
) -> None:
    async with SqlDatabase.opened(on_server) as database:
        with pytest.raises(Unavailable, match=because) as trouble:
            async with database.writing() as connection:
                await connection.execute(text(failing_with(state)))

        assert type(trouble.value) is kind
        assert await SqlArchive(database).summaries() == ()


@pytest.mark.parametrize("state", ["23502", "23503", "42P01", "22P05"])
async def test_a_bug_is_not_taken_for_a_trouble_of_the_server(
    on_server: SqlConfig, state: str
) -> None:
    async with SqlDatabase.opened(on_server) as database:
        with pytest.raises(DBAPIError) as bug:
            async with database.writing() as connection:
                await connection.execute(text(failing_with(state)))

    assert getattr(bug.value.orig, "sqlstate", None) == state


async def test_a_lost_table_is_a_bug_that_tells_nothing_that_was_said(
    on_server: SqlConfig,
) -> None:
    async with SqlArchive.opened(on_server) as archive:
        await do(on_server.url.render_as_string(hide_password=False), "DROP TABLE asked")

        with pytest.raises(DBAPIError, match="does not exist") as bug:
            await archive.append(*opened_interview())

        assert "Ada" not in str(bug.value)
        assert await archive.summaries(PersonId("ada")) == ()


def failing_with(state: str) -> str:
    """Return a command at which the server raises an error of this kind."""
    return f"DO $$ BEGIN RAISE EXCEPTION 'on purpose' USING ERRCODE = '{state}'; END $$"
