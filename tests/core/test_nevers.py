"""Whatever happens, and in whatever order: what an interviewer never does does not happen."""

import asyncio
from collections.abc import Coroutine
from copy import deepcopy
from datetime import timedelta
from typing import TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from core.domain.arrivals import Arrival
from core.domain.interview import Phase, Status
from core.domain.messages import Notice
from core.domain.people import Origin
from core.domain.setup import Setup
from core.ports.runner import CodeRunner
from tests.core.arriving import SETUPS, WORDS, arrival
from tests.core.glances import note, schedule
from tests.core.leaks import check_nothing_leaked
from tests.core.nevers import check
from tests.room import QuietRunner, RefusingRunner, Room, room

_T = TypeVar("_T")


def test_no_sequence_of_events_makes_the_interviewer_do_what_is_never_done() -> None:
    run_state_machine_as_test(
        AnyInterview, settings=settings(max_examples=20, stateful_step_count=40, deadline=None)
    )


class AnyInterview(RuleBasedStateMachine):
    """One interview to which anything happens."""

    def __init__(self) -> None:
        super().__init__()
        self._loop = asyncio.new_event_loop()
        self._over = asyncio.Event()
        self._host: asyncio.Task[None] | None = None
        self._here: Room | None = None
        self._runner: type[QuietRunner | RefusingRunner] = RefusingRunner
        self._past: list[Arrival] = []
        self._count = 0

    @property
    def here(self) -> Room:
        assert self._here is not None
        return self._here

    @initialize(
        setup=SETUPS,
        is_served=st.booleans(),
        ahead_s=st.sampled_from((None, None, None, 300, 4_000)),
    )
    def open(self, setup: Setup, is_served: bool, ahead_s: float | None) -> None:  # noqa: FBT001 -- hypothesis passes it by name
        self._runner = QuietRunner if is_served else RefusingRunner
        self._host = self._loop.create_task(self._stay(self._runner()))
        while self._here is None:
            self._play(asyncio.sleep(0))
        if ahead_s is None:
            self._play(self.here.begin(setup))
        else:
            self._play(schedule(self.here, ahead_s, setup))

    @rule(data=st.data(), seconds=st.sampled_from((0, 5, 40)), is_watched=st.integers(0, 5))
    def happen(self, data: st.DataObject, seconds: float, is_watched: int) -> None:
        self._move_clock(seconds)
        self._count += 1
        drawn = data.draw(arrival(self.here.now, Origin(f"h{self._count}")))
        self._past.append(drawn)
        if is_watched:
            self._play(self.here.submit(drawn))
        else:
            self._play(self._with_a_successor(drawn))

    @rule(data=st.data())
    @precondition(lambda self: any(each.origin for each in self._past))
    def happen_again(self, data: st.DataObject) -> None:
        handled = [each for each in self._past if each.origin and self._is_known(each)]
        if handled:
            # What the clock has to say by now comes first; it is nobody's doing.
            self._play(self.here.look())
            before = self.here.now
            self._play(self.here.submit(data.draw(st.sampled_from(handled))))
            assert self.here.now == before

    @rule(text=st.sampled_from(WORDS))
    def note(self, text: str) -> None:
        """Let words be noted while the interviewer is still busy with what came before."""
        if self.here.now.phase not in (Phase.EVALUATING, Phase.OVER):
            self._play(note(self.here, text))

    @rule(seconds=st.sampled_from((30, 100, 700, 4_000)))
    def pass_time(self, seconds: float) -> None:
        self._play(self.here.pass_time(seconds))

    @rule(seconds=st.sampled_from((-40, -7_200, 50, 400, 5_000, 100_000)))
    def jump(self, seconds: float) -> None:
        self._move_clock(seconds)

    @invariant()
    def nothing_is_done_that_is_never_done(self) -> None:
        if self._here is None:
            return
        self._play(check(self.here))
        check_nothing_leaked(self.here, self._play(self.here.entries()))
        failures = [e for e in self.here.hearing.shown if isinstance(e, Notice) and e.is_failure]
        assert not failures
        assert (self.here.now.phase is Phase.OVER) is self.here.now.status.is_final
        is_paused = self.here.now.status is Status.PAUSED
        assert (self.here.now.paused is not None) is is_paused
        assert (self.here.now.paused_at is not None) is is_paused

    def teardown(self) -> None:
        try:
            if self._here is not None:
                self._finish()
        finally:
            self._over.set()
            if self._host is not None:
                self._play(self._host)
            self._loop.close()

    def _finish(self) -> None:
        self._move_clock((self.here.now.now - self.here.clock.now()).total_seconds())
        self._play(self.here.finish())
        self.nothing_is_done_that_is_never_done()
        assert self.here.now.status.is_final

    async def _stay(self, runner: CodeRunner) -> None:
        async with room(runner=runner) as here:
            self._here = here
            await self._over.wait()

    async def _with_a_successor(self, drawn: Arrival) -> None:
        """Let it happen here, and to another process that has nothing but the event log."""
        copy = deepcopy(self.here.archive)
        async with room(archive=copy, runner=self._runner()) as other:
            other.id, other.clock._now = self.here.id, self.here.clock.now()
            assert await other.interviews.look(other.id) == self.here.now
            await other.submit(drawn)
            shown = len(self.here.hearing.shown)
            await self.here.submit(drawn)
            assert await other.entries() == await self.here.entries()
            assert other.hearing.shown == self.here.hearing.shown[shown:]

    def _is_known(self, each: Arrival) -> bool:
        assert each.origin
        return self._play(self.here.archive.knows(self.here.id, each.origin))

    def _move_clock(self, seconds: float) -> None:
        self.here.clock._now += timedelta(seconds=seconds)

    def _play(self, coroutine: Coroutine[object, object, _T] | asyncio.Task[_T]) -> _T:
        return self._loop.run_until_complete(coroutine)
