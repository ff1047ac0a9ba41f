"""How interviews go where nothing disturbs them: in one process, in memory, one arrival after the other."""

from dataclasses import dataclass, replace
from time import monotonic

from adapters.clock import ScriptedClock
from adapters.documents.as_json import as_json
from adapters.in_process import (
    InProcessCheckpoints,
    InProcessDoorbell,
    InProcessLeases,
    InProcessRates,
)
from adapters.offline.evaluator import OfflineEvaluator
from adapters.offline.interviewer import OfflineInterviewer
from adapters.offline.listener import OfflineListener
from bot.wiring import new_id
from core.domain.entry import Entry
from core.domain.messages import Message, Notice
from core.domain.people import PlaceKind
from core.graph.mind import Mind
from core.report.desk import Desk
from core.running import Core, Shared, World, running
from sandbox.absent import AbsentSandbox
from tests.crash.mortal import ScriptedIntake
from tests.crash.scripts import BEGINS, KINDS, LATER, Script, moments, scripts
from tests.fakes.ports.archive import MemoryArchive
from tests.room import BANK, Hearing, storage_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What is left of an interview."""

    log: tuple[Entry, ...]
    shown: tuple[Message, ...]
    report: bytes


@dataclass(frozen=True, slots=True)
class Cast:
    """Scripts, and by the name of each what is left of it where nothing disturbs it."""

    scripts: tuple[Script, ...]
    outcomes: dict[str, Outcome]


async def cast(many: int = len(KINDS), seed: int = 0) -> Cast:
    """Return so many scripts, and how they go."""
    chosen = scripts(many, seed)
    return Cast(chosen, {script.name: await undisturbed(script) for script in chosen})


async def undisturbed(script: Script) -> Outcome:
    """Hold an interview."""
    archive, evaluator, hearing = MemoryArchive(), OfflineEvaluator(), Hearing()
    doorbell = InProcessDoorbell()
    storage = storage_on(archive)
    intake = ScriptedIntake(storage.intake, moments=moments([script]))
    mind = Mind(
        bank=BANK,
        listener=OfflineListener(),
        interviewer=OfflineInterviewer(BANK, BANK.personas),
        evaluator=evaluator,
        archive=archive,
        shelf=archive,
    )
    shared = Shared(
        leases=InProcessLeases(doorbell),
        doorbell=doorbell,
        rates=InProcessRates(monotonic),
        saver=InProcessCheckpoints(),
    )
    world = World(
        clock=ScriptedClock(BEGINS + LATER),
        stages={PlaceKind.THREAD: hearing},
        runner=AbsentSandbox(),
        new_id=new_id,
    )
    async with running(mind, replace(storage, intake=intake), shared, world) as core:
        await _play(script, core)
    id_ = script.id
    return Outcome(
        log=await archive.read(id_),
        shown=tuple(each for each in hearing.shown if not isinstance(each, Notice)),
        report=as_json(await Desk(archive, evaluator).of(id_)),
    )


async def _play(script: Script, core: Core) -> None:
    id_ = await core.inbox.open(script.request)
    await core.inbox.settled(id_)
    for line in script.lines[1:]:
        await core.inbox.submit(id_, line.arrival)
        await core.inbox.settled(id_)
