"""The clock speaks up when an interview waits for it, and only then."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest
from structlog.typing import EventDict

from core.domain import arrivals, outcomes
from core.domain.arrivals import Arrival, InterviewRequested, WakeKind
from core.domain.errors import StorageUnavailable
from core.domain.interview import InterviewId, Phase, Status
from core.domain.outcomes import Ending, PauseReason
from core.domain.people import CLOCK, TERMINAL, Origin
from core.domain.question import InterviewType
from core.domain.setting import Cue
from core.domain.setup import Patience, Setup
from core.inbox import Inbox
from core.ports.clock import Clock
from core.ports.stage import Door
from core.timers import Timers
from tests.core.gates import Board, HandClock
from tests.core.glances import CALM, SOUND, WORDS, remarks
from tests.core.nevers import check
from tests.room import CANDIDATE, NINE_O_CLOCK, Room, room

SHORT = replace(CALM, minutes=12)


@dataclass(slots=True)
class FlakyDoor:
    """A door that jams a few times."""

    door: Door
    jams: int
    rings: list[Arrival] = field(default_factory=list)
    rung: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def open(self, request: InterviewRequested) -> InterviewId:
        """Open an interview."""
        return await self.door.open(request)

    async def submit(self, id_: InterviewId, arrival: Arrival) -> None:
        """Take an arrival in, unless it jams."""
        self.rings.append(arrival)
        async with self.rung:
            self.rung.notify_all()
        if len(self.rings) <= self.jams:
            raise StorageUnavailable("The disk is away.")
        await self.door.submit(id_, arrival)

    async def has_rung(self, times: int) -> None:
        """Return once somebody was here that often."""
        async with asyncio.timeout(20), self.rung:
            await self.rung.wait_for(lambda: len(self.rings) >= times)

    async def settled(self, id_: InterviewId) -> None:
        """Return once all is handled."""
        await self.door.settled(id_)


@dataclass(slots=True)
class Watched:
    """A room whose timers run."""

    here: Room
    timers: Timers
    board: Board
    door: FlakyDoor

    async def begin(self, setup: Setup) -> None:
        """Open an interview."""
        request = InterviewRequested(by=CANDIDATE, setup=setup, place=TERMINAL)
        self.here.id = await self.door.open(request)


@asynccontextmanager
async def watched(clock: Clock | None = None, jams: int = 0) -> AsyncIterator[Watched]:
    """Build a room with timers on a clock."""
    async with room() as here:
        interviews = replace(here.interviews, clock=clock or here.clock)
        async with (
            Inbox.running(interviews, interviews.outbox) as inbox,
            asyncio.TaskGroup() as tasks,
        ):
            door = FlakyDoor(inbox, jams)
            timers, board = Timers(door, interviews.clock), Board()
            interviews.watchers.extend((timers.watch, board.put_up))
            running = tasks.create_task(timers.run())
            yield Watched(here, timers, board, door)
            running.cancel()


async def test_on_a_clock_that_jumps_silence_runs_its_whole_course() -> None:
    async with watched() as there:
        await there.begin(WORDS)

        now = await there.board.until(lambda each: each.status is Status.PAUSED)

        cues = [remark.cue for remark in await remarks(there.here)]
        assert cues == [Cue.NUDGE, Cue.STILL_THERE]
        assert now.paused is PauseReason.AWAY
        assert now.elapsed_s == 90 + 90 + 1_200
        await check(there.here)


async def test_the_time_runs_short_then_out_and_then_the_interview_is_evaluated() -> None:
    async with watched() as there:
        await there.begin(SHORT)

        now = await there.board.until(lambda each: each.phase is Phase.OVER)

        cues = [remark.cue for remark in await remarks(there.here)]
        assert cues == [Cue.TIME_IS_SHORT]
        assert now.ending is Ending.TIME_OUT
        assert now.elapsed_s == 12 * 60
        await check(there.here)


async def test_a_nudge_comes_after_the_patience_and_not_before() -> None:
    clock = HandClock(NINE_O_CLOCK)
    async with watched(clock) as there:
        await there.begin(WORDS)

        clock.turn_to(NINE_O_CLOCK + timedelta(seconds=89))
        clock.turn_to(NINE_O_CLOCK + timedelta(seconds=90))
        now = await there.board.until(lambda each: bool(each.open and each.open.nudges))

        assert now.elapsed_s == 90


async def test_who_is_typing_is_not_nudged() -> None:
    clock = HandClock(NINE_O_CLOCK)
    async with watched(clock) as there:
        await there.begin(WORDS)
        clock.turn_to(NINE_O_CLOCK + timedelta(seconds=80))
        there.timers.stir(there.here.id)
        there.timers.stir(InterviewId("somebody else's"))

        clock.turn_to(NINE_O_CLOCK + timedelta(seconds=500))
        now = await there.board.until(lambda each: bool(each.open and each.open.nudges))

        assert now.elapsed_s == 170


async def test_who_types_to_the_end_does_not_type_beyond_it() -> None:
    clock = HandClock(NINE_O_CLOCK)
    async with watched(clock) as there:
        await there.begin(Setup(seed=5, type=InterviewType.CONCEPTS, minutes=12))
        for second in range(60, 12 * 60, 60):
            clock.turn_to(NINE_O_CLOCK + timedelta(seconds=second))
            there.timers.stir(there.here.id)

        clock.turn_to(NINE_O_CLOCK + timedelta(minutes=12))
        now = await there.board.until(lambda each: each.phase is Phase.OVER)

        assert now.ending is Ending.TIME_OUT
        assert Cue.NUDGE not in [remark.cue for remark in await remarks(there.here)]
        await check(there.here)


async def test_after_a_long_sleep_of_the_machine_the_candidate_is_away_and_the_time_is_not_up() -> (
    None
):
    clock = HandClock(NINE_O_CLOCK)
    async with watched(clock) as there:
        await there.begin(WORDS)

        clock.turn_to(NINE_O_CLOCK + timedelta(hours=9))
        now = await there.board.until(lambda each: each.status is Status.PAUSED)

        assert now.paused is PauseReason.AWAY
        assert now.elapsed_s == 90 + 90 + 1_200
        await check(there.here)


async def test_a_ring_that_fails_is_tried_again(logs: list[EventDict]) -> None:
    clock = HandClock(NINE_O_CLOCK)
    async with watched(clock, jams=2) as there:
        await there.begin(SHORT)

        for times, waited_s in enumerate((0, 30, 90), start=1):
            clock.turn_to(NINE_O_CLOCK + timedelta(minutes=10, seconds=waited_s))
            await there.door.has_rung(times)
        now = await there.board.until(lambda each: each.budget.is_short)

        assert now.elapsed_s == 10 * 60
        assert [each["event"] for each in logs] == ["ring_refused", "ring_refused"]


async def test_a_paused_interview_is_not_watched() -> None:
    clock = HandClock(NINE_O_CLOCK)
    async with watched(clock) as there:
        await there.begin(WORDS)
        await there.door.submit(there.here.id, arrivals.PauseAsked(by=CANDIDATE))
        now = await there.board.until(lambda each: each.status is Status.PAUSED)

        clock.turn_to(NINE_O_CLOCK + timedelta(hours=9))
        there.timers.watch(now)

        assert not there.timers._watched


async def test_a_late_ring_is_handled_once() -> None:
    async with room() as here:
        await here.begin(WORDS)
        here.clock.turn_to(NINE_O_CLOCK + timedelta(seconds=200))
        rang = arrivals.ClockRang(by=CLOCK, origin=Origin("ring"), kind=WakeKind.SILENCE)

        await here.submit(rang)
        await here.submit(rang)

        assert len(await here.events(outcomes.Said)) == 1
        assert here.now.elapsed_s == 90
        await check(here)


@pytest.mark.parametrize("kind", WakeKind)
async def test_a_ring_that_nobody_waits_for_changes_nothing(kind: WakeKind) -> None:
    async with room() as here:
        before = await here.begin(Setup(seed=5, patience=Patience(nudge_s=10_000)))

        await here.submit(arrivals.ClockRang(by=CLOCK, kind=kind))

        assert here.now == before


async def test_an_answer_makes_the_ring_before_it_void() -> None:
    async with room() as here:
        await here.begin(WORDS)
        here.clock.turn_to(NINE_O_CLOCK + timedelta(seconds=89))
        await here.do(arrivals.AnswerGiven, text=SOUND)
        before = here.now
        here.clock.turn_to(NINE_O_CLOCK + timedelta(seconds=100))

        await here.submit(arrivals.ClockRang(by=CLOCK, kind=WakeKind.SILENCE))

        assert here.now == before
