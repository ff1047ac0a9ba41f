"""The deliveries: messages in SQL, from the commit that makes them due until their platform has them."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Update, and_, bindparam, exists, func, or_, select, update

from adapters.sql.database import SqlDatabase
from adapters.sql.rows import delivery_of
from adapters.sql.tables import deliveries
from core.domain.interview import InterviewId
from core.domain.messages import MessageId
from core.domain.people import Place, PlaceKind
from core.ports.deliveries import Delivery

# The name of a message that can never arrive.
NOWHERE = ""
# Put together once: every message says it.
_SENT = update(deliveries).where(
    deliveries.c.message_id == bindparam("its"),
    deliveries.c.place_kind == bindparam("its_kind"),
    deliveries.c.place_id == bindparam("its_place"),
    or_(deliveries.c.platform_id.is_(None), deliveries.c.platform_id == NOWHERE),
)


class SqlDeliveries:
    """Remembers in an SQL database which message is where."""

    def __init__(self, database: SqlDatabase) -> None:
        self._database = database

    async def due(
        self, now: datetime, kinds: Collection[PlaceKind], limit: int
    ) -> Sequence[InterviewId]:
        """Return interviews with something to be sent, the longest overdue first."""
        line, before = deliveries.c, deliveries.alias()
        is_held_up = exists().where(
            before.c.interview_id == line.interview_id,
            before.c.id < line.id,
            before.c.place_kind == line.place_kind,
            before.c.place_id == line.place_id,
            before.c.platform_id.is_(None),
        )
        late = (
            select(line.interview_id)
            .where(line.platform_id.is_(None), line.due_at <= now, ~is_held_up)
            .where(line.place_kind.in_([kind.value for kind in kinds]))
            .group_by(line.interview_id)
            .order_by(func.min(line.due_at), line.interview_id)
            .limit(limit)
        )
        async with self._database.reading() as connection:
            return tuple(InterviewId(id_) for id_ in await connection.scalars(late))

    async def underway(self, id_: InterviewId) -> Sequence[Delivery]:
        """Return what has not arrived yet, in order."""
        line = deliveries.c
        theirs = (
            select(
                line.message_id,
                line.interview_id,
                line.seq,
                line.place_kind,
                line.place_id,
                line.due_at,
                line.attempts,
            )
            .where(line.interview_id == id_, line.platform_id.is_(None))
            .order_by(line.id)
        )
        async with self._database.reading() as connection:
            return tuple(delivery_of(row) for row in await connection.execute(theirs))

    async def sent(self, delivery: Delivery, platform_id: str) -> None:
        """Note the platform's name for the message; the first name that is noted stays."""
        place = delivery.place
        its = {"its": delivery.message, "its_kind": place.kind, "its_place": place.id}
        async with self._database.changing() as connection:
            await connection.execute(_SENT, {**its, "platform_id": platform_id})

    async def failed(self, delivery: Delivery, again_at: datetime) -> None:
        """Note when to try again, unless the message arrived after all."""
        once_more = deliveries.c.attempts + 1
        await self._note(_underway(delivery).values(attempts=once_more, due_at=again_at))

    async def gave_up(self, delivery: Delivery) -> None:
        """Note an empty name, unless the message has one."""
        await self._note(_underway(delivery).values(platform_id=NOWHERE))

    async def _note(self, change: Update) -> None:
        async with self._database.changing() as connection:
            await connection.execute(change)

    async def platform_id(self, message: MessageId, place: Place) -> str | None:
        """Return the platform's name for a message, if it arrived."""
        named = select(deliveries.c.platform_id).where(_is(message, place))
        async with self._database.reading() as connection:
            return await connection.scalar(named) or None


def _underway(delivery: Delivery) -> Update:
    return _line(delivery).where(deliveries.c.platform_id.is_(None))


def _line(delivery: Delivery) -> Update:
    return update(deliveries).where(_is(delivery.message, delivery.place))


def _is(message: MessageId, place: Place) -> ColumnElement[bool]:
    line = deliveries.c
    return and_(
        line.message_id == message, line.place_kind == place.kind, line.place_id == place.id
    )
