"""The clocks: the machine's own, and one that a script turns."""

import asyncio
from datetime import UTC, datetime


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return the current time, in UTC."""
        return datetime.now(UTC)  # noqa: TID251 -- the one place where time comes in

    async def wait_until(self, moment: datetime) -> None:
        """Sleep until `moment`; a clock that jumps is noticed within a minute."""
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
