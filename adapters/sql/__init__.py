"""The event log in an SQL database."""

from adapters.sql.archive import SqlArchive
from adapters.sql.config import SqlConfig

__all__ = ["SqlArchive", "SqlConfig"]
