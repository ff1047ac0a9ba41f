"""The sweep: what nobody rang for is found all the same."""

import asyncio
from datetime import timedelta

from structlog.typing import EventDict

from core.domain import arrivals
from core.domain.errors import StorageUnavailable
from core.domain.interview import Phase
from core.domain.outcomes import PauseReason
from core.domain.people import Origin, PlaceKind
from core.domain.setting import Cue
from core.ports.intake import Lane
from core.sweep import EVERY_S
from tests.core.gates import Board, GatedArchive, HandClock
from tests.core.glances import SOUND, WORDS, oversleep, remarks
from tests.core.nevers import check
from tests.core.platforms import Platform
from tests.fakes.ports.deliveries import MemoryDeliveries
from tests.fakes.ports.intake import MemoryAlarms, MemoryIntake
from tests.room import CANDIDATE, NINE_O_CLOCK, Around, Room, room


async def test_an_arrival_whose_process_died_is_answered() -> None:
    async with room() as here:
        await here.begin(WORDS)
        answer = arrivals.AnswerGiven(by=CANDIDATE, origin=Origin("a"), text=SOUND)
        await MemoryIntake(here.archive).take(here.id, answer, Lane.WORDS, here.clock.now())

        await _look(here)

        assert [each.text for each in await here.answers()] == [SOUND]
        await check(here)


async def test_what_is_due_by_itself_is_rung_for() -> None:
    async with room() as here:
        await here.begin(WORDS)
        oversleep(here, 91)

        await _look(here)

        assert [each.cue for each in await remarks(here)] == [Cue.NUDGE]
        await check(here)


async def test_what_is_not_due_is_left_alone() -> None:
    async with room() as here:
        before = await here.begin(WORDS)
        oversleep(here, 89)

        await _look(here)

        assert here.now == before
        assert not here.core.usher._lines


async def test_a_message_that_could_not_be_shown_is_shown_when_its_time_comes() -> None:
    platform = Platform()
    async with room(around=Around(stages={PlaceKind.TERMINAL: platform})) as here:
        await here.begin(WORDS)
        platform.troubles = [ConnectionResetError()]
        await here.do(arrivals.RepeatAsked)
        await _look(here)
        before = len(platform.shown)
        oversleep(here, 2)

        await _look(here)

        assert len(platform.shown) == before + 1
        assert not await MemoryDeliveries(here.archive).underway(here.id)


async def test_whoever_is_away_is_found_once_and_then_left_alone() -> None:
    async with room() as here:
        await here.begin(WORDS)
        oversleep(here, 24 * 60 * 60)

        await _look(here)
        paused = here.now
        oversleep(here, 10 * 60)
        found = await MemoryAlarms(here.archive).due(here.clock.now(), 9)

        assert paused.paused is PauseReason.AWAY
        assert found == ()


async def test_an_evaluation_that_nobody_finished_is_made_up_for() -> None:
    archive = GatedArchive()
    async with room(archive=archive) as before:
        await before.begin(WORDS)
        async with before.core.usher.keeping(before.id):
            await before.do(arrivals.EndAsked)
            assert before.now.phase is Phase.EVALUATING
            archive.refusal = StorageUnavailable("The disk is away.")
    archive.refusal = None
    async with room(archive=archive) as here:
        here.id = before.id
        here.clock.turn_to(NINE_O_CLOCK + timedelta(minutes=5))

        await _look(here)

        assert here.now.phase is Phase.OVER


async def test_who_is_typing_is_not_found_again_and_again() -> None:
    async with room() as here:
        before = await here.begin(WORDS)
        oversleep(here, 89)
        here.core.timers.stir(here.id)
        oversleep(here, 10)

        await _look(here)
        found = await MemoryAlarms(here.archive).due(here.clock.now(), 9)
        oversleep(here, 80)
        await _look(here)

        assert found == ()
        assert before.open
        assert [each.cue for each in await remarks(here)] == [Cue.NUDGE]


async def test_it_looks_again_and_again_even_after_storage_was_away(
    logs: list[EventDict],
) -> None:
    archive, clock, board = GatedArchive(), HandClock(NINE_O_CLOCK), Board()
    async with (
        room(archive=archive, around=Around(clock=clock)) as here,
        asyncio.TaskGroup() as tasks,
    ):
        here.interviews.watchers.append(board.put_up)
        await here.begin(WORDS)
        archive.trouble = StorageUnavailable("The disk is away.")
        running = tasks.create_task(here.core.sweep.run())
        await asyncio.sleep(0)
        archive.trouble = None

        clock.turn_to(NINE_O_CLOCK + timedelta(seconds=89 + EVERY_S))
        now = await board.until(lambda each: bool(each.open and each.open.nudges))
        running.cancel()

    assert now.elapsed_s == 90
    assert [each["event"] for each in logs] == ["sweep_failed"]


async def _look(here: Room) -> None:
    await here.core.sweep.look()
    await here.inbox.settled(here.id)
