"""Leases within one process: nobody else is there to take one over."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count

from adapters.in_process.doorbell import InProcessDoorbell
from core.domain.interview import InterviewId
from core.ports.lease import Lease


class InProcessLeases:
    """Lets one task at a time advance an interview."""

    def __init__(self, doorbell: InProcessDoorbell) -> None:
        self._doorbell = doorbell
        self._held: set[InterviewId] = set()
        # One count for all interviews, so that nothing is kept of one that is over.
        self._fences = count(1)

    @asynccontextmanager
    async def hold(self, id_: InterviewId) -> AsyncIterator[Lease | None]:
        """Hold an interview for the length of a block; None if somebody else does."""
        if id_ in self._held:
            yield None
            return
        self._held.add(id_)
        try:
            yield Lease(next(self._fences))
        finally:
            self._held.remove(id_)

    async def tell_holder(self, id_: InterviewId) -> bool:
        """Ring at whoever holds an interview, which is this process; False if nobody does."""
        is_held = id_ in self._held
        if is_held:
            await self._doorbell.ring(id_)
        return is_held
