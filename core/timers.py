"""What the clock has to say: always to be told from the interview itself, and said once.

When to look again is in `Alarms`, so that no process has to live until then.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from core.domain.arrivals import ClockRang, WakeKind
from core.domain.interview import Interview, InterviewId
from core.domain.people import CLOCK, Origin
from core.domain.wakes import Wake, wakes
from core.floor import Floor
from core.ports.alarms import Alarms
from core.ports.clock import Clock

_PATIENT = (WakeKind.SILENCE, WakeKind.AWAY, WakeKind.GRACE)
# What a ring leads to can fail or come to nothing; then the clock is silent for so long.
RETRY_S = 30
# Of so many it is known when they were at it last; whoever else is, is in another process's interview.
AT_IT = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Timers:
    """Knows what is due in an interview; somebody who is at it, typing or speaking, is not disturbed."""

    alarms: Alarms
    clock: Clock
    _stirred: dict[InterviewId, datetime] = field(default_factory=dict)

    def stir(self, id_: InterviewId) -> None:
        """Note that the candidate is at it."""
        self._stirred.pop(id_, None)
        self._stirred[id_] = self.clock.now()
        if len(self._stirred) > AT_IT:
            del self._stirred[next(iter(self._stirred))]

    def forget(self, id_: InterviewId) -> None:
        """Let go of what was noted about an interview."""
        self._stirred.pop(id_, None)

    def next(self, floor: Floor) -> Wake | None:
        """Return what is to be rung for next, now or later."""
        return min(self._wakes(floor), key=lambda wake: wake.at, default=None)

    def rings(self, floor: Floor, wake: Wake) -> ClockRang:
        """Return the ring for a wake-up; the same one has the same name in every process."""
        origin = Origin(f"clock:{wake.kind}:{floor.seq}")
        # What it was due for counts: that we could not say so before must cost nobody their time.
        due = (each.at for each in self._due(floor) if each.kind is wake.kind)
        return ClockRang(by=CLOCK, origin=origin, kind=wake.kind, due_at=next(due, wake.at))

    async def came_to_nothing(self, floor: Floor, wake: Wake) -> None:
        """Keep silent about a wake-up for a while, if nothing happens before."""
        floor.unheard[wake.kind] = self.clock.now() + timedelta(seconds=RETRY_S)
        await self.rest(floor)

    async def rest(self, floor: Floor) -> None:
        """Let nobody else look before there is something to say."""
        if wake := self.next(floor):
            await self.alarms.postpone(floor.id, wake.at)

    def _wakes(self, floor: Floor) -> Iterator[Wake]:
        for wake in self._due(floor):
            yield Wake(at=max(wake.at, floor.unheard.get(wake.kind, wake.at)), kind=wake.kind)

    def _due(self, floor: Floor) -> Iterator[Wake]:
        if floor.interview is not None:
            yield from (self._undisturbed(floor.interview, each) for each in wakes(floor.interview))

    def _undisturbed(self, interview: Interview, wake: Wake) -> Wake:
        stirred = self._stirred.get(interview.id)
        if wake.kind not in _PATIENT or stirred is None:
            return wake
        patience = wake.at - interview.now
        return Wake(at=max(wake.at, stirred + patience), kind=wake.kind)
