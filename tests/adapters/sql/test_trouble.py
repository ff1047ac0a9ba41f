import asyncio
import errno
import resource
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from adapters.sql import SqlArchive, SqlConfig
from adapters.sql.errors import translated
from core.domain.errors import StorageFull, StorageUnavailable
from tests.adapters.sql.threads import connection_threads, have_ended
from tests.scenes import answer, opened_interview, then

LONG = answer("It depends. " * 20_000)


@contextmanager
def pages_at_most(archive: SqlArchive, pages: int) -> Iterator[None]:
    """Let the database grow no further, as on a disk that is full."""

    def limit(connection: Connection) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")

    def lift(connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA max_page_count=1000000")

    engine = archive._database.engine.sync_engine
    event.listen(engine, "begin", limit)
    try:
        yield
    finally:
        event.remove(engine, "begin", limit)
        event.listen(engine, "begin", lift)


@contextmanager
def files_at_most(size_bytes: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size_bytes, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def damage(file: Path) -> None:
    """Damage the second half, which is what was said; in the first one is how the tables look."""
    whole = file.read_bytes()
    half = len(whole) // 2
    file.write_bytes(whole[:half] + b"\xff" * (len(whole) - half))


async def test_a_full_disk_takes_all_of_an_append_or_none(config: SqlConfig) -> None:
    opened, entries = opened_interview()
    answered, more = then(opened, answer("short"), LONG)
    async with SqlArchive.opened(config) as archive:
        await archive.append(opened, entries)
        (line,) = await archive.summaries()

        with pages_at_most(archive, 20), pytest.raises(StorageFull, match="Free some disk space"):
            await archive.append(answered, more)

        assert await archive.read(opened.id) == entries
        assert await archive.summaries() == (line,)
        await archive.append(answered, more)
        assert await archive.read(opened.id) == (*entries, *more)


async def test_a_limit_on_the_size_of_files_is_no_room_either(config: SqlConfig) -> None:
    opened, entries = opened_interview()
    answered, more = then(opened, LONG)
    async with SqlArchive.opened(config) as archive:
        await archive.append(opened, entries)

        with files_at_most(150_000), pytest.raises(StorageFull):
            await archive.append(answered, more)

        assert await archive.read(opened.id) == entries
        await archive.append(answered, more)
        assert await archive.read(opened.id) == (*entries, *more)


async def test_no_room_for_a_new_database_is_reported(config: SqlConfig) -> None:
    with files_at_most(1_000), pytest.raises(StorageFull):
        async with SqlArchive.opened(config):
            pass

    async with SqlArchive.opened(config) as archive:
        assert await archive.summaries() == ()


async def test_another_writer_is_waited_for_and_then_reported(
    config: SqlConfig, file: Path
) -> None:
    opened, entries = opened_interview()
    async with SqlArchive.opened(config) as archive:
        with closing(sqlite3.connect(file)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StorageUnavailable, match="busy"):
                await archive.append(opened, entries)
            assert await archive.summaries() == ()

        await archive.append(opened, entries)

        assert await archive.read(opened.id) == entries


async def test_a_writer_who_gives_up_waiting_leaves_nothing_behind(file: Path) -> None:
    opened, entries = opened_interview()
    async with SqlArchive.opened(SqlConfig(url=f"sqlite:///{file}?timeout=1")) as archive:
        with closing(sqlite3.connect(file)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.05):
                    await archive.append(opened, entries)

        assert await archive.head(opened.id) == 0
        await archive.append(opened, entries)
        assert await archive.read(opened.id) == entries

    assert have_ended(connection_threads())


async def test_a_database_damaged_in_its_middle_is_reported(config: SqlConfig, file: Path) -> None:
    opened, entries = opened_interview()
    async with SqlArchive.opened(config) as archive:
        await archive.append(opened, entries)
        await archive.append(*then(opened, LONG))
    damage(file)

    async with SqlArchive.opened(config) as archive:
        with pytest.raises(StorageUnavailable, match="damaged"):
            await archive.read(opened.id)


async def test_a_database_made_read_only_is_reported(config: SqlConfig) -> None:
    async with SqlArchive.opened(config) as archive:

        @event.listens_for(archive._database.engine.sync_engine, "begin")
        def forbid(connection: Connection) -> None:
            connection.exec_driver_sql("PRAGMA query_only=ON")

        with pytest.raises(StorageUnavailable, match="belong to the user who runs Greenroom"):
            await archive.append(*opened_interview())


async def test_a_bug_is_not_taken_for_a_trouble_of_the_database(
    config: SqlConfig, file: Path
) -> None:
    async with SqlArchive.opened(config) as archive:
        with closing(sqlite3.connect(file)) as other:
            other.execute("DROP TABLE asked")

        with pytest.raises(OperationalError, match="no such table") as bug:
            await archive.append(*opened_interview())

        assert "Ada" not in str(bug.value)
        assert await archive.summaries() == ()


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), StorageFull),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), StorageFull),
        (PermissionError(errno.EACCES, "Permission denied"), StorageUnavailable),
        (NoConnectionFree("QueuePool limit"), StorageUnavailable),
    ],
)
def test_what_other_layers_report_is_translated_too(
    error: Exception, kind: type[StorageUnavailable]
) -> None:
    with pytest.raises(StorageUnavailable) as trouble, translated(is_server=False):
        raise error

    assert type(trouble.value) is kind
    assert trouble.value.__cause__ is error


def test_a_misuse_of_the_driver_passes_as_it_is() -> None:
    misuse = OperationalError("SELECT 1", None, sqlite3.OperationalError("no active connection"))

    with pytest.raises(OperationalError), translated(is_server=False):
        raise misuse
