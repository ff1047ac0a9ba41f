"""Lets the clock speak up: nudges, the end of the time, the evaluation that is still to come.

What is due follows from each interview, so nothing here needs to be kept: whoever starts again watches again.
"""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog

from core.domain.arrivals import ClockRang, WakeKind
from core.domain.errors import GreenroomError
from core.domain.interview import Interview, InterviewId
from core.domain.people import CLOCK, Origin
from core.domain.wakes import Wake, wakes
from core.ports.clock import Clock
from core.ports.stage import Door

_log = structlog.get_logger()

_PATIENT = (WakeKind.SILENCE, WakeKind.AWAY)
# What a ring leads to can fail; it is tried again after this, then after twice as long, and so on.
RETRY_S, LONGEST_RETRY_S = 30, 3_600


@dataclass(slots=True)
class _Watch:
    """One interview as it stands, and what became of ringing for it."""

    interview: Interview
    stirred: datetime | None = None
    is_ringing: bool = False
    tries: int = 0
    not_before: datetime | None = None


@dataclass(slots=True)
class Timers:
    """Watches interviews and submits what the clock has to say about them."""

    door: Door
    clock: Clock
    _watched: dict[InterviewId, _Watch] = field(default_factory=dict)
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    def watch(self, interview: Interview) -> None:
        """Wait for what comes next in an interview as it stands now."""
        known = self._watched.get(interview.id)
        if known and known.interview.seq == interview.seq:
            return
        if wakes(interview):
            stirred = known.stirred if known else None
            self._watched[interview.id] = _Watch(interview, stirred)
        else:
            self._watched.pop(interview.id, None)
        self._changed.set()

    def stir(self, id_: InterviewId) -> None:
        """Note that the candidate is at it, typing or speaking: no silence is to be broken."""
        if watch := self._watched.get(id_):
            watch.stirred = self.clock.now()

    async def run(self) -> None:
        """Ring for ever."""
        async with asyncio.TaskGroup() as tasks:
            while True:
                self._changed.clear()
                due = min(self._dues(), key=lambda each: each[0], default=None)
                if due and due[0] <= self.clock.now():
                    _, watch, wake = due
                    watch.is_ringing = True
                    tasks.create_task(self._ring(watch, wake))
                else:
                    await self._sleep(due[0] if due else None)

    def _dues(self) -> list[tuple[datetime, _Watch, Wake]]:
        """Return when to ring next for each interview that is not being rung for."""
        dues = []
        for watch in self._watched.values():
            if not watch.is_ringing:
                every = [_postponed(watch, wake) for wake in wakes(watch.interview)]
                wake = min(every, key=lambda each: each.at)
                dues.append((max(wake.at, watch.not_before or wake.at), watch, wake))
        return dues

    async def _sleep(self, until: datetime | None) -> None:
        """Wait for a moment, or for a change before it."""
        async with asyncio.TaskGroup() as tasks:
            alarm = tasks.create_task(self._alarm(until)) if until else None
            await self._changed.wait()
            if alarm:
                alarm.cancel()

    async def _alarm(self, moment: datetime) -> None:
        await self.clock.wait_until(moment)
        self._changed.set()

    async def _ring(self, watch: _Watch, wake: Wake) -> None:
        interview = watch.interview
        origin = Origin(f"clock:{wake.kind}:{interview.seq}")
        rang = ClockRang(by=CLOCK, origin=origin, kind=wake.kind, due_at=wake.at)
        try:
            await self.door.submit(interview.id, rang)
            await self.door.settled(interview.id)
        except GreenroomError as error:
            _log.warning("ring_refused", interview=interview.id, why=type(error).__name__)
        # Whatever it led to is a new state of the interview, watched anew; this one came to nothing.
        watch.is_ringing = False
        delay_s = min(RETRY_S * 2**watch.tries, LONGEST_RETRY_S)
        watch.not_before = self.clock.now() + timedelta(seconds=delay_s)
        watch.tries += 1
        self._changed.set()


def _postponed(watch: _Watch, wake: Wake) -> Wake:
    if wake.kind not in _PATIENT or watch.stirred is None:
        return wake
    patience = wake.at - watch.interview.now
    return Wake(at=max(wake.at, watch.stirred + patience), kind=wake.kind)
