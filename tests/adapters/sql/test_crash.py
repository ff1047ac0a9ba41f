import asyncio
import sqlite3
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest

from adapters.sql import SqlArchive, SqlConfig
from core.domain.evolve import rebuild
from core.domain.interview import InterviewId
from tests.adapters.sql.writer import ANSWERS
from tests.scenes import opened_interview, then

ROOT = Path(__file__).parents[3]
FIRST = InterviewId("first")


@asynccontextmanager
async def killed(config: SqlConfig, *arguments: str) -> AsyncIterator[Process]:
    """Run the writer, and kill it outright at the end of the block."""
    url = config.url.render_as_string()
    writer = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.adapters.sql.writer", url, *arguments, cwd=ROOT, stdout=PIPE
    )
    try:
        yield writer
    finally:
        writer.kill()
        await writer.communicate()


async def line_of(writer: Process) -> str:
    assert writer.stdout
    async with asyncio.timeout(30):
        return (await writer.stdout.readline()).decode().strip()


async def test_an_append_that_was_never_committed_leaves_nothing(
    config: SqlConfig, file: Path
) -> None:
    async with killed(config, "stop") as writer:
        told = [await line_of(writer), await line_of(writer)]
        log_bytes = file.with_name(file.name + "-wal").stat().st_size

    assert told == ["3", "stopped"]
    async with SqlArchive.opened(config) as archive:
        assert await archive.read(FIRST) == opened_interview()[1]
        (line,) = await archive.summaries()
        assert line.used_s == opened_interview()[0].elapsed_s
        await archive.append(*then(opened_interview()[0], *ANSWERS))
        assert await archive.head(FIRST) == 13
    assert log_bytes > 500_000


@pytest.mark.parametrize("appends", [2, 5, 9])
async def test_what_was_confirmed_outlives_a_kill_and_the_rest_is_whole(
    config: SqlConfig, file: Path, appends: int
) -> None:
    async with killed(config) as writer:
        told = [int(await line_of(writer)) for _ in range(appends)]

    async with SqlArchive.opened(config) as archive:
        entries = await archive.read(FIRST)
        head = await archive.head(FIRST)
    assert head == len(entries) == rebuild(FIRST, entries).seq
    assert head >= told[-1]
    assert head % len(ANSWERS) == 3
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
