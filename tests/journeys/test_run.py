"""The bot as a service: it does what waits, and ends when it is told to."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from adapters.sql import SqlArchive, SqlConfig, SqlDatabase, SqlIntake
from core.domain.arrivals import EndAsked
from core.domain.interview import Status
from core.domain.people import Origin
from core.ports.intake import Lane
from tests.journeys.terminal import environment, greenroom
from tests.room import CANDIDATE, NINE_O_CLOCK

PATIENCE_S = 30


@contextmanager
def running(home: Path, **variables: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run the bot until the block ends."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "run"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment(home, variables),
        # Else lines that were read ahead are lost to `communicate`.
        bufsize=0,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def told_to_stop(process: subprocess.Popen[bytes], how: signal.Signals) -> str:
    """Tell it to stop; return all that it said."""
    process.send_signal(how)
    said, _ = process.communicate(timeout=PATIENCE_S)
    return " ".join(said.decode().split())


def has_begun(process: subprocess.Popen[bytes]) -> None:
    """Wait until it attends to interviews."""
    assert process.stdout
    assert b"attends to interviews" in process.stdout.readline()


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_it_says_what_it_does_and_ends_when_told_to(how: signal.Signals, tmp_path: Path) -> None:
    with running(tmp_path) as process:
        has_begun(process)
        said = told_to_stop(process, how)

    assert process.returncode == 0
    assert "REDIS__URL lets several share the work." in said
    assert "What waits is kept" in said


def test_a_redis_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    ran = greenroom("run", home=tmp_path, REDIS__URL="redis://127.0.0.1:1/0")

    assert ran.code == 1
    assert ran.err.startswith("Redis cannot be reached")


async def test_it_does_what_a_process_that_is_gone_left_lying(tmp_path: Path) -> None:
    (tmp_path / "begin.txt").write_text("I would measure first.\n/pause\n")
    assert greenroom("practice", "--script", tmp_path / "begin.txt", home=tmp_path).code == 0
    config = SqlConfig.model_validate({"url": f"sqlite:///{tmp_path}/greenroom.db"})
    async with SqlDatabase.opened(config) as database:
        archive = SqlArchive(database)
        (line,) = await archive.summaries()
        end = EndAsked(by=CANDIDATE, origin=Origin("end"))
        await SqlIntake(database).take(line.id, end, Lane.CONTROL, NINE_O_CLOCK)

        with running(tmp_path) as process:
            deadline = time.monotonic() + PATIENCE_S
            while not line.status.is_final:
                assert time.monotonic() < deadline
                (line,) = await archive.summaries()
            told_to_stop(process, signal.SIGTERM)

    assert line.status is Status.CANCELLED
    assert process.returncode == 0


def test_what_was_said_is_found(tmp_path: Path) -> None:
    (tmp_path / "begin.txt").write_text("I would measure every night first.\n/pause\n")
    assert greenroom("practice", "--script", tmp_path / "begin.txt", home=tmp_path).code == 0

    found = greenroom("history", "--find", "measured nights", home=tmp_path)
    missed = greenroom("history", "--find", "never said", home=tmp_path)

    assert found.code == 0
    assert "I would measure every night first." in found.sentences
    assert missed.code == 1
    assert "Nobody said that: never said" in missed.sentences
