"""What a server does to whoever uses it: it stops, it crashes, it ends connections, it has other users."""

import asyncio

import pytest
from sqlalchemy import Connection, event, text

from adapters.sql import SqlAlarms, SqlArchive, SqlConfig, SqlDatabase, SqlDeliveries, SqlIntake
from core.domain.errors import StaleTurn, StorageUnavailable
from core.domain.evolve import rebuild
from core.domain.interview import InterviewId
from core.domain.messages import MessageId
from core.domain.people import TERMINAL, PlaceKind
from core.ports.intake import Lane
from tests.adapters.sql.test_crash import killed, line_of
from tests.adapters.sql.writer import ANSWERS
from tests.scenes import TEN_O_CLOCK, answer, opened_interview, then
from tests.servers.databases import do
from tests.servers.postgres_server import PostgresServer

FIRST = InterviewId("first")


async def test_a_restart_is_not_even_noticed(
    on_mortal: SqlConfig, mortal_postgres: PostgresServer
) -> None:
    interview, entries = opened_interview()
    async with SqlArchive.opened(on_mortal) as archive:
        async with asyncio.TaskGroup() as tasks:
            for number in range(5):
                tasks.create_task(archive.append(*opened_interview(f"before-{number}")))

        await asyncio.to_thread(mortal_postgres.stop)
        mortal_postgres.start()

        await archive.append(interview, entries)
        assert await archive.read(FIRST) == entries
        assert len(await archive.summaries()) == 6


async def test_a_server_that_is_away_is_reported_until_it_is_back(
    on_mortal: SqlConfig, mortal_postgres: PostgresServer
) -> None:
    interview, entries = opened_interview()
    async with SqlDatabase.opened(on_mortal) as database:
        archive, intake = SqlArchive(database), SqlIntake(database)
        await asyncio.to_thread(mortal_postgres.stop)
        try:
            with pytest.raises(StorageUnavailable, match="cannot be reached"):
                await archive.append(interview, entries)
            with pytest.raises(StorageUnavailable, match="cannot be reached"):
                await intake.take(FIRST, answer("hello?"), Lane.WORDS, TEN_O_CLOCK)
            with pytest.raises(StorageUnavailable, match="cannot be reached"):
                async with SqlDatabase.opened(on_mortal):
                    pass
        finally:
            mortal_postgres.start()

        await archive.append(interview, entries)
        assert await archive.read(FIRST) == entries


async def test_what_was_confirmed_outlives_a_crash_of_the_server(
    on_mortal: SqlConfig, mortal_postgres: PostgresServer
) -> None:
    interview, entries = opened_interview()
    async with SqlDatabase.opened(on_mortal) as database:
        archive, intake, deliveries = (
            SqlArchive(database),
            SqlIntake(database),
            SqlDeliveries(database),
        )
        await archive.append(interview, entries, post=[(MessageId("first:2"), 2, TERMINAL)])
        await intake.take(FIRST, answer("hello?"), Lane.WORDS, TEN_O_CLOCK)

        await asyncio.to_thread(mortal_postgres.kill)
        mortal_postgres.start()

        assert await archive.read(FIRST) == entries
        assert await intake.count(FIRST) == 1
        assert len(await deliveries.due(interview.now, [PlaceKind.TERMINAL], 10)) == 1
        assert len(await SqlAlarms(database).due(interview.now.replace(year=2027), 10)) == 1


