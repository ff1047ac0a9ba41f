"""Lines from a pipe or a redirected file."""

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.console.lines import Leave
from adapters.console.pipe import Pipe


@pytest.fixture
def ends() -> Iterator[tuple[int, int]]:
    """Lend the two ends of a pipe."""
    reader, writer = os.pipe()
    yield reader, writer
    for end in (reader, writer):
        try:
            os.close(end)
        except OSError:
            continue


async def test_each_line_is_a_message(ends: tuple[int, int]) -> None:
    reader, writer = ends
    os.write(writer, "one\n\nשלם\nlast".encode())
    os.close(writer)
    heard: list[str] = []
    pipe = Pipe(echo=heard.append, number=reader)

    said = [await pipe.next() for _ in range(5)]

    assert said == ["one", "", "שלם", "last", Leave.DONE]
    assert heard == ["one", "שלם", "last"]


async def test_a_line_of_a_megabyte_is_one_message(ends: tuple[int, int]) -> None:
    reader, writer = ends
    pipe = Pipe(number=reader)

    async with asyncio.TaskGroup() as tasks:
        reading = tasks.create_task(pipe.next())
        await asyncio.to_thread(_write_all, writer, b"x" * 1_000_000 + b"\n")

    assert reading.result() == "x" * 1_000_000


async def test_bytes_that_are_no_text_are_shown_as_such(ends: tuple[int, int]) -> None:
    reader, writer = ends
    os.write(writer, b"caf\xe9\n")
    pipe = Pipe(number=reader)

    assert await pipe.next() == "caf\ufffd"


async def test_a_plain_file_is_read_too(tmp_path: Path) -> None:
    (tmp_path / "answers").write_text("one\ntwo\n")
    number = os.open(tmp_path / "answers", os.O_RDONLY)
    pipe = Pipe(number=number)

    said = [await pipe.next() for _ in range(3)]
    os.close(number)

    assert said == ["one", "two", Leave.DONE]


async def test_waiting_for_a_line_can_be_ended(ends: tuple[int, int]) -> None:
    pipe = Pipe(number=ends[0])

    async with asyncio.TaskGroup() as tasks:
        reading = tasks.create_task(pipe.next())
        tasks.create_task(_soon(pipe.close))

    assert reading.result() is Leave.DONE
    assert await pipe.next() is Leave.DONE


async def test_nobody_behind_a_pipe_can_repeat_anything(ends: tuple[int, int]) -> None:
    assert not Pipe(number=ends[0]).offer("lost")


async def _soon(action: object) -> None:
    await asyncio.sleep(0)
    assert callable(action)
    action()


def _write_all(number: int, content: bytes) -> None:
    while content:
        content = content[os.write(number, content) :]
