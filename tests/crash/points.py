"""Where a process dies: before and after each step that outlives it."""

import asyncio
import os
import signal
from dataclasses import dataclass
from enum import StrEnum


class Point(StrEnum):
    """Twelve moments; what is behind one of them is before the next."""

    BEFORE_TAKING = "before_taking"
    """The platform told of something, and nobody kept it."""
    AFTER_TAKING = "after_taking"
    """It is kept, and the platform was not told so: it will tell again."""
    HOLDING = "holding"
    """The interview is held, and nothing was done in it; the lease has no owner any more."""
    THINKING = "thinking"
    """A turn, or an evaluation, is half thought, and nothing of it is kept."""
    BEFORE_CHECKPOINT = "before_checkpoint"
    """A turn is thought, and the graph's checkpoint is that of the turn before."""
    AFTER_CHECKPOINT = "after_checkpoint"
    """The checkpoint knows a turn that was never committed."""
    AFTER_COMMIT = "after_commit"
    """The turn is in the log, its arrival is let go of, and nothing of it was shown."""
    AFTER_SHOWING = "after_showing"
    """A message is in its place, and nobody knows."""
    AFTER_NOTING = "after_noting"
    """A message is noted as sent, and the next one of the same turn is not shown."""
    AFTER_HANDING_IN = "after_handing_in"
    """Code was handed in, its refusal waits, and nobody knows that it was handed in."""
    BEFORE_DROPPING = "before_dropping"
    """Words that came too late are still in the line."""
    BEFORE_FORGETTING = "before_forgetting"
    """The interview is over, and its checkpoint is still there."""


@dataclass(slots=True)
class Fate:
    """Brings a process to a stand, for good or for a while, when it comes to a point for the `times`th time."""

    point: Point | None = None
    times: int = 1
    how: signal.Signals = signal.SIGKILL

    def meet(self, point: Point) -> None:
        """Come to a point."""
        if point is self.point:
            self.times -= 1
            if not self.times:
                os.kill(os.getpid(), self.how)

    async def think(self, seconds: float) -> None:
        """Come to the middle of a thought that takes so long."""
        self.meet(Point.THINKING)
        await asyncio.sleep(seconds)
