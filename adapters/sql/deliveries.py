"""The deliveries: messages in SQL, from the commit that makes them due until their platform has them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Update, and_, exists, select, update

from adapters.sql.database import SqlDatabase
from adapters.sql.rows import delivery_of
from adapters.sql.tables import deliveries
from core.domain.messages import MessageId
from core.domain.people import Place
from core.ports.deliveries import Delivery


class SqlDeliveries:
    """Remembers in an SQL database which message is where."""

    def __init__(self, database: SqlDatabase) -> None:
        self._database = database

    async def due(self, now: datetime, limit: int) -> Sequence[Delivery]:
        """Return what is to be sent, in order; a place whose first message waits has none behind it."""
        line, before = deliveries.c, deliveries.alias().c
        waits = exists().where(
            before.place_kind == line.place_kind,
            before.place_id == line.place_id,
            before.platform_id.is_(None),
            before.id <= line.id,
            before.due_at > now,
        )
        underway = (
            select(
                line.message_id,
                line.interview_id,
                line.seq,
                line.place_kind,
                line.place_id,
                line.attempts,
            )
            .where(line.platform_id.is_(None), ~waits)
            .order_by(line.id)
            .limit(limit)
        )
        async with self._database.reading() as connection:
            rows = (await connection.execute(underway)).all()
        return tuple(delivery_of(row) for row in rows)

    async def sent(self, delivery: Delivery, platform_id: str) -> None:
        """Note the platform's name for the message; the first name that is noted stays."""
        await self._note(_still(delivery).values(platform_id=platform_id))

    async def failed(self, delivery: Delivery, again_at: datetime) -> None:
        """Note when to try again, unless the message arrived after all."""
        once_more = deliveries.c.attempts + 1
        await self._note(_still(delivery).values(attempts=once_more, due_at=again_at))

    async def _note(self, change: Update) -> None:
        async with self._database.writing() as connection:
            await connection.execute(change)

    async def platform_id(self, message: MessageId, place: Place) -> str | None:
        """Return the platform's name for a message, if it arrived."""
        named = select(deliveries.c.platform_id).where(_is(message, place))
        async with self._database.reading() as connection:
            return await connection.scalar(named)


def _still(delivery: Delivery) -> Update:
    line = update(deliveries).where(_is(delivery.message, delivery.place))
    return line.where(deliveries.c.platform_id.is_(None))


def _is(message: MessageId, place: Place) -> ColumnElement[bool]:
    line = deliveries.c
    return and_(
        line.message_id == message, line.place_kind == place.kind, line.place_id == place.id
    )
