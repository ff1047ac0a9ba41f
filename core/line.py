"""An interview in which this process has something to do, or which it keeps to itself."""

import asyncio
from dataclasses import dataclass, field
from enum import Enum, auto

from core.domain.people import Place
from core.floor import Floor
from core.ports.intake import TicketId

FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.5, 30.0
QUICK_TRIES = 5


class Keeping(Enum):
    """Whether an interview is held between its turns too, and whether its clock is watched meanwhile."""

    NOT = auto()
    WATCHED = auto()
    UNWATCHED = auto()


@dataclass(slots=True)
class Line:
    """What rings for one interview, and what its worker is at."""

    rung: asyncio.Event = field(default_factory=asyncio.Event)
    idle: asyncio.Event = field(default_factory=asyncio.Event)
    held: asyncio.Event = field(default_factory=asyncio.Event)
    keeping: Keeping = Keeping.NOT
    floor: Floor | None = None
    place: Place | None = None
    is_told: bool = False
    is_pausing: bool = False
    failures: int = 0
    worker: asyncio.Task[None] | None = None
    tries: dict[TicketId, int] = field(default_factory=dict)

    @property
    def is_wanted(self) -> bool:
        """Whether there is something to do, or it is to be held all the same."""
        return self.rung.is_set() or self.keeping is not Keeping.NOT

    def ring(self) -> None:
        """Say that there is something to do."""
        self.idle.clear()
        self.rung.set()

    def recover(self) -> None:
        """Note that something went well: the next failure is a new one."""
        self.failures, self.is_told = 0, False

    async def again(self) -> None:
        """Try again at once, or after a while if that happens too often."""
        if self.failures < QUICK_TRIES:
            self.failures += 1
            self.ring()
        else:
            await self.pause()

    async def pause(self) -> None:
        """Wait for a while after a failure, or for the next ring, and then try again."""
        wait_s = min(FIRST_PAUSE_S * 2**self.failures, LONGEST_PAUSE_S)
        self.failures += 1
        if self.rung.is_set():
            return
        self.idle.set()
        self.is_pausing = True
        try:
            async with asyncio.timeout(wait_s):
                await self.rung.wait()
        except TimeoutError:
            self.rung.set()
        finally:
            self.is_pausing = False
