"""The archive: the event log in SQL, and a line for each interview to find it by."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Self

from sqlalchemy import Insert, Update, exists, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from adapters.sql.config import SqlConfig
from adapters.sql.engine import engine_for
from adapters.sql.errors import STALE, translated
from adapters.sql.migrate import migrate
from adapters.sql.rows import asked_rows, entry_of, event_row, interview_row, summary_of
from adapters.sql.tables import asked, events, interviews
from core.domain.entry import Entry
from core.domain.errors import NoSuchInterview, StaleTurn
from core.domain.interview import Interview, InterviewId
from core.domain.people import Origin, PersonId
from core.domain.question import QuestionId
from core.ports.archive import Summary


class SqlArchive:
    """Keeps the event log in an SQL database, and finds interviews in it."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    @classmethod
    @asynccontextmanager
    async def opened(cls, config: SqlConfig) -> AsyncIterator[Self]:
        """Open the archive, made or brought up to date first; raise `StorageUnavailable` if it cannot be."""
        with translated():
            await asyncio.to_thread(migrate, config.url)
            engine = await asyncio.to_thread(engine_for, config.url)
        try:
            yield cls(engine)
        finally:
            await engine.dispose()

    async def append(self, interview: Interview, entries: Sequence[Entry]) -> None:
        """Add `entries` in one transaction.

        Nothing is read to check it: a writer who comes second finds no line at the head it knew,
        or a key taken.
        """
        with translated():
            async with self._engine.begin() as connection:
                await _advance(connection, interview, entries[0].seq)
                await connection.execute(
                    insert(events), [event_row(interview.id, entry) for entry in entries]
                )
                if rows := asked_rows(interview, entries):
                    await connection.execute(insert(asked), rows)

    async def read(self, id_: InterviewId) -> tuple[Entry, ...]:
        """Return an interview's events, in order; raise `NoSuchInterview` if there are none."""
        kept = (
            select(events.c.seq, events.c.at, events.c.kind, events.c.version, events.c.body)
            .where(events.c.interview_id == id_)
            .order_by(events.c.seq)
        )
        async with self._reading() as connection:
            rows = (await connection.execute(kept)).all()
        if not rows:
            raise NoSuchInterview(f"There is no interview {id_}.")
        return tuple(entry_of(row) for row in rows)

    async def head(self, id_: InterviewId) -> int:
        """Return the seq of an interview's last event; 0 if there is none."""
        async with self._reading() as connection:
            line = select(interviews.c.head).where(interviews.c.id == id_)
            return await connection.scalar(line) or 0

    async def knows(self, id_: InterviewId, origin: Origin) -> bool:
        """Tell whether what the platform calls `origin` has happened to the interview already."""
        same = exists().where(
            events.c.interview_id == id_,
            events.c.origin_message == origin.message,
            events.c.origin_revision == origin.revision,
        )
        async with self._reading() as connection:
            return bool(await connection.scalar(select(same)))

    async def summaries(self, candidate: PersonId | None = None) -> tuple[Summary, ...]:
        """Return one line for each interview, the last to change first."""
        line = interviews.c
        latest = select(
            line.id,
            line.candidate_id,
            line.type,
            line.pattern,
            line.status,
            line.began_at,
            line.used_s,
            line.questions_closed,
        ).order_by(line.changed.desc(), line.id)
        if candidate is not None:
            latest = latest.where(line.candidate_id == candidate)
        async with self._reading() as connection:
            rows = (await connection.execute(latest)).all()
        return tuple(summary_of(row) for row in rows)

    async def asked_of(self, candidate: PersonId) -> frozenset[QuestionId]:
        """Return what this person was ever asked."""
        theirs = select(asked.c.question_id).where(asked.c.candidate_id == candidate)
        async with self._reading() as connection:
            return frozenset(QuestionId(id_) for id_ in await connection.scalars(theirs))

    @asynccontextmanager
    async def _reading(self) -> AsyncIterator[AsyncConnection]:
        with translated():
            async with self._engine.connect() as connection:
                yield connection


async def _advance(connection: AsyncConnection, interview: Interview, first: int) -> None:
    """Bring the interview's line up to date; raise `StaleTurn` if it has left the event before."""
    others = interviews.alias()
    after_all = select(func.coalesce(func.max(others.c.changed), 0) + 1).scalar_subquery()
    line: Insert | Update
    if first == 1:
        line = insert(interviews)
    else:
        before = (interviews.c.id == interview.id, interviews.c.head == first - 1)
        line = update(interviews).where(*before)
    moved = await connection.execute(line.values(changed=after_all, **interview_row(interview)))
    if moved.rowcount == 0:
        raise StaleTurn(STALE)
