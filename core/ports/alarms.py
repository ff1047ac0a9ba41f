"""When the clock has something to say, in all interviews at once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from core.domain.interview import InterviewId


class Alarms(Protocol):
    """Finds the interviews for which the clock has something to say."""

    async def due(self, now: datetime, limit: int) -> Sequence[InterviewId]:
        """Return interviews whose next wake-up has come, the most overdue first."""
        ...

    async def postpone(self, id_: InterviewId, until: datetime) -> None:
        """Leave an interview alone until then, or until something happens in it.

        One that is left alone for longer already, or for ever, stays so.
        """
        ...
