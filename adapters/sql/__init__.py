"""The event log, the intake, the alarms and the deliveries in an SQL database: the only truth there is."""

from adapters.sql.alarms import SqlAlarms
from adapters.sql.archive import SqlArchive
from adapters.sql.config import SqlConfig
from adapters.sql.database import SqlDatabase
from adapters.sql.deliveries import SqlDeliveries
from adapters.sql.intake import SqlIntake

__all__ = ["SqlAlarms", "SqlArchive", "SqlConfig", "SqlDatabase", "SqlDeliveries", "SqlIntake"]
