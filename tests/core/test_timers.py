"""The clock speaks up when an interview waits for it, and only then."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from structlog.typing import EventDict

from adapters.clock import ScriptedClock
from core.domain import arrivals
from core.domain.errors import StorageUnavailable
from core.domain.interview import Interview, InterviewId, Phase, Status
from core.domain.messages import Notice
from core.domain.outcomes import Ending, PauseReason
from core.domain.setting import Cue
from core.domain.setup import Setup
from core.ports.clock import Clock
from core.timers import Timers
from tests.core.gates import Board, GatedArchive, HandClock
from tests.core.glances import CALM, WORDS, remarks
from tests.core.nevers import check
from tests.room import NINE_O_CLOCK, Around, Room, room

SHORT = replace(CALM, minutes=12)
AWAY = PauseReason.AWAY


@dataclass(slots=True, kw_only=True)
class Watched:
    """A room whose clock may speak up, as long as the connection stands."""

    here: Room
    board: Board
    archive: GatedArchive

    @property
    def timers(self) -> Timers:
        """What knows when it is time."""
        return self.here.core.timers

    async def rests(self) -> Interview:
        """Return the interview once nothing is left to do in it now."""
        for _ in range(20):
            await asyncio.sleep(0)
        await self.here.inbox.settled(self.here.id)
        return self.board.states[-1]


@asynccontextmanager
async def watched(setup: Setup, clock: Clock | None = None) -> AsyncIterator[Watched]:
    """Hold an interview as the owner of its connection does, and let its clock speak up."""
    archive, board = GatedArchive(), Board()
    clock = clock or ScriptedClock(NINE_O_CLOCK)
    async with room(archive=archive, around=Around(clock=clock)) as here:
        here.interviews.watchers.append(board.put_up)
        await here.begin(setup)
        async with here.core.usher.keeping(here.id):
            here.core.usher.watch(here.id)
            yield Watched(here=here, board=board, archive=archive)


def at(seconds: float) -> datetime:
    """Return the moment so long after the beginning."""
    return NINE_O_CLOCK + timedelta(seconds=seconds)


async def test_on_a_clock_that_jumps_silence_runs_its_whole_course() -> None:
    async with watched(WORDS) as there:
        now = await there.board.until(lambda each: each.status is Status.PAUSED)

        cues = [remark.cue for remark in await remarks(there.here)]
        assert cues == [Cue.NUDGE, Cue.STILL_THERE]
        assert now.paused is PauseReason.AWAY
        assert now.elapsed_s == 90 + 90 + 1_200
        await check(there.here)


async def test_the_time_runs_short_then_out_and_then_the_interview_is_evaluated() -> None:
    async with watched(SHORT) as there:
        now = await there.board.until(lambda each: each.phase is Phase.OVER)

        cues = [remark.cue for remark in await remarks(there.here)]
        assert cues == [Cue.TIME_IS_SHORT]
        assert now.ending is Ending.TIME_OUT
        assert now.elapsed_s == 12 * 60
        await check(there.here)


async def test_silence_is_broken_twice_and_then_the_interview_waits() -> None:
    clock = HandClock(NINE_O_CLOCK)
    async with watched(WORDS, clock) as there:
        stood = []
        for seconds in (89, 90, 179, 180, 1_379, 1_380):
            clock.turn_to(at(seconds))
            now = await there.rests()
            stood.append((now.open.nudges if now.open else None, now.paused))

        assert stood == [(0, None), (1, None), (1, None), (2, None), (2, None), (2, AWAY)]
        await check(there.here)


async def test_before_anybody_watches_the_clock_says_nothing() -> None:
    clock = HandClock(NINE_O_CLOCK)
    async with room(around=Around(clock=clock)) as here:
        await here.begin(WORDS)
        async with here.core.usher.keeping(here.id):
            clock.turn_to(at(500))
            await here.do(arrivals.HintAsked)
            silent = await remarks(here)
            here.core.usher.watch(here.id)
            clock.turn_to(at(590))
            await here.inbox.settled(here.id)

        assert silent == []
        assert [remark.cue for remark in await remarks(here)] == [Cue.NUDGE]


async def test_whoever_is_at_it_is_not_nudged() -> None:
    clock = HandClock(NINE_O_CLOCK)
    async with watched(WORDS, clock) as there:
        clock.turn_to(at(80))
        there.timers.stir(there.here.id)
        there.timers.stir(InterviewId("somebody else's"))
        clock.turn_to(at(169))
        before = await there.rests()

        clock.turn_to(at(200))
        after = await there.rests()

        assert before.open
        assert after.open
        assert (before.open.nudges, after.open.nudges) == (0, 1)
        assert after.elapsed_s == 170


async def test_who_types_to_the_end_does_not_type_beyond_it() -> None:
    clock = HandClock(NINE_O_CLOCK)
    async with watched(replace(WORDS, minutes=12), clock) as there:
        for second in range(60, 12 * 60, 60):
            clock.turn_to(at(second))
            await there.rests()
            there.timers.stir(there.here.id)

        clock.turn_to(at(12 * 60))
        now = await there.rests()

        assert now.phase is Phase.OVER
        assert now.ending is Ending.TIME_OUT
        assert Cue.NUDGE not in [remark.cue for remark in await remarks(there.here)]
        await check(there.here)


async def test_after_a_long_sleep_of_the_machine_the_candidate_is_away_and_the_time_is_not_up() -> (
    None
):
    clock = HandClock(NINE_O_CLOCK)
    async with watched(WORDS, clock) as there:
        clock.turn_to(at(9 * 60 * 60))
        now = await there.rests()

        assert now.paused is PauseReason.AWAY
        assert now.elapsed_s == 90 + 90 + 1_200
        await check(there.here)


async def test_a_ring_that_storage_fails_is_soon_tried_again_and_costs_nobody_time(
    logs: list[EventDict],
) -> None:
    clock = HandClock(NINE_O_CLOCK)
    async with watched(SHORT, clock) as there:
        there.archive.refusal = StorageUnavailable("The disk is away.")
        clock.turn_to(at(10 * 60 + 60))
        await there.rests()
        there.archive.refusal = None

        now = await there.board.until(lambda each: each.budget.is_short)

        assert now.elapsed_s == 10 * 60
        assert {each["event"] for each in logs} == {"ring_failed"}
        assert not any(isinstance(each, Notice) for each in there.here.hearing.shown)


async def test_a_paused_interview_is_left_alone() -> None:
    clock = HandClock(NINE_O_CLOCK)
    async with watched(WORDS, clock) as there:
        before = await there.here.do(arrivals.PauseAsked)

        clock.turn_to(at(9 * 60 * 60))
        after = await there.rests()

        assert after == before


async def test_nothing_is_remembered_of_who_was_at_it_once_the_interview_is_over() -> None:
    async with watched(WORDS, HandClock(NINE_O_CLOCK)) as there:
        there.timers.stir(there.here.id)

        await there.here.do(arrivals.EndAsked)

        assert there.here.now.phase is Phase.OVER
        assert not there.timers._stirred
