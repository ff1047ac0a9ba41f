"""The intake: arrivals in SQL, from the moment they are taken in until a commit has handled them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, func, insert, select

from adapters.sql.database import SqlDatabase
from adapters.sql.errors import STALE
from adapters.sql.origins import has_happened
from adapters.sql.rows import ticket_of, waiting_row
from adapters.sql.tables import waiting
from core.domain.arrivals import Arrival
from core.domain.errors import StaleTurn
from core.domain.interview import InterviewId
from core.ports.intake import Lane, Ticket, TicketId

_LINE = select(
    waiting.c.id,
    waiting.c.interview_id,
    waiting.c.lane,
    waiting.c.taken_at,
    waiting.c.kind,
    waiting.c.version,
    waiting.c.body,
)
# Put together once: what every turn says to the database again is said faster.
_THEIRS = waiting.c.interview_id == bindparam("its")
_FIRST = _LINE.where(_THEIRS).order_by(waiting.c.lane, waiting.c.id).limit(1)
_COUNT = select(func.count()).where(_THEIRS)
_TAKE = insert(waiting)


class SqlIntake:
    """Keeps what arrived in an SQL database until it was handled."""

    def __init__(self, database: SqlDatabase) -> None:
        self._database = database

    async def take(self, id_: InterviewId, arrival: Arrival, lane: Lane, at: datetime) -> bool:
        """Keep an arrival; False if one of the same origin waits or was handled already."""
        try:
            await self._take(id_, arrival, lane, at)
        except StaleTurn:
            return False
        return True

    async def _take(self, id_: InterviewId, arrival: Arrival, lane: Lane, at: datetime) -> None:
        async with self._database.writing() as connection:
            await connection.execute(_TAKE, waiting_row(id_, arrival, lane, at))
            # Only now, not in one statement with the above: where that had to wait for a commit
            # that was just handling the same happening, this finds it in the log.
            if arrival.origin and await connection.scalar(
                select(has_happened(id_, arrival.origin))
            ):
                raise StaleTurn(STALE)

    async def next(self, id_: InterviewId) -> Ticket | None:
        """Return whose turn it is; raise `StorageNewer` if this code does not know what it is."""
        async with self._database.reading() as connection:
            row = (await connection.execute(_FIRST, {"its": id_})).one_or_none()
        return ticket_of(row) if row else None

    async def overtaken(self, ticket: Ticket) -> Sequence[Ticket]:
        """Return who came before `ticket` and waits behind it."""
        line = waiting.c
        theirs = (line.interview_id == ticket.interview, line.lane > ticket.lane)
        before = _LINE.where(*theirs, line.id < ticket.id).order_by(line.id)
        async with self._database.reading() as connection:
            return tuple(ticket_of(row) for row in await connection.execute(before))

    async def count(self, id_: InterviewId) -> int:
        """Return how many wait in an interview's line."""
        async with self._database.reading() as connection:
            return await connection.scalar(_COUNT, {"its": id_}) or 0

    async def waiting(self, limit: int) -> Sequence[InterviewId]:
        """Return interviews in which somebody waits, the longest waiting first."""
        lines = (
            select(waiting.c.interview_id)
            .group_by(waiting.c.interview_id)
            .order_by(func.min(waiting.c.id))
            .limit(limit)
        )
        async with self._database.reading() as connection:
            return tuple(InterviewId(id_) for id_ in await connection.scalars(lines))

    async def drop(self, ticket: TicketId) -> None:
        """Let go of an arrival that changed nothing; one that is gone already is no matter."""
        async with self._database.changing() as connection:
            await connection.execute(delete(waiting).where(waiting.c.id == ticket))
