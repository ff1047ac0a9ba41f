"""Gives each interview its turns, one after the other, in one process at a time; the error boundary."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from datetime import datetime

import structlog

from core.domain.errors import GreenroomError, Refused, StaleTurn
from core.domain.interview import InterviewId
from core.floor import Floor, Interrupted
from core.line import Keeping, Line
from core.mishaps import Mishaps
from core.ports.deliveries import Delivery
from core.ports.doorbell import Doorbell
from core.ports.intake import Lane
from core.ports.lease import Lease, Leases
from core.turns import Step, Turns

_log = structlog.get_logger()

# So many interviews have their turns at once in one process.
AT_ONCE = 64
# How long turns may still take when the process is to stop.
DRAIN_S = 8.0
# A holder that died holds on for as long as its lease lasts.
TAKE_OVER_S = 20.0
ELSEWHERE = "This interview is being held somewhere else just now. End it there, then try again."


@dataclass(slots=True, kw_only=True)
class Usher:
    """Holds interviews in which something is to be done, and sees to it that it is."""

    turns: Turns
    leases: Leases
    doorbell: Doorbell
    mishaps: Mishaps
    _tasks: asyncio.TaskGroup
    is_closing: bool = False
    _lines: dict[InterviewId, Line] = field(default_factory=dict)
    _places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    @classmethod
    @asynccontextmanager
    async def running(
        cls, turns: Turns, leases: Leases, doorbell: Doorbell
    ) -> AsyncIterator["Usher"]:
        """Attend to interviews until the block ends; a turn that runs then is finished, or left to others."""
        async with asyncio.TaskGroup() as tasks:
            usher = cls(
                turns=turns,
                leases=leases,
                doorbell=doorbell,
                mishaps=Mishaps(turns),
                _tasks=tasks,
            )
            listener = tasks.create_task(usher._listen())
            try:
                yield usher
            finally:
                listener.cancel()
                await usher._close()

    def watch(self, id_: InterviewId) -> None:
        """From here on let the clock of an interview speak up that is kept."""
        if (line := self._lines.get(id_)) and line.keeping is Keeping.UNWATCHED:
            line.keeping = Keeping.WATCHED
            line.ring()

    def ring(self, id_: InterviewId) -> None:
        """Look what is to be done in an interview."""
        line = self._line(id_)
        line.ring()
        if line.floor and line.floor.is_thinking:
            self._tasks.create_task(self._let_pass(line.floor))

    def look(self, id_: InterviewId) -> None:
        """Look what is to be done in an interview, unless that failed just now and is to be tried later."""
        if (line := self._lines.get(id_)) is None or not line.is_pausing:
            self.ring(id_)

    def knows(self, id_: InterviewId) -> bool:
        """Tell whether there is an interview, as far as can be told without asking."""
        return self.turns.remembers(id_)

    async def settled(self, id_: InterviewId) -> None:
        """Return once all is done that can be done now."""
        if line := self._lines.get(id_):
            await line.idle.wait()

    @asynccontextmanager
    async def keeping(self, id_: InterviewId) -> AsyncIterator[None]:
        """Hold an interview for the length of a block, as the owner of a connection does.

        Its clock says nothing before it is to be watched. Raises `Refused` if somebody else holds it
        and does not let go.
        """
        line = self._line(id_)
        line.keeping = Keeping.UNWATCHED
        line.ring()
        try:
            try:
                async with asyncio.timeout(TAKE_OVER_S):
                    await line.held.wait()
            except TimeoutError as error:
                raise Refused(ELSEWHERE) from error
            await self.settled(id_)
            yield
        finally:
            line.keeping = Keeping.NOT
            line.ring()

    def _line(self, id_: InterviewId) -> Line:
        line = self._lines.get(id_)
        if line is None:
            line = self._lines[id_] = Line()
            line.worker = self._tasks.create_task(self._work(id_, line))
        return line

    async def _listen(self) -> None:
        async for id_ in self.doorbell.rings():
            self.look(id_)

    async def _let_pass(self, floor: Floor) -> None:
        """Interrupt what is being thought if somebody with a wish that cannot wait is behind it."""
        # If nobody can tell, whoever is behind it waits for the end of the thought.
        with suppress(GreenroomError):
            ticket = await self.turns.intake.next(floor.id)
            if ticket and ticket.lane is Lane.CONTROL:
                floor.interrupt()

    async def _work(self, id_: InterviewId, line: Line) -> None:
        with structlog.contextvars.bound_contextvars(interview=id_):
            try:
                while line.is_wanted and not self.is_closing:
                    await self._visit(id_, line)
            finally:
                # No line is kept for an interview that rests; the next ring opens one.
                del self._lines[id_]
                line.idle.set()

    async def _visit(self, id_: InterviewId, line: Line) -> None:
        line.rung.clear()
        # Who keeps an interview needs no place, and would never give it back.
        is_guest = line.keeping is Keeping.NOT
        try:
            async with self._places if is_guest else nullcontext(), self.leases.hold(id_) as lease:
                if lease:
                    await self._attend(id_, line, lease, is_guest=is_guest)
                    line.recover()
                    return
            if await self.leases.tell_holder(id_) and line.keeping is Keeping.NOT:
                return
            await line.pause()
        except _PutOff:
            await line.pause()
        except StaleTurn as error:
            _log.info("turn_lost", why=error.reply)
            await line.again()
        except Exception as error:
            await self.mishaps.tell(id_, line, error)
            await line.pause()

    async def _attend(self, id_: InterviewId, line: Line, lease: Lease, *, is_guest: bool) -> None:
        """Do all that is to be done in an interview; one that is kept has always something to come."""
        floor = line.floor = await self.turns.floor(id_, lease)
        line.held.set()
        try:
            while not self.is_closing:
                # Whoever rings after this is heard, however far the look below has come by then.
                line.rung.clear()
                line.place = floor.interview.place if floor.interview else None
                is_watched = line.keeping is not Keeping.UNWATCHED
                if step := await self.turns.next(floor, is_watched=is_watched):
                    await self._take_step(floor, line, step)
                    continue
                await self.turns.leave(floor)
                if is_guest or line.keeping is Keeping.NOT:
                    return
                await self._rest(floor, line)
            if await self.turns.next(floor):
                await self.doorbell.ring(id_)
        finally:
            line.floor = None
            line.held.clear()

    async def _take_step(self, floor: Floor, line: Line, step: Step) -> None:
        try:
            await self.turns.take(floor, step)
            # A message that got through says nothing about whether the next thought will.
            if not isinstance(step, Delivery):
                line.recover()
        except Interrupted:
            pass
        except StaleTurn:
            raise
        except Exception as error:
            if not await self.mishaps.mend(floor, line, step, error):
                raise _PutOff from error

    async def _rest(self, floor: Floor, line: Line) -> None:
        """Wait until somebody rings, or the clock has something to say."""
        is_watched = line.keeping is Keeping.WATCHED
        moment = self.turns.next_moment(floor) if is_watched else None
        if line.rung.is_set():
            return
        line.idle.set()
        async with asyncio.TaskGroup() as tasks:
            alarm = tasks.create_task(self._alarm(line, moment)) if moment else None
            await line.rung.wait()
            if alarm:
                alarm.cancel()

    async def _alarm(self, line: Line, moment: datetime) -> None:
        await self.turns.clock.wait_until(moment)
        line.ring()

    async def _close(self) -> None:
        self.is_closing = True
        workers = [line.worker for line in self._lines.values() if line.worker]
        for line in self._lines.values():
            line.ring()
        if workers:
            _, late = await asyncio.wait(workers, timeout=DRAIN_S)
            for worker in late:
                worker.cancel()


class _PutOff(Exception):
    """A step cannot be taken now, which is mended already."""
