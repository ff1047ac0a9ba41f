"""Kinds of columns that mean the same on every database."""

from datetime import UTC, datetime

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, Text, TypeDecorator
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from adapters.sql.words import writable

# SQLite numbers rows by itself only in a column of the type INTEGER, which is as large there.
Count = BigInteger().with_variant(Integer, "sqlite")


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


class Words(TypeDecorator[str]):
    """A text of whatever somebody typed; what no database can keep is replaced by a sign for it."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Return a text as it is kept."""
        del dialect
        return value and writable(value)


class NextChange(FunctionElement[int]):
    """A number above those of all changes before; of two changes at once either may be the later."""

    type = BigInteger()
    inherit_cache = True


@compiles(NextChange)
def _one_more(_element: NextChange, _compiler: object, **_: object) -> str:
    # SQLite has one writer at a time, so nobody else takes the same number.
    return "(SELECT coalesce(max(changed), 0) + 1 FROM interviews)"


@compiles(NextChange, "postgresql")
def _next_of_sequence(_element: NextChange, _compiler: object, **_: object) -> str:
    return "nextval('changes')"
