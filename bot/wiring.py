"""Which class stands behind which port. Read it from top to bottom and you know the system.

terminal ─ translate ─► Inbox ─► Interviews ─► graph ─► commit ─► Outbox ─ render ─ terminal
                          ▲                   (draft)     │
                        Timers                         event log
"""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from secrets import choice

from adapters.documents import Documents
from adapters.offline.interviewer import OfflineInterviewer
from adapters.offline.listener import OfflineListener
from adapters.sql import SqlArchive
from bot.library import library
from bot.newcomer import NoHistory
from bot.settings import Settings
from core.bank.bank import Bank
from core.domain.interview import InterviewId
from core.domain.people import PlaceKind
from core.graph.build import build
from core.graph.conductor import Conductor, in_process_saver
from core.graph.mind import Mind
from core.inbox import Inbox
from core.interviews import Interviews
from core.outbox import Outbox
from core.ports.clock import Clock
from core.ports.stage import Stage
from core.report.desk import Desk
from sandbox.absent import AbsentSandbox

# Easy to read out and to type: no letter that looks like a digit.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The running parts that a surface needs."""

    archive: SqlArchive
    desk: Desk
    documents: Documents
    interviews: Interviews
    inbox: Inbox


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
    async with library(settings) as kept:
        mind = Mind(
            bank=bank,
            listener=OfflineListener(),
            interviewer=OfflineInterviewer(bank, bank.personas),
            evaluator=kept.evaluator,
            archive=kept.archive,
            shelf=kept.archive if has_history else NoHistory(),
        )
        saver = in_process_saver()
        outbox = Outbox(stages)
        interviews = Interviews(
            conductor=Conductor(build(mind.nodes(), saver), saver, kept.archive),
            archive=kept.archive,
            outbox=outbox,
            runner=AbsentSandbox(),
            clock=clock,
            new_id=new_id,
        )
        async with Inbox.running(interviews, outbox) as inbox:
            yield House(
                archive=kept.archive,
                desk=kept.desk,
                documents=kept.documents,
                interviews=interviews,
                inbox=inbox,
            )


def new_id() -> InterviewId:
    """Return an id that nobody can guess and everybody can type."""
    return InterviewId("".join(choice(_LETTERS) for _ in range(8)))
