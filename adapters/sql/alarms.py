"""The alarms: each interview's line in SQL says when the clock has something to say in it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update

from adapters.sql.database import SqlDatabase
from adapters.sql.tables import interviews
from core.domain.interview import InterviewId


class SqlAlarms:
    """Finds interviews by the wake-up that their last event left them with."""

    def __init__(self, database: SqlDatabase) -> None:
        self._database = database

    async def due(self, now: datetime, limit: int) -> Sequence[InterviewId]:
        """Return interviews whose next wake-up has come, the most overdue first."""
        line = interviews.c
        come = (
            select(line.id)
            .where(line.wake_at <= now)
            .order_by(line.wake_at, line.changed)
            .limit(limit)
        )
        async with self._database.reading() as connection:
            return tuple(InterviewId(id_) for id_ in await connection.scalars(come))

    async def postpone(self, id_: InterviewId, until: datetime) -> None:
        """Note a later moment for the next wake-up; the next event notes another.

        An interview that waits for nothing, or something that happened just now put off for longer,
        is left as it is.
        """
        line = interviews.c
        earlier = update(interviews).where(line.id == id_, line.wake_at < until)
        async with self._database.changing() as connection:
            await connection.execute(earlier.values(wake_at=until))
