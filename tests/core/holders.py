"""Who else may hold an interview, and ring for it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from itertools import count

from adapters.in_process import InProcessDoorbell, InProcessLeases
from core.domain.errors import CacheUnavailable, StaleTurn
from core.domain.interview import InterviewId
from core.ports.intake import Ticket
from core.ports.lease import Lease, Leases
from core.running import Shared
from tests.fakes.ports.intake import MemoryIntake
from tests.room import alone


async def is_held(leases: Leases, id_: InterviewId) -> bool:
    """Tell whether somebody holds an interview."""
    async with leases.hold(id_) as lease:
        return lease is None


class Bell(InProcessDoorbell):
    """A doorbell that notes who was rung for; `shared` has leases that only note whom they told."""

    def __init__(self) -> None:
        super().__init__()
        self.rung: list[InterviewId] = []
        self.told: list[InterviewId] = []
        self.shared: Shared = replace(alone(), doorbell=self, leases=_Telling(self))

    async def ring(self, id_: InterviewId) -> None:
        """Note a ring."""
        self.rung.append(id_)
        await InProcessDoorbell.ring(self, id_)


class _Telling(InProcessLeases):
    def __init__(self, bell: Bell) -> None:
        super().__init__(bell)
        self._told = bell.told

    async def tell_holder(self, id_: InterviewId) -> bool:
        if id_ in self._held:
            self._told.append(id_)
        return id_ in self._held


@dataclass(slots=True)
class Losing:
    """Leases that are lost when the test wants it, or that nobody can ask for."""

    trouble: CacheUnavailable | None = None
    _fences: "count[int]" = field(default_factory=count)
    _limit: asyncio.Timeout | None = None

    @asynccontextmanager
    async def hold(self, id_: InterviewId) -> AsyncIterator[Lease | None]:
        """Hold an interview until it is lost."""
        del id_
        if self.trouble:
            raise self.trouble
        try:
            async with asyncio.timeout(None) as self._limit:
                yield Lease(next(self._fences))
        except TimeoutError as error:
            raise StaleTurn("Somebody else holds it now.") from error

    def lose(self) -> None:
        """Lose what is held."""
        assert self._limit
        self._limit.reschedule(asyncio.get_running_loop().time())

    async def tell_holder(self, id_: InterviewId) -> bool:
        """Find nobody."""
        del id_
        return False


@dataclass(frozen=True, slots=True)
class Between(MemoryIntake):
    """An intake in which something happens between a look and its answer."""

    then: list[Callable[[], Awaitable[None]]] = field(default_factory=list)

    async def next(self, id_: InterviewId) -> Ticket | None:
        """Return whose turn it was, and let something happen meanwhile."""
        ticket = await MemoryIntake.next(self, id_)
        if ticket is None and self.then:
            await self.then.pop()()
        return ticket
