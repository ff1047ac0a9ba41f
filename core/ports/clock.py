"""Time, which tests and scripts turn by hand."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time and waits for it."""

    def now(self) -> datetime:
        """Return the current time, in UTC."""
        ...

    async def wait_until(self, moment: datetime) -> None:
        """Return once `moment` has come."""
        ...
