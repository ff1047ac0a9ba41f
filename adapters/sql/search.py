"""Finding words in what was said: with the means of each database, which count in one transaction with it."""

from collections.abc import Sequence
from typing import TypeAlias

import structlog
from sqlalchemy import (
    ColumnElement,
    Float,
    Select,
    column,
    delete,
    func,
    literal_column,
    select,
    table,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.sql.database import SqlDatabase
from adapters.sql.rows import entry_of
from adapters.sql.said import keep_said
from adapters.sql.tables import events, interviews, said
from adapters.sql.terms import excerpt_of, wanted
from core.domain.errors import StorageNewer
from core.domain.interview import InterviewId
from core.domain.people import PersonId
from core.ports.archive import Found

_log = structlog.get_logger()

Finding: TypeAlias = Select[str, int, str]

# On SQLite only: the index over `said`, whose rows have its ids for numbers.
_said_words = table("said_words", column("rowid"), column("rank", Float))
# Word for word as in the index, and no parameter, or else PostgreSQL does not look there.
_VECTOR: ColumnElement[object] = literal_column("to_tsvector('greenroom', said.words)")
# Of two lines with the same words, the shorter one says more about them.
_BY_LENGTH = 1


async def search(
    database: SqlDatabase, words: str, candidate: PersonId | None, limit: int
) -> tuple[Found, ...]:
    """Return the lines in which all of `words` were said, best first."""
    terms = wanted(words)
    if not terms:
        return ()
    await catch_up(database)
    best = _on_server(terms) if database.is_server else _in_file(terms)
    if candidate is not None:
        best = best.where(said.c.candidate_id == candidate)
    async with database.reading() as connection:
        rows = (await connection.execute(best.limit(limit))).all()
    return tuple(
        Found(interview=InterviewId(id_), seq=seq, excerpt=excerpt_of(text, terms))
        for id_, seq, text in rows
    )


async def catch_up(database: SqlDatabase) -> None:
    """Let everything be found that was said before this could be searched."""
    line = interviews.c
    behind = select(line.id).where(line.said_head != line.head)
    async with database.reading() as connection:
        ids = [InterviewId(id_) for id_ in await connection.scalars(behind)]
    for id_ in ids:
        try:
            async with database.writing() as connection:
                await _tell_again(connection, id_)
        except StorageNewer as error:
            _log.warning("interview_not_searched", interview=id_, why=error.reply)


async def _tell_again(connection: AsyncConnection, id_: InterviewId) -> None:
    """Go through an interview from its beginning, while nobody appends to it."""
    line = interviews.c
    caught_up = (
        update(interviews)
        .where(line.id == id_, line.said_head != line.head)
        .values(said_head=line.head)
        .returning(line.candidate_id)
    )
    candidate = await connection.scalar(caught_up)
    if candidate is None:
        return
    await connection.execute(delete(said).where(said.c.interview_id == id_))
    kept = (
        select(events.c.seq, events.c.at, events.c.kind, events.c.version, events.c.body)
        .where(events.c.interview_id == id_)
        .order_by(events.c.seq)
    )
    entries = [entry_of(row) for row in await connection.execute(kept)]
    await keep_said(connection, id_, PersonId(candidate), entries, turns=0)


def _on_server(terms: Sequence[str]) -> Finding:
    query = func.plainto_tsquery(literal_column("'greenroom'"), " ".join(terms))
    return (
        _lines()
        .where(_VECTOR.op("@@")(query))
        .order_by(func.ts_rank(_VECTOR, query, _BY_LENGTH).desc(), said.c.id.desc())
    )


def _in_file(terms: Sequence[str]) -> Finding:
    # In quotation marks AND and NEAR are words as well, and no word holds such a mark.
    query = " ".join(f'"{term}"' for term in terms)
    return (
        _lines()
        .join(_said_words, _said_words.c.rowid == said.c.id)
        .where(literal_column("said_words").op("MATCH")(query))
        .order_by(_said_words.c.rank, said.c.id.desc())
    )


def _lines() -> Finding:
    return select(said.c.interview_id, said.c.seq, said.c.text)
