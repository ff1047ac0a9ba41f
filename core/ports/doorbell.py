"""Where to look: which interviews have something waiting, told to whoever is free."""

from collections.abc import AsyncIterator
from typing import Protocol

from core.domain.interview import InterviewId


class Doorbell(Protocol):
    """Tells processes where something waits. It only saves time: what waits is in the `Intake`.

    A process hears what is rung for anybody, and what is rung for it alone as the holder of an interview.

    A ring is heard by one listener, now and then by two, and may be lost with a process, with the
    server behind it, or because too many came before it. A sweep finds what it was about.
    """

    async def ring(self, id_: InterviewId) -> None:
        """Say that something waits in an interview; this never fails, since it is never needed."""
        ...

    def rings(self) -> AsyncIterator[InterviewId]:
        """Yield interviews in which something waits, for ever; several may listen, each for their own."""
        ...
