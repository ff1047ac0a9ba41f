"""What is kept, and what is made of it: enough to read an interview, without what holds one."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from adapters.documents import Documents
from adapters.offline.evaluator import OfflineEvaluator
from adapters.sql import SqlArchive
from bot.settings import Settings
from core.ports.evaluator import Evaluator
from core.report.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """The event log, the desk that reports on it, and what writes reports down."""

    archive: SqlArchive
    evaluator: Evaluator
    desk: Desk
    documents: Documents


@asynccontextmanager
async def library(settings: Settings) -> AsyncIterator[Library]:
    """Open the event log, and close it at the end."""
    evaluator = OfflineEvaluator()
    async with SqlArchive.opened(settings.sql()) as archive:
        yield Library(
            archive=archive,
            evaluator=evaluator,
            desk=Desk(archive, evaluator),
            documents=Documents(),
        )
