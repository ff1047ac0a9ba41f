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
from core.domain.interview import InterviewId
from core.domain.people import Place
from core.interviews import Interviews
from core.outbox import Outbox

_log = structlog.get_logger()

WAITING = 100
BROKEN = (
    "Something went wrong on our side, and it was noted (reference {}). Nothing before it is lost: "
    "please try again."
)
FULL = "That was a lot at once. Please wait for my answer, then send the last one again."


@dataclass(slots=True)
class Inbox:
    """Takes arrivals in, and gives each interview its turns."""

    interviews: Interviews
    outbox: Outbox
    _tasks: asyncio.TaskGroup
    _lines: dict[InterviewId, asyncio.Queue[Arrival]] = field(default_factory=dict)
    _workers: list[asyncio.Task[None]] = field(default_factory=list)

    @classmethod
    @asynccontextmanager
    async def running(cls, interviews: Interviews, outbox: Outbox) -> AsyncIterator["Inbox"]:
        """Handle arrivals until the block ends; a turn that runs then is given up uncommitted."""
        async with asyncio.TaskGroup() as tasks:
            inbox = cls(interviews, outbox, tasks)
            try:
                yield inbox
            finally:
                for worker in inbox._workers:
                    worker.cancel()

    async def open(self, request: InterviewRequested) -> InterviewId:
        """Begin an interview."""
        return await self.interviews.begin(request)

    async def submit(self, id_: InterviewId, arrival: Arrival) -> None:
        """Queue an arrival; raise `Refused` when too many wait."""
        if id_ not in self._lines:
            place = (await self.interviews.current(id_)).place
            line = self._lines.setdefault(id_, asyncio.Queue(WAITING))
            self._workers.append(self._tasks.create_task(self._work(id_, place, line)))
        try:
            self._lines[id_].put_nowait(arrival)
        except asyncio.QueueFull as error:
            raise Refused(FULL) from error

    async def settled(self, id_: InterviewId) -> None:
        """Return once everything queued so far was handled."""
        if id_ in self._lines:
            await self._lines[id_].join()

    async def _work(self, id_: InterviewId, place: Place, line: asyncio.Queue[Arrival]) -> None:
        while True:
            arrival = await line.get()
            with structlog.contextvars.bound_contextvars(interview=id_):
                await self._turn(id_, place, arrival)
            line.task_done()

    async def _turn(self, id_: InterviewId, place: Place, arrival: Arrival) -> None:
        try:
            await self.interviews.handle(id_, arrival)
        except GreenroomError as error:
            _log.warning("turn_refused", arrival=type(arrival).__name__, why=type(error).__name__)
            is_failure = isinstance(error, Unavailable)
            await self.outbox.tell(place, error.reply, is_failure=is_failure)
        except Exception:
            reference = uuid4().hex[:8]
            _log.exception("turn_failed", arrival=type(arrival).__name__, reference=reference)
            await self.outbox.tell(place, BROKEN.format(reference), is_failure=True)
