"""Lets the clock speak up: nudges, the end of the time, the evaluation that is still to come.

What is due follows from each interview, so nothing here needs to be kept: whoever starts again watches again.
"""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime

from core.domain.arrivals import ClockRang, WakeKind
from core.domain.interview import Interview, InterviewId
from core.domain.people import CLOCK, Origin
from core.domain.wakes import Wake, next_wake
from core.ports.clock import Clock
from core.ports.stage import Door

_PATIENT = (WakeKind.SILENCE, WakeKind.AWAY)


@dataclass(slots=True)
class Timers:
    """Watches interviews and submits what the clock has to say about them."""

    door: Door
    clock: Clock
    _watched: dict[InterviewId, Interview] = field(default_factory=dict)
    _stirred: dict[InterviewId, datetime] = field(default_factory=dict)
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    def watch(self, interview: Interview) -> None:
        """Wait for what comes next in an interview as it stands now."""
        if next_wake(interview) is None:
            self._watched.pop(interview.id, None)
        else:
            self._watched[interview.id] = interview
        self._changed.set()

    def stir(self, id_: InterviewId) -> None:
        """Note that the candidate is at it, typing or speaking: no silence is to be broken."""
        self._stirred[id_] = self.clock.now()

    async def run(self) -> None:
        """Ring for ever."""
        while True:
            self._changed.clear()
            due = min(self._wakes(), key=lambda each: each[1].at, default=None)
            if due and due[1].at <= self.clock.now():
                await self._ring(*due)
            else:
                await self._sleep(due[1].at if due else None)

    def _wakes(self) -> list[tuple[Interview, Wake]]:
        return [
            (interview, self._postponed(interview, wake))
            for interview in self._watched.values()
            if (wake := next_wake(interview))
        ]

    def _postponed(self, interview: Interview, wake: Wake) -> Wake:
        stirred = self._stirred.get(interview.id)
        if wake.kind not in _PATIENT or stirred is None:
            return wake
        return Wake(at=max(wake.at, stirred + (wake.at - interview.now)), kind=wake.kind)

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

    async def _ring(self, interview: Interview, wake: Wake) -> None:
        # Rung once for each state of the interview; whatever it leads to is a new state.
        self._watched.pop(interview.id, None)
        origin = Origin(f"clock:{wake.kind}:{interview.seq}")
        await self.door.submit(interview.id, ClockRang(by=CLOCK, origin=origin, kind=wake.kind))
