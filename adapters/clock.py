"""The clocks: the machine's own, and one that a script turns."""

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta


def _wall() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 -- the one place where time comes in


def _ticks_s() -> float:
    # Linux counts the time asleep in this one alone; elsewhere a laptop's lid stops interviews' time.
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


class SystemClock:
    """The machine's clock, as it was when the process began; from there on it only ticks.

    So nobody's time is up because somebody set the clock, or a time server did. Processes that began
    before and after that differ by as much: start them anew when a clock was wrong for long.
    """

    def __init__(
        self, wall: Callable[[], datetime] = _wall, ticks_s: Callable[[], float] = _ticks_s
    ) -> None:
        self._ticks_s = ticks_s
        self._zero = wall() - timedelta(seconds=ticks_s())

    def now(self) -> datetime:
        """Return the current time, in UTC."""
        return self._zero + timedelta(seconds=self._ticks_s())

    async def wait_until(self, moment: datetime) -> None:
        """Sleep until `moment`; that the machine was asleep meanwhile is noticed within a minute."""
        while (left_s := (moment - self.now()).total_seconds()) > 0:  # noqa: ASYNC110 -- time is no event
            await asyncio.sleep(min(left_s, 60))


class ScriptedClock:
    """A clock that stands still until it is turned, so that a script always takes the same time."""

    def __init__(self, start: datetime) -> None:
        self._now = start

    def now(self) -> datetime:
        """Return the time to which the clock was turned last."""
        return self._now

    async def wait_until(self, moment: datetime) -> None:
        """Jump to `moment`."""
        self.turn_to(moment)

    def turn_to(self, moment: datetime) -> None:
        """Turn the clock; it never runs backwards."""
        self._now = max(self._now, moment)
