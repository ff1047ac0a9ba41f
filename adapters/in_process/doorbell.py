"""A doorbell within one process."""

import asyncio
from collections.abc import AsyncIterator

from core.domain.interview import InterviewId

KEPT_RINGS = 10_000


class InProcessDoorbell:
    """Hands each ring to one of the tasks that listen; the oldest are let go of when there are too many."""

    def __init__(self, *, kept: int = KEPT_RINGS) -> None:
        self._rings: asyncio.Queue[InterviewId] = asyncio.Queue(kept)

    async def ring(self, id_: InterviewId) -> None:
        """Say that something waits in an interview."""
        if self._rings.full():
            self._rings.get_nowait()
        self._rings.put_nowait(id_)

    async def rings(self) -> AsyncIterator[InterviewId]:
        """Yield interviews in which something waits, for ever."""
        while True:
            yield await self._rings.get()
