"""One turn at a time per interview, in the order in which things arrived; the error boundary.

This one lives in the process. Its durable twin on Redis keeps the same promises across crashes.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from uuid import uuid4

import structlog

from core.domain.arrivals import Arrival, InterviewRequested
from core.domain.errors import GreenroomError, Refused, Unavailable
from core.domain.interview import Interview, InterviewId, Status
from core.domain.people import Place
from core.interviews import Interviews
from core.outbox import Outbox

_log = structlog.get_logger()

WAITING = 100
BROKEN = (
    "Something went wrong on our side, and it was noted (reference {}). Nothing before it is lost: "
    "please try again."
)
CLOSING = "Greenroom is closing down. Please send that again when it is back."
FULL = "That was a lot at once. Please wait for my answer, then send the last one again."


@dataclass(slots=True)
class _Line:
    """What waits for its turn in one interview; the place is known once its worker looked it up."""

    place: asyncio.Future[Place]
    arrivals: asyncio.Queue[Arrival] = field(default_factory=lambda: asyncio.Queue(WAITING))
    worker: asyncio.Task[None] | None = None
    is_going: bool = False


@dataclass(slots=True)
class Inbox:
    """Takes arrivals in, and gives each interview its turns."""

    interviews: Interviews
    outbox: Outbox
    _tasks: asyncio.TaskGroup
    _lines: dict[InterviewId, _Line] = field(default_factory=dict)

    @classmethod
    @asynccontextmanager
    async def running(cls, interviews: Interviews, outbox: Outbox) -> AsyncIterator["Inbox"]:
        """Handle arrivals until the block ends; a turn that runs then is given up uncommitted."""
        async with asyncio.TaskGroup() as tasks:
            inbox = cls(interviews, outbox, tasks)
            interviews.watchers.append(inbox._saw)
            try:
                yield inbox
            finally:
                interviews.watchers.remove(inbox._saw)
                for line in inbox._lines.values():
                    if line.worker:
                        line.worker.cancel()

    async def open(self, request: InterviewRequested) -> InterviewId:
        """Begin an interview."""
        return await self.interviews.begin(request)

    async def submit(self, id_: InterviewId, arrival: Arrival) -> None:
        """Queue an arrival; raise `GreenroomError` if there is no such interview, or too much waits."""
        line = self._lines.get(id_)
        if line is None:
            line = self._lines[id_] = _Line(asyncio.get_running_loop().create_future())
            line.worker = self._tasks.create_task(self._work(id_, line))
        try:
            line.arrivals.put_nowait(arrival)
        except asyncio.QueueFull as error:
            raise Refused(FULL) from error
        # In line first, asked about afterwards: whatever comes meanwhile comes behind.
        await asyncio.shield(line.place)

    async def settled(self, id_: InterviewId) -> None:
        """Return once everything queued so far was handled."""
        if line := self._lines.get(id_):
            await line.arrivals.join()

    def _saw(self, interview: Interview) -> None:
        if line := self._lines.get(interview.id):
            line.is_going = interview.status is Status.IN_PROGRESS

    async def _work(self, id_: InterviewId, line: _Line) -> None:
        with structlog.contextvars.bound_contextvars(interview=id_):
            try:
                if await self._is_known(id_, line):
                    await self._turns(id_, line)
            finally:
                # No line is kept for an interview that rests or is over; the next arrival opens one.
                del self._lines[id_]
                if not line.place.done():
                    line.place.set_exception(Unavailable(CLOSING))

    async def _is_known(self, id_: InterviewId, line: _Line) -> bool:
        """Find the place of the interview; where there is none, everybody in line is told."""
        try:
            line.place.set_result((await self.interviews.current(id_)).place)
        except GreenroomError as error:
            line.place.set_exception(error)
        except Exception:
            line.place.set_exception(Unavailable(_noted("interview_unreadable")))
        if line.place.exception() is None:
            return True
        while not line.arrivals.empty():
            line.arrivals.get_nowait()
            line.arrivals.task_done()
        return False

    async def _turns(self, id_: InterviewId, line: _Line) -> None:
        while line.is_going or not line.arrivals.empty():
            arrival = await line.arrivals.get()
            await self._turn(id_, line.place.result(), arrival)
            line.arrivals.task_done()

    async def _turn(self, id_: InterviewId, place: Place, arrival: Arrival) -> None:
        kind = type(arrival).__name__
        try:
            await self.interviews.handle(id_, arrival)
        except GreenroomError as error:
            _log.warning("turn_refused", arrival=kind, why=type(error).__name__)
            await self._tell(place, error.reply, is_failure=isinstance(error, Unavailable))
        except Exception:
            await self._tell(place, _noted("turn_failed", arrival=kind), is_failure=True)

    async def _tell(self, place: Place, text: str, *, is_failure: bool) -> None:
        try:
            await self.outbox.tell(place, text, is_failure=is_failure)
        except Exception:
            # Whoever cannot be reached must not stop anybody else's interview.
            _noted("notice_lost")


def _noted(what: str, **fields: str) -> str:
    """Log the bug that is being handled; return the words for whoever met it."""
    reference = uuid4().hex[:8]
    _log.exception(what, reference=reference, **fields)
    return BROKEN.format(reference)
