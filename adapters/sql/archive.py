"""The archive: the event log in SQL, and a line for each interview to find it by."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Self

from sqlalchemy import bindparam, case, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.sql.columns import NextChange
from adapters.sql.config import SqlConfig
from adapters.sql.database import SqlDatabase
from adapters.sql.errors import STALE
from adapters.sql.origins import has_happened, is_overtaken
from adapters.sql.rows import (
    asked_rows,
    delivery_rows,
    entry_of,
    event_row,
    interview_row,
    summary_of,
)
from adapters.sql.said import keep_said, lines_in
from adapters.sql.search import search
from adapters.sql.tables import asked, deliveries, events, interviews, waiting
from core.domain.entry import Entry
from core.domain.errors import NoSuchInterview, StaleTurn
from core.domain.interview import Interview, InterviewId
from core.domain.people import Origin, PersonId
from core.domain.question import QuestionId
from core.ports.archive import Found, Post, Summary
from core.ports.intake import TicketId

# Put together once: what every turn says to the database again is said faster.
_HEAD = select(interviews.c.head).where(interviews.c.id == bindparam("its"))
_BEGIN = insert(interviews).values(changed=NextChange())
_said_head = interviews.c.said_head
_ADVANCE = (
    update(interviews)
    .where(interviews.c.id == bindparam("its"), interviews.c.head == bindparam("before"))
    .values(
        changed=NextChange(),
        # What was not caught up with before is not now.
        said_head=case((_said_head == bindparam("before"), bindparam("now")), else_=_said_head),
    )
)
_KEEP, _ASKED, _POST = insert(events), insert(asked), insert(deliveries)
_HANDLED = delete(waiting).where(
    waiting.c.id == bindparam("its_ticket"),
    waiting.c.interview_id == bindparam("its"),
    ~is_overtaken(),
)


class SqlArchive:
    """Keeps the event log in an SQL database, and finds interviews in it."""

    def __init__(self, database: SqlDatabase) -> None:
        self._database = database

    @classmethod
    @asynccontextmanager
    async def opened(cls, config: SqlConfig) -> AsyncIterator[Self]:
        """Open a database for its archive alone; raise `StorageUnavailable` if it cannot be."""
        async with SqlDatabase.opened(config) as database:
            yield cls(database)

    async def append(
        self,
        interview: Interview,
        entries: Sequence[Entry],
        *,
        ticket: TicketId | None = None,
        post: Sequence[Post] = (),
    ) -> None:
        """Add `entries` in one transaction, and with them all that follows from them.

        Nothing is read to check it: a writer who comes second finds no line at the head it knew,
        no arrival that waits, or a key taken.
        """
        async with self._database.writing() as connection:
            await _advance(connection, interview, entries[0].seq)
            if ticket is not None:
                await _hand_in(connection, interview.id, ticket)
            rows = [event_row(interview.id, entry) for entry in entries]
            await connection.execute(_KEEP, rows)
            if rows := asked_rows(interview, entries):
                await connection.execute(_ASKED, rows)
            if rows := delivery_rows(interview, post):
                await connection.execute(_POST, rows)
            turns = interview.turns - lines_in([entry.event for entry in entries])
            await keep_said(connection, interview.id, interview.candidate.id, entries, turns=turns)

    async def read(self, id_: InterviewId, *, after: int = 0) -> tuple[Entry, ...]:
        """Return an interview's events, in order; raise `NoSuchInterview` if there are none."""
        kept = (
            select(events.c.seq, events.c.at, events.c.kind, events.c.version, events.c.body)
            .where(events.c.interview_id == id_, events.c.seq > after)
            .order_by(events.c.seq)
        )
        async with self._database.reading() as connection:
            rows = (await connection.execute(kept)).all()
        if not rows:
            raise NoSuchInterview(f"There is no interview {id_}.")
        return tuple(entry_of(row) for row in rows)

    async def head(self, id_: InterviewId) -> int:
        """Return the seq of an interview's last event; 0 if there is none."""
        async with self._database.reading() as connection:
            return await connection.scalar(_HEAD, {"its": id_}) or 0

    async def knows(self, id_: InterviewId, origin: Origin) -> bool:
        """Tell whether what the platform calls `origin`, or a later revision of it, has happened already."""
        async with self._database.reading() as connection:
            return bool(await connection.scalar(select(has_happened(id_, origin))))

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
        async with self._database.reading() as connection:
            rows = (await connection.execute(latest)).all()
        return tuple(summary_of(row) for row in rows)

    async def asked_of(self, candidate: PersonId) -> frozenset[QuestionId]:
        """Return what this person was ever asked."""
        theirs = select(asked.c.question_id).where(asked.c.candidate_id == candidate)
        async with self._database.reading() as connection:
            return frozenset(QuestionId(id_) for id_ in await connection.scalars(theirs))

    async def search(
        self, words: str, candidate: PersonId | None = None, limit: int = 20
    ) -> tuple[Found, ...]:
        """Return the lines in which all of `words` were said, best first."""
        return await search(self._database, words, candidate, limit)


async def _advance(connection: AsyncConnection, interview: Interview, first: int) -> None:
    """Bring the interview's line up to date; raise `StaleTurn` if it has left the event before."""
    row = interview_row(interview)
    if first == 1:
        await connection.execute(_BEGIN, {**row, "said_head": interview.seq})
        return
    head = {"its": interview.id, "before": first - 1, "now": interview.seq}
    moved = await connection.execute(_ADVANCE, {**row, **head})
    if moved.rowcount == 0:
        raise StaleTurn(STALE)


async def _hand_in(connection: AsyncConnection, id_: InterviewId, ticket: TicketId) -> None:
    """Let go of the arrival that was handled; raise `StaleTurn` if it, or a later revision, was before."""
    gone = await connection.execute(_HANDLED, {"its": id_, "its_ticket": ticket})
    if gone.rowcount == 0:
        raise StaleTurn(STALE)
