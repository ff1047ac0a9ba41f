"""Who waits, and what is underway, while the tables change under them."""

import asyncio
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from alembic import command
from sqlalchemy import text

from adapters.sql import SqlArchive, SqlConfig, SqlDatabase, SqlDeliveries, SqlIntake
from adapters.sql.engine import engine_for
from core.domain.interview import InterviewId
from core.domain.messages import MessageId
from core.domain.people import TERMINAL, Origin
from core.ports.intake import Lane
from tests.adapters.sql.test_server_migrations import alembic
from tests.scenes import TEN_O_CLOCK, answer, opened_interview

FIRST = InterviewId("first")
# As the version before kept it: without a moment.
KEEP_ARRIVAL = """
INSERT INTO waiting (interview_id, lane, kind, version, origin_message, origin_revision, body)
SELECT interview_id, 1, 'AnswerGiven', 1, :message, 0, :body FROM events WHERE seq = 1
"""
HELLO = '{"by": {"id": "ada", "name": "The candidate", "role": "candidate"}, "text": "hello?"}'
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
SCHEMA = "SELECT type, name, sql FROM sqlite_schema WHERE name LIKE '%waiting%' ORDER BY name"


async def say(config: SqlConfig, statement: str, **values: str) -> None:
    engine = await asyncio.to_thread(engine_for, config.url)
    async with engine.begin() as connection:
        await connection.execute(text(statement), values)
    await engine.dispose()


async def numbers_in_line(intake: SqlIntake) -> list[int]:
    numbers: list[int] = []
    while ticket := await intake.next(FIRST):
        numbers.append(ticket.id)
        await intake.drop(ticket.id)
    return numbers


def schema(file: Path) -> Sequence[object]:
    with closing(sqlite3.connect(file)) as database:
        return database.execute(SCHEMA).fetchall()


async def test_who_waits_since_the_version_before_keeps_their_place(anywhere: SqlConfig) -> None:
    interview, entries = opened_interview()
    post = [(MessageId("first:2"), 2, TERMINAL)]
    async with SqlArchive.opened(anywhere) as archive:
        await archive.append(interview, entries, post=post)
    await asyncio.to_thread(command.downgrade, alembic(anywhere), "0002")
    for message in ("m1", "m2", "m3"):
        await say(anywhere, KEEP_ARRIVAL, message=message, body=HELLO)
    # So the last number that was given out is that of nobody who waits.
    await say(anywhere, "DELETE FROM waiting WHERE origin_message = 'm3'")

    async with SqlDatabase.opened(anywhere) as database:
        intake = SqlIntake(database)
        first = await intake.next(FIRST)
        is_taken = [
            await intake.take(FIRST, answer("new", Origin(message)), Lane.WORDS, TEN_O_CLOCK)
            for message in ("m2", "m4")
        ]
        numbers = await numbers_in_line(intake)
        underway = await SqlDeliveries(database).underway(FIRST)

    assert first
    assert first.arrival == answer("hello?")
    assert first.at > LONG_AGO
    assert first.at.utcoffset() == timedelta(0)
    assert is_taken == [False, True]
    assert numbers[:2] == [1, 2]
    assert numbers[2] > 3
    assert [each.message for each in underway] == ["first:2"]


async def test_the_version_before_can_be_had_back_while_somebody_waits(
    anywhere: SqlConfig,
) -> None:
    async with SqlDatabase.opened(anywhere) as database:
        intake = SqlIntake(database)
        for number in range(3):
            said = answer(f"number {number}", Origin(f"m{number}"))
            await intake.take(FIRST, said, Lane.WORDS, TEN_O_CLOCK)

    await asyncio.to_thread(command.downgrade, alembic(anywhere), "0002")
    await asyncio.to_thread(command.upgrade, alembic(anywhere), "head")

    async with SqlDatabase.opened(anywhere) as database:
        intake = SqlIntake(database)
        ticket = await intake.next(FIRST)
        assert ticket
        assert ticket.arrival == answer("number 0", Origin("m0"))
        assert await intake.count(FIRST) == 3
        assert not await intake.take(FIRST, ticket.arrival, Lane.WORDS, TEN_O_CLOCK)


async def test_a_files_tables_keep_their_numbers_and_keys_both_ways(
    config: SqlConfig, file: Path
) -> None:
    """What SQLite calls a table's SQL is all there is to know of it."""
    file.parent.mkdir()
    await asyncio.to_thread(command.upgrade, alembic(config), "0002")
    before = schema(file)
    await asyncio.to_thread(command.upgrade, alembic(config), "0003")
    after = schema(file)
    await asyncio.to_thread(command.downgrade, alembic(config), "0002")

    assert "AUTOINCREMENT" in str(before)
    assert "AUTOINCREMENT" in str(after)
    assert "UNIQUE (interview_id, origin_message, origin_revision)" in str(after)
    assert "taken_at" in str(after)
    assert schema(file) == before
