"""Storage, minds and clocks that a test holds in its hands."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from adapters.offline.listener import OfflineListener
from core.domain.entry import Entry
from core.domain.interview import Interview, InterviewId
from core.domain.reading import Reading
from core.ports.archive import Post
from core.ports.intake import TicketId
from tests.fakes.ports.archive import MemoryArchive


@dataclass(slots=True)
class GatedArchive(MemoryArchive):
    """Lets nothing be appended for one interview while its gate is shut, or refuses to."""

    shut: InterviewId | None = None
    refusal: Exception | None = None
    tried: int = 0
    opened: asyncio.Event = field(default_factory=asyncio.Event)
    waits: asyncio.Event = field(default_factory=asyncio.Event)

    async def append(
        self,
        interview: Interview,
        entries: Sequence[Entry],
        *,
        ticket: TicketId | None = None,
        post: Sequence[Post] = (),
    ) -> None:
        """Wait at the gate, then add the entries."""
        self.tried += 1
        if interview.id == self.shut:
            self.waits.set()
            await self.opened.wait()
        if self.refusal:
            raise self.refusal
        await MemoryArchive.append(self, interview, entries, ticket=ticket, post=post)

    async def head(self, id_: InterviewId) -> int:
        """Return how many events there are, after a while as storage does."""
        await asyncio.sleep(0)
        return await MemoryArchive.head(self, id_)


@dataclass(slots=True)
class Ponderer:
    """A listener who takes as long as the test wants, and once interrupted takes no time any more."""

    begun: list[str] = field(default_factory=list)
    given_up: list[str] = field(default_factory=list)
    thinks: asyncio.Event = field(default_factory=asyncio.Event)
    gives_up: asyncio.Event = field(default_factory=asyncio.Event)
    may_go_on: asyncio.Event = field(default_factory=asyncio.Event)

    async def understand(self, interview: Interview, words: str) -> Reading:
        """Understand, in the end."""
        self.begun.append(words)
        self.thinks.set()
        try:
            await self.may_go_on.wait()
        except asyncio.CancelledError:
            self.given_up.append(words)
            self.gives_up.set()
            self.may_go_on.set()
            raise
        return await OfflineListener().understand(interview, words)


@dataclass(slots=True)
class Troubled:
    """A listener who fails as long as there are troubles left."""

    troubles: list[Exception] = field(default_factory=list)
    asked: int = 0

    async def understand(self, interview: Interview, words: str) -> Reading:
        """Fail, or understand."""
        self.asked += 1
        if self.troubles:
            raise self.troubles.pop(0)
        return await OfflineListener().understand(interview, words)


class HandClock:
    """A clock that whoever waits for it has to wait for."""

    def __init__(self, start: datetime) -> None:
        self._now = start
        self._turned = asyncio.Event()

    def now(self) -> datetime:
        """Return the time to which it was turned last."""
        return self._now

    async def wait_until(self, moment: datetime) -> None:
        """Wait until it is turned that far."""
        while self._now < moment:
            await self._turned.wait()

    def turn_to(self, moment: datetime) -> None:
        """Turn it, and wake whoever waits."""
        self._now = moment
        self._turned.set()
        self._turned = asyncio.Event()


@dataclass(slots=True)
class Board:
    """Where every state of an interview is put up, for a test to wait for one."""

    states: list[Interview] = field(default_factory=list)
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    def put_up(self, interview: Interview) -> None:
        """Note how the interview stands."""
        self.states.append(interview)
        self._changed.set()

    async def until(self, is_so: Callable[[Interview], bool]) -> Interview:
        """Return the interview once something is so."""
        async with asyncio.timeout(20):
            while not (self.states and is_so(self.states[-1])):
                self._changed.clear()
                await self._changed.wait()
        return self.states[-1]
