"""The tables as this code expects them; the migrations make them."""

from datetime import datetime

from sqlalchemy import (
    Column,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    MetaData,
    Named,
    Sequence,
    Table,
    TypedColumns,
    UniqueConstraint,
)

from adapters.sql.columns import Count, Moment, Words


class InterviewColumns(TypedColumns):
    """One interview as its last event left it.

    `changed` orders interviews by their last append; at `wake_at` the clock has something to say;
    what was said up to `said_head` can be found.
    """

    id: Named[str] = Column(Words, primary_key=True)
    candidate_id: Named[str] = Column(Words)
    candidate_name: Named[str] = Column(Words)
    type: Named[str] = Column(Words)
    pattern: Named[str | None] = Column(Words)
    status: Named[str] = Column(Words)
    began_at: Named[datetime] = Column(Moment)
    used_s: Named[float] = Column(Double)
    questions_closed: Named[int]
    head: Named[int]
    said_head: Named[int]
    changed: Named[int] = Column(Count)
    wake_at: Named[datetime | None] = Column(Moment)


class EventColumns(TypedColumns):
    """One event of an interview, for good."""

    interview_id: Named[str] = Column(Words, ForeignKey("interviews.id"), primary_key=True)
    seq: Named[int] = Column(primary_key=True, autoincrement=False)
    kind: Named[str] = Column(Words)
    version: Named[int]
    at: Named[datetime] = Column(Moment)
    origin_message: Named[str | None] = Column(Words)
    origin_revision: Named[int | None]
    body: Named[str] = Column(Words)


class AskedColumns(TypedColumns):
    """A question that was asked, so that nobody has to open the events to know."""

    interview_id: Named[str] = Column(Words, primary_key=True)
    seq: Named[int] = Column(primary_key=True, autoincrement=False)
    candidate_id: Named[str] = Column(Words)
    question_id: Named[str] = Column(Words)


class WaitingColumns(TypedColumns):
    """An arrival that was taken in at a moment and not handled yet; its interview may be still to begin."""

    id: Named[int] = Column(Count, primary_key=True)
    interview_id: Named[str] = Column(Words)
    lane: Named[int]
    taken_at: Named[datetime] = Column(Moment)
    kind: Named[str] = Column(Words)
    version: Named[int]
    origin_message: Named[str | None] = Column(Words)
    origin_revision: Named[int | None]
    body: Named[str] = Column(Words)


class DeliveryColumns(TypedColumns):
    """A message on its way to a place, or there, under the name that its platform gave it.

    The name is empty if the message can never arrive.
    """

    id: Named[int] = Column(Count, primary_key=True)
    message_id: Named[str] = Column(Words)
    place_kind: Named[str] = Column(Words)
    place_id: Named[str] = Column(Words)
    interview_id: Named[str] = Column(Words)
    seq: Named[int]
    attempts: Named[int]
    due_at: Named[datetime] = Column(Moment)
    platform_id: Named[str | None] = Column(Words)


class SaidColumns(TypedColumns):
    """A turn of a transcript as it stands now, and the words to find it by.

    The index over these words is each database's own; see the migration that makes it.
    """

    id: Named[int] = Column(Count, primary_key=True)
    interview_id: Named[str] = Column(Words)
    turn_id: Named[str] = Column(Words)
    seq: Named[int]
    candidate_id: Named[str] = Column(Words)
    kind: Named[str] = Column(Words)
    text: Named[str] = Column(Words)
    words: Named[str] = Column(Words)


metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)
interviews = Table(
    "interviews",
    metadata,
    InterviewColumns,
    Index(None, "candidate_id", "changed"),
    Index(None, "changed"),
    Index(None, "wake_at"),
)
_behind = interviews.c.said_head != interviews.c.head
Index(
    "ix_interviews_behind",
    interviews.c.id,
    sqlite_where=_behind,
    postgresql_where=_behind,
)
# Only PostgreSQL has it; see `NextChange`.
changes = Sequence("changes", metadata=metadata)
events = Table(
    "events",
    metadata,
    EventColumns,
    UniqueConstraint("interview_id", "origin_message", "origin_revision"),
)
asked = Table(
    "asked",
    metadata,
    AskedColumns,
    ForeignKeyConstraint(["interview_id", "seq"], ["events.interview_id", "events.seq"]),
    Index(None, "candidate_id", "question_id"),
)
waiting = Table(
    "waiting",
    metadata,
    WaitingColumns,
    UniqueConstraint("interview_id", "origin_message", "origin_revision"),
    Index(None, "interview_id", "lane", "id"),
    # A ticket's number is never given out again, so a late holder cannot let go of another's.
    sqlite_autoincrement=True,
)
deliveries = Table(
    "deliveries",
    metadata,
    DeliveryColumns,
    ForeignKeyConstraint(["interview_id", "seq"], ["events.interview_id", "events.seq"]),
    UniqueConstraint("message_id", "place_kind", "place_id"),
    sqlite_autoincrement=True,
)
# Nearly all that was ever sent has arrived; what has not is found without looking at the rest.
_underway = deliveries.c.platform_id.is_(None)
Index(
    "ix_deliveries_underway",
    deliveries.c.interview_id,
    deliveries.c.id,
    sqlite_where=_underway,
    postgresql_where=_underway,
)
said = Table(
    "said",
    metadata,
    SaidColumns,
    ForeignKeyConstraint(["interview_id", "seq"], ["events.interview_id", "events.seq"]),
    UniqueConstraint("interview_id", "turn_id"),
)
