"""The tables as this code expects them; the migrations make them."""

from datetime import UTC, datetime

from sqlalchemy import (
    Column,
    DateTime,
    Dialect,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    MetaData,
    Named,
    Table,
    Text,
    TypedColumns,
    TypeDecorator,
    UniqueConstraint,
)


class Moment(TypeDecorator[datetime]):
    """A moment, kept in UTC, since SQLite keeps no time zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return a moment as it is kept."""
        del dialect
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return a moment that was kept."""
        del dialect
        return value and (value if value.tzinfo else value.replace(tzinfo=UTC))


class InterviewColumns(TypedColumns):
    """One interview as its last event left it; `changed` orders interviews by their last append."""

    id: Named[str] = Column(Text, primary_key=True)
    candidate_id: Named[str] = Column(Text)
    candidate_name: Named[str] = Column(Text)
    type: Named[str] = Column(Text)
    pattern: Named[str | None] = Column(Text)
    status: Named[str] = Column(Text)
    began_at: Named[datetime] = Column(Moment)
    used_s: Named[float] = Column(Double)
    questions_closed: Named[int]
    head: Named[int]
    changed: Named[int]


class EventColumns(TypedColumns):
    """One event of an interview, for good."""

    interview_id: Named[str] = Column(Text, ForeignKey("interviews.id"), primary_key=True)
    seq: Named[int] = Column(primary_key=True, autoincrement=False)
    kind: Named[str] = Column(Text)
    version: Named[int]
    at: Named[datetime] = Column(Moment)
    origin_message: Named[str | None] = Column(Text)
    origin_revision: Named[int | None]
    body: Named[str] = Column(Text)


class AskedColumns(TypedColumns):
    """A question that was asked, so that nobody has to open the events to know."""

    interview_id: Named[str] = Column(Text, primary_key=True)
    seq: Named[int] = Column(primary_key=True, autoincrement=False)
    candidate_id: Named[str] = Column(Text)
    question_id: Named[str] = Column(Text)


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
)
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
