"""What is kept, and what is made of it: enough to read an interview, without what holds one."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from adapters.documents import Documents
from adapters.offline.evaluator import OfflineEvaluator
from adapters.sql import SqlAlarms, SqlArchive, SqlDatabase, SqlDeliveries, SqlIntake
from bot.settings import Settings
from core.ports.evaluator import Evaluator
from core.report.desk import Desk
from core.running import Storage


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """The event log, the desk that reports on it, and what writes reports down."""

    archive: SqlArchive
    storage: Storage
    evaluator: Evaluator
    desk: Desk
    documents: Documents


@asynccontextmanager
async def library(settings: Settings) -> AsyncIterator[Library]:
    """Open the event log, and close it at the end."""
    evaluator = OfflineEvaluator()
    async with SqlDatabase.opened(settings.sql()) as database:
        archive = SqlArchive(database)
        yield Library(
            archive=archive,
            storage=Storage(
                archive=archive,
                intake=SqlIntake(database),
                alarms=SqlAlarms(database),
                deliveries=SqlDeliveries(database),
            ),
            evaluator=evaluator,
            desk=Desk(archive, evaluator),
            documents=Documents(),
        )
