"""Which class stands behind which port. Read it from top to bottom and you know the system.

terminal ─ translate ─► Inbox ─► Usher ─► Interviews ─► graph ─► commit ─► Outbox ─ render ─ terminal
                          ▲        ▲                   (draft)     │
                       intake    Sweep: alarms, deliveries      event log
"""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from hashlib import sha256
from secrets import choice

from adapters.documents import Documents
from adapters.offline.interviewer import OfflineInterviewer
from adapters.offline.listener import OfflineListener
from adapters.sql import SqlArchive
from bot.library import library
from bot.newcomer import NoHistory
from bot.settings import Settings
from bot.sharing import shared
from core.bank.bank import Bank
from core.domain.arrivals import InterviewRequested
from core.domain.interview import InterviewId
from core.domain.people import PlaceKind
from core.graph.mind import Mind
from core.ports.clock import Clock
from core.ports.stage import Stage
from core.report.desk import Desk
from core.running import Core, World, running
from sandbox.absent import AbsentSandbox

# Easy to read out and to type: no letter that looks like a digit.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The running parts that a surface needs."""

    archive: SqlArchive
    desk: Desk
    documents: Documents
    core: Core


@asynccontextmanager
async def house(
    settings: Settings,
    bank: Bank,
    clock: Clock,
    stages: Mapping[PlaceKind, Stage],
    *,
    has_history: bool = True,
) -> AsyncIterator[House]:
    """Open everything, and close it in reverse at the end."""
    async with library(settings) as kept, shared(settings) as between:
        mind = Mind(
            bank=bank,
            listener=OfflineListener(),
            interviewer=OfflineInterviewer(bank, bank.personas),
            evaluator=kept.evaluator,
            archive=kept.archive,
            shelf=kept.archive if has_history else NoHistory(),
        )
        world = World(clock=clock, stages=stages, runner=AbsentSandbox(), new_id=new_id)
        async with running(mind, kept.storage, between, world) as core:
            yield House(archive=kept.archive, desk=kept.desk, documents=kept.documents, core=core)


def new_id(request: InterviewRequested) -> InterviewId:
    """Return an id for an interview: what a platform names is the same however often it tells of it.

    Where nothing is named it is one that nobody can guess and everybody can type.
    """
    if request.origin is None:
        return InterviewId("".join(choice(_LETTERS) for _ in range(8)))
    number = int.from_bytes(sha256(request.origin.message.encode()).digest())
    letters = []
    # Twelve letters tell a million million interviews apart.
    for _ in range(12):
        number, letter = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[letter])
    return InterviewId("".join(letters))
