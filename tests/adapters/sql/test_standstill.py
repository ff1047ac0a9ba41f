"""A process that stands still while it changes something does not keep others from going on."""

import asyncio
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, text

from adapters.sql import SqlArchive, SqlConfig, SqlDatabase
from adapters.sql.engine import engine_for
from adapters.sql.server import change_server
from core.domain.errors import StorageUnavailable
from core.domain.interview import InterviewId
from tests.scenes import answer, opened_interview, then

FIRST = InterviewId("first")
LOCKS = "UPDATE interviews SET head = 7"
LONG_S = 20


async def test_one_that_stands_still_between_two_statements_is_ended(on_server: SqlConfig) -> None:
    interview, entries = opened_interview()
    async with SqlDatabase.opened(on_server) as database, asyncio.timeout(LONG_S):
        archive = SqlArchive(database)
        await archive.append(interview, entries)

        async def stand_still() -> None:
            async with database.writing() as connection:
                await connection.execute(text(LOCKS))
                await archive.append(*then(interview, answer("from another")))
                await connection.execute(text(LOCKS))

        with pytest.raises(StorageUnavailable, match=r"stood still|reached"):
            await stand_still()

        assert await archive.head(FIRST) == 4


async def test_one_that_stands_still_within_a_statement_is_ended_by_who_waits(
    on_server: SqlConfig,
) -> None:
    interview, entries = opened_interview()
    async with SqlDatabase.opened(on_server) as database, asyncio.timeout(LONG_S):
        archive = SqlArchive(database)
        await archive.append(interview, entries)
        with _stopped_within_a_statement(on_server):
            with pytest.raises(StorageUnavailable, match="did not get to it in time"):
                await archive.append(*then(interview, answer("too early")))

            await archive.append(*then(interview, answer("from another")))

        assert await archive.head(FIRST) == 4


async def test_a_migration_may_take_its_time(on_server: SqlConfig) -> None:
    limits: list[object] = []

    def look(connection: Connection) -> None:
        limits.append(connection.scalar(text("SHOW idle_in_transaction_session_timeout")))

    await change_server(engine_for(on_server.url), look)

    assert limits == ["0"]


@contextmanager
def _stopped_within_a_statement(config: SqlConfig) -> Iterator[None]:
    """Speak to the server as the driver does, and stop where it has sent half of a statement.

    https://www.postgresql.org/docs/15/protocol-message-formats.html
    """
    url = config.url
    names = ("user", url.username, "database", url.database, "application_name", "greenroom", "")
    hello = struct.pack("!i", 196_608) + b"".join(f"{name}\0".encode() for name in names)
    with socket.create_connection((url.host or "", url.port or 0)) as line:
        line.sendall(struct.pack("!i", len(hello) + 4) + hello)
        _until_ready(line)
        line.sendall(_said(b"Q", f"BEGIN; {LOCKS}\0".encode()))
        _until_ready(line)
        line.sendall(_said(b"P", b"\0SELECT 1\0\0\0") + _said(b"H", b""))
        yield


def _said(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("!i", len(body) + 4) + body


def _until_ready(line: socket.socket) -> None:
    with line.makefile("rb") as heard:
        kind = b""
        while kind != b"Z":
            kind, size = heard.read(1), struct.unpack("!i", heard.read(4))[0]
            heard.read(size - 4)