async def test_a_connection_that_is_ended_in_the_middle_leaves_nothing(
    on_server: SqlConfig,
) -> None:
    interview, entries = opened_interview()
    answered, more = then(interview, answer("once"))
    async with SqlDatabase.opened(on_server) as database:
        archive, intake = SqlArchive(database), SqlIntake(database)
        await archive.append(interview, entries)
        await intake.take(FIRST, answer("once"), Lane.WORDS, TEN_O_CLOCK)
        ticket = await intake.next(FIRST)
        assert ticket
        post = [(MessageId("first:4"), 4, TERMINAL)]

        @event.listens_for(database.engine.sync_engine, "commit", once=True)
        def end(connection: Connection) -> None:
            connection.exec_driver_sql("SELECT pg_terminate_backend(pg_backend_pid())")

        with pytest.raises(StorageUnavailable, match="stopping or starting"):
            await archive.append(answered, more, ticket=ticket.id, post=post)

        assert await archive.read(FIRST) == entries
        assert await intake.count(FIRST) == 1
        await archive.append(answered, more, ticket=ticket.id, post=post)
        assert await archive.read(FIRST) == (*entries, *more)
        assert await intake.count(FIRST) == 0
        assert len(await SqlDeliveries(database).due(answered.now, [PlaceKind.TERMINAL], 10)) == 1


async def test_a_bot_that_is_killed_in_the_middle_leaves_nothing(on_server: SqlConfig) -> None:
    async with killed(on_server, "stop") as writer:
        told = [await line_of(writer), await line_of(writer)]

    assert told == ["3", "stopped"]
    async with SqlArchive.opened(on_server) as archive:
        assert await archive.read(FIRST) == opened_interview()[1]
        await archive.append(*then(opened_interview()[0], *ANSWERS))
        assert await archive.head(FIRST) == 13


async def test_who_gives_up_waiting_leaves_nothing_behind(on_server: SqlConfig) -> None:
    interview, entries = opened_interview()
    async with SqlDatabase.opened(on_server) as database:
        archive = SqlArchive(database)
        async with database.writing() as other:
            await other.execute(text("LOCK TABLE events"))
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.2):
                    await archive.append(interview, entries)

        assert await archive.head(FIRST) == 0
        await archive.append(interview, entries)
        assert await archive.read(FIRST) == entries


async def test_a_bot_that_is_behind_is_refused(on_server: SqlConfig) -> None:
    interview, entries = opened_interview()
    answered, more = then(interview, answer("mine"))
    async with SqlArchive.opened(on_server) as one, SqlArchive.opened(on_server) as other:
        await one.append(interview, entries)
        await other.append(answered, more)

        with pytest.raises(StaleTurn):
            await one.append(*then(interview, answer("late"), answer("and later")))

        assert await one.read(FIRST) == (*entries, *more)


async def test_two_bots_that_write_at_once_lose_nothing(on_server: SqlConfig) -> None:
    async with SqlArchive.opened(on_server) as one, SqlArchive.opened(on_server) as other:
        await one.append(*opened_interview())

        async def insist(archive: SqlArchive, what: str) -> None:
            while True:
                interview = rebuild(FIRST, await archive.read(FIRST))
                try:
                    return await archive.append(*then(interview, answer(what)))
                except StaleTurn:
                    continue

        async with asyncio.TaskGroup() as tasks:
            for number in range(12):
                tasks.create_task(insist((one, other)[number % 2], f"number {number}"))

        said = [entry.event for entry in (await other.read(FIRST))[3:]]
    assert sorted(said, key=str) == sorted((answer(f"number {n}") for n in range(12)), key=str)


async def test_a_unix_socket_will_do(mortal_postgres: PostgresServer) -> None:
    folder, port = mortal_postgres.folder, mortal_postgres.port
    url = f"postgresql://greenroom@/postgres?host={folder}&port={port}"

    assert await do(url, "SELECT inet_server_addr()") is None
    assert await do(mortal_postgres.url, "SELECT inet_server_addr()") is not None


async def test_a_server_without_encryption_is_refused_to_who_insists_on_it(
    mortal_postgres: PostgresServer,
) -> None:
    with pytest.raises(StorageUnavailable, match="cannot be reached"):
        async with SqlDatabase.opened(SqlConfig(url=mortal_postgres.url + "?sslmode=require")):
            pass

    assert await do(mortal_postgres.url + "?sslmode=disable", "SELECT 1") == 1
