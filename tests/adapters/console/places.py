"""A sitting with nothing real behind the door: what a candidate says, and what is made of it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from io import StringIO

from rich.console import Console

from adapters.console.lines import Leave, Line
from adapters.console.session import Session
from adapters.console.stage import ConsoleStage
from core.domain import messages
from core.domain.arrivals import Arrival, InterviewRequested
from core.domain.errors import GreenroomError
from core.domain.interview import InterviewId
from core.domain.messages import MessageId
from core.domain.people import TERMINAL
from tests.scenes import ADA, opened_interview

ID = InterviewId("first")
NOTICE = MessageId("notice")


@dataclass(slots=True)
class FakeDoor:
    """Takes note of what comes in, and lets the test say what follows from it.

    After a `failure` what was sent is lost; after an `outage` it is kept.
    """

    arrived: list[Arrival] = field(default_factory=list)
    refusals: list[GreenroomError] = field(default_factory=list)
    then: Callable[[Arrival], None] = lambda _: None
    failure: str = ""
    outage: str = ""
    stage: ConsoleStage | None = None

    async def open(self, request: InterviewRequested) -> InterviewId:
        del request
        return ID

    async def submit(self, id_: InterviewId, arrival: Arrival) -> None:
        assert id_ == ID
        if self.refusals:
            raise self.refusals.pop()
        if self.failure or self.outage:
            await self._tell(self.failure or self.outage, is_kept=not self.failure)
            if self.failure:
                self.failure = ""
                return
            self.outage = ""
        self.arrived.append(arrival)
        self.then(arrival)

    async def settled(self, id_: InterviewId) -> None:
        assert id_ == ID

    async def _tell(self, text: str, *, is_kept: bool) -> None:
        assert self.stage
        notice = messages.Notice(id=NOTICE, text=text, is_failure=True, is_kept=is_kept)
        await self.stage.show(TERMINAL, notice)

    def kinds(self) -> list[str]:
        """Return what came in, by name."""
        return [type(arrival).__name__ for arrival in self.arrived]


@dataclass(slots=True)
class FakeLines:
    """Says its lines, then waits until it is closed."""

    said: list[Line]
    can_repeat: bool = False
    offered: list[str] = field(default_factory=list)
    waits: asyncio.Event = field(default_factory=asyncio.Event)
    _closed: asyncio.Event = field(default_factory=asyncio.Event)

    async def next(self) -> Line:
        if not self.said:
            self.waits.set()
            await self._closed.wait()
        return self.said.pop(0) if self.said else Leave.DONE

    def offer(self, line: str) -> bool:
        self.offered.append(line)
        return self.can_repeat

    def close(self) -> None:
        self._closed.set()


@dataclass(slots=True)
class Place:
    """A session at a fake door, with an interview that is under way."""

    door: FakeDoor = field(default_factory=FakeDoor)
    page: StringIO = field(default_factory=StringIO)
    session: Session = field(init=False)

    def __post_init__(self) -> None:
        console = Console(file=self.page, width=100, markup=False, emoji=False, highlight=False)
        stage = ConsoleStage(console)
        self.door.stage = stage
        self.session = Session(door=self.door, stage=stage, console=console, by=ADA)
        self.session.saw(opened_interview()[0])

    def text(self) -> str:
        """Return what is to be read so far."""
        return self.page.getvalue()
