"""An interview while this process holds it: how it stands, and what is still to be said in it."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime

from core.domain.arrivals import WakeKind
from core.domain.interview import Interview, InterviewId
from core.domain.messages import MessageId
from core.domain.people import Place
from core.parcels import Content, Parcel
from core.ports.deliveries import Delivery


class Interrupted(Exception):
    """Somebody wants something before the turn that was just being thought."""


@dataclass(slots=True, kw_only=True)
class Floor:
    """The right to advance an interview, and all that its holder knows of it."""

    id: InterviewId
    fence: int
    interview: Interview | None = None
    underway: list[Delivery] = field(default_factory=list)
    # What was committed here and sent nowhere yet, so that nobody needs to look for it there.
    unsaid: dict[tuple[MessageId, Place], Content] = field(default_factory=dict)
    # What the clock said in vain is said again then, if the interview still stands as it does.
    unheard: dict[WakeKind, datetime] = field(default_factory=dict)
    _thinking: asyncio.Timeout | None = None

    @property
    def seq(self) -> int:
        """How many events the interview has."""
        return self.interview.seq if self.interview else 0

    def moved(self, interview: Interview, parcels: Iterable[Parcel]) -> None:
        """Note a turn that was committed, and what is to be sent because of it."""
        self.interview = interview
        self.unheard = {}
        for parcel in parcels:
            self.underway.append(parcel.delivery(self.id, interview.now))
            self.unsaid[parcel.id, parcel.place] = parcel.content

    def put_off(self, delivery: Delivery, until: datetime, *, is_failure: bool = False) -> None:
        """Note that something is to be sent later, at its place in the order."""
        attempts = delivery.attempts + is_failure
        later = replace(delivery, due_at=until, attempts=attempts)
        self.underway[self.underway.index(delivery)] = later

    @asynccontextmanager
    async def thinking(self) -> AsyncIterator[None]:
        """Let what is thought in the block be interrupted; raise `Interrupted` if it was."""
        limit = asyncio.timeout(None)
        try:
            async with limit:
                self._thinking = limit
                try:
                    yield
                finally:
                    self._thinking = None
        except TimeoutError as error:
            if not limit.expired():
                raise
            raise Interrupted from error

    @property
    def is_thinking(self) -> bool:
        """Whether a turn is being thought that may be interrupted."""
        return self._thinking is not None

    def interrupt(self) -> None:
        """Give up the turn that is being thought, if there is one."""
        if self._thinking:
            self._thinking.reschedule(asyncio.get_running_loop().time())
