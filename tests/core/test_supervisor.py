"""The supervisor: a part that breaks is begun again, and takes nobody with it."""

import asyncio
from dataclasses import dataclass, field

import pytest
from structlog.typing import EventDict

import core.supervisor
from core.supervisor import Supervisor


@dataclass(slots=True)
class Part:
    """Breaks or ends as often as it is told to, and then runs for ever."""

    fates: list[Exception | None]
    began: int = 0
    runs: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        """Run."""
        self.began += 1
        if self.fates:
            fate = self.fates.pop(0)
            if fate:
                raise fate
            return
        self.runs.set()
        await asyncio.Event().wait()


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(core.supervisor, "FIRST_PAUSE_S", 0.01)


async def test_a_part_that_breaks_is_begun_again_and_the_others_run_on(
    logs: list[EventDict],
) -> None:
    broken, sound = Part([ZeroDivisionError(), OSError()]), Part([])

    async with asyncio.TaskGroup() as tasks:
        supervisor = Supervisor(tasks)
        kept = [supervisor.keep("broken", broken.run), supervisor.keep("sound", sound.run)]
        await broken.runs.wait()
        for task in kept:
            task.cancel()

    assert (broken.began, sound.began) == (3, 1)
    assert [(each["event"], each["part"], each["exc_info"]) for each in logs] == [
        ("part_failed", "broken", True),
        ("part_failed", "broken", True),
    ]


async def test_a_part_that_ends_by_itself_is_begun_again_too(logs: list[EventDict]) -> None:
    part = Part([None])

    async with asyncio.TaskGroup() as tasks:
        kept = Supervisor(tasks).keep("part", part.run)
        await part.runs.wait()
        kept.cancel()

    assert part.began == 2
    assert [each["event"] for each in logs] == ["part_ended"]


async def test_the_pauses_double_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    waits = _waits(monkeypatch)

    await _break(8)

    assert waits == [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.5, 0.5]


async def test_what_ran_well_for_long_fails_as_if_for_the_first_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    waits = _waits(monkeypatch)
    monkeypatch.setattr(core.supervisor, "WELL_S", -1)

    await _break(3)

    assert waits == [0.01] * 3


def _waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Note how long is waited, and wait for no time at all."""
    waits: list[float] = []
    sleep = asyncio.sleep

    async def noted(seconds: float) -> None:
        waits.append(seconds)
        await sleep(0)

    monkeypatch.setattr(core.supervisor, "LONGEST_PAUSE_S", 0.5)
    monkeypatch.setattr("core.supervisor.asyncio.sleep", noted)
    return waits


async def _break(times: int) -> None:
    part = Part([ZeroDivisionError()] * times)
    async with asyncio.TaskGroup() as tasks:
        kept = Supervisor(tasks).keep("part", part.run)
        await part.runs.wait()
        kept.cancel()
