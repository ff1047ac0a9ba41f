"""What is special about finding words in a database: it may be behind, or used by many."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import text
from structlog.typing import EventDict

from adapters.sql import SqlArchive, SqlConfig, SqlDatabase
from adapters.sql.search import _on_server
from core.domain import outcomes
from core.domain.interview import InterviewId
from core.domain.transcript import TurnId
from tests.adapters.sql.test_server_migrations import alembic
from tests.adapters.sql.test_waiting_migration import say
from tests.scenes import answer, opened_interview, then

FIRST = InterviewId("first")


async def seqs(archive: SqlArchive, words: str) -> list[int]:
    return sorted(found.seq for found in await archive.search(words))


async def test_what_was_said_before_it_could_be_searched_is_found(anywhere: SqlConfig) -> None:
    interview, entries = opened_interview()
    answered, more = then(interview, answer("Zebras."), answer("Horses."))
    struck, last = then(answered, outcomes.AnswerStruck(turn=TurnId("t3")))
    async with SqlArchive.opened(anywhere) as archive:
        await archive.append(struck, (*entries, *more, *last))
    await asyncio.to_thread(command.downgrade, alembic(anywhere), "0003")

    async with SqlArchive.opened(anywhere) as archive:
        later = then(struck, answer("Donkeys."))
        await archive.append(*later)

        assert await seqs(archive, "horses") == [5]
        assert await seqs(archive, "donkeys") == [7]
        assert await seqs(archive, "zebras") == []
        await archive.append(*then(later[0], answer("Mules.")))
        assert await seqs(archive, "mules") == [8]
        assert await seqs(archive, "cache") == [3]


async def test_what_a_process_of_the_version_before_appended_is_found(
    anywhere: SqlConfig,
) -> None:
    """It knows nothing of the search; so the line's `said_head` stays where it was."""
    interview, entries = opened_interview()
    answered, more = then(interview, answer("Zebras."))
    async with SqlArchive.opened(anywhere) as archive:
        await archive.append(interview, entries)
        await archive.append(answered, more)
        await say(anywhere, "DELETE FROM said WHERE seq = 4")
        await say(anywhere, "UPDATE interviews SET said_head = 3")

        assert await seqs(archive, "zebras") == [4]
        assert await seqs(archive, "cache") == [3]


async def test_an_interview_that_cannot_be_read_hides_no_other(
    anywhere: SqlConfig, logs: list[EventDict]
) -> None:
    async with SqlArchive.opened(anywhere) as archive:
        await archive.append(*opened_interview())
        await archive.append(*opened_interview("other"))
        await say(anywhere, "UPDATE events SET version = 99 WHERE interview_id = 'first'")
        await say(anywhere, "UPDATE interviews SET said_head = 0")
        await say(anywhere, "DELETE FROM said")

        found = [each.interview for each in await archive.search("cache")]

    assert found == ["other"]
    assert [log["event"] for log in logs] == ["interview_not_searched"]


async def test_many_may_catch_up_while_others_append(on_server: SqlConfig) -> None:
    interview, entries = opened_interview()
    async with SqlArchive.opened(on_server) as one, SqlArchive.opened(on_server) as other:
        await one.append(interview, entries)
        for number in range(10):
            await say(on_server, "UPDATE interviews SET said_head = 0")
            interview, more = then(interview, answer(f"Zebra {number}."))
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(one.search("zebra"))
                tasks.create_task(other.append(interview, more))
                tasks.create_task(other.search("zebra"))

        assert await seqs(one, "zebra") == list(range(4, 14))


async def test_a_server_looks_in_its_index(on_server: SqlConfig) -> None:
    async with SqlDatabase.opened(on_server) as database:
        archive = SqlArchive(database)
        await archive.append(*opened_interview())
        async with database.writing() as connection:
            await connection.execute(text("SET LOCAL enable_seqscan = off"))
            looked_up = _on_server(["cache"]).compile(
                database.engine.sync_engine, compile_kwargs={"literal_binds": True}
            )
            plan = await connection.scalars(text(f"EXPLAIN {looked_up}"))
            steps = "\n".join(plan)

    assert "ix_said_words" in steps


async def test_a_files_index_is_whole_after_many_changes(config: SqlConfig, file: Path) -> None:
    interview, entries = opened_interview()
    async with SqlArchive.opened(config) as archive:
        await archive.append(interview, entries)
        for number in range(3, 30):
            struck = outcomes.AnswerStruck(turn=TurnId(f"t{number - number % 3}"))
            interview, more = then(interview, answer(f"Zebra {number}."), struck)
            await archive.append(interview, more)
        await say(config, "UPDATE interviews SET said_head = 0")
        before = await seqs(archive, "zebra")

    with closing(sqlite3.connect(file)) as database:
        database.execute("INSERT INTO said_words (said_words, rank) VALUES ('integrity-check', 1)")
        kept = database.execute("SELECT seq FROM said WHERE text LIKE 'Zebra%'").fetchall()
    assert before == sorted(seq for (seq,) in kept)
    assert len(before) == 18


@pytest.mark.parametrize("letters", [1, 2, 3])
async def test_no_answer_is_too_much_for_the_index(anywhere: SqlConfig, letters: int) -> None:
    """PostgreSQL refuses more than a megabyte of different words, and the answer would be lost."""
    said = " ".join(chr(0x20000 + number) * letters for number in range(40_000))
    interview, entries = opened_interview()
    async with SqlArchive.opened(anywhere) as archive:
        await archive.append(interview, entries)

        await archive.append(*then(interview, answer(said)))

        assert await archive.head(FIRST) == 4
