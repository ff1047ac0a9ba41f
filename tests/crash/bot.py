"""A bot as a process, on the paper platform, with the real core, storage and shared parts.

It dies where its `Life` says so. SIGTERM lets it close in order; SIGUSR1 sets the system's clock an hour on.
"""

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_hex

from pydantic import SecretStr, TypeAdapter

from adapters.clock import SystemClock
from adapters.in_process import (
    InProcessCheckpoints,
    InProcessDoorbell,
    InProcessLeases,
    InProcessRates,
)
from adapters.offline.evaluator import OfflineEvaluator
from adapters.offline.interviewer import OfflineInterviewer
from adapters.redis import (
    RedisCheckpoints,
    RedisConfig,
    RedisDoorbell,
    RedisLeases,
    RedisRates,
    connected,
)
from adapters.sql import SqlAlarms, SqlConfig, SqlDatabase, SqlIntake
from bot.wiring import new_id
from core.domain.arrivals import Arrival, InterviewRequested
from core.domain.errors import GreenroomError
from core.domain.interview import InterviewId
from core.domain.messages import Message, MessageId
from core.domain.people import Place, PlaceKind
from core.graph.mind import Mind
from core.ports.rates import Rate
from core.running import Core, Shared, Storage, World, running
from core.supervisor import Supervisor
from sandbox.absent import AbsentSandbox
from tests.crash.mortal import (
    MortalArchive,
    MortalDeliveries,
    MortalEvaluator,
    MortalLeases,
    MortalListener,
    MortalSaver,
    MortalStage,
    ScriptedIntake,
)
from tests.crash.points import Fate, Point
from tests.crash.scripts import BEGINS, LATER
from tests.crash.wire import Words, calling, read, restored, written
from tests.room import BANK

AN_HOUR = timedelta(hours=1)
REFUSED_S = 0.05
_MESSAGE: TypeAdapter[Message] = TypeAdapter(Message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """What a bot is born with."""

    name: str
    port: int
    scripts: int
    sql: str
    redis: str | None = None
    lease_s: float = 0.6
    thought_s: float = 0.0
    # When the play began, by the machine's monotonic clock, which all processes share.
    since_s: float
    dies_at: Point | None = None
    times: int = 1
    how: int = signal.SIGKILL


LIFE = TypeAdapter(Life)


@dataclass(slots=True)
class Wall:
    """The system's clock, which somebody may set; it began with the play."""

    since_s: float
    ahead: timedelta = timedelta()

    def __call__(self) -> datetime:
        """Return what it shows."""
        passed = timedelta(seconds=time.monotonic() - self.since_s)
        return BEGINS + LATER + passed + self.ahead

    def set_ahead(self) -> None:
        """Set it an hour on."""
        self.ahead += AN_HOUR


@dataclass(frozen=True, slots=True)
class PaperStage:
    """Shows messages on paper."""

    life: Life

    def is_here(self, place: Place) -> bool:
        return place.kind is PlaceKind.THREAD

    def rate(self, place: Place) -> Rate | None:
        del place
        return None

    async def show(self, place: Place, message: Message) -> str:
        body = _MESSAGE.dump_json(message).decode()
        told = await self._ask("show", place, message.id, body=body)
        return str(told["name"])

    async def find(self, place: Place, message: MessageId) -> str | None:
        name: str | None = (await self._ask("find", place, message))["name"]
        return name

    async def _ask(self, what: str, place: Place, message: str, **more: str) -> Words:
        return await ask(self.life, what, place=place.id, message=message, **more)


async def ask(life: Life, what: str, **words: object) -> Words:
    """Ask the platform something; without it there is nothing to live for."""
    async with calling(life.port, {"do": what, "bot": life.name, **words}) as reader:
        answer = await read(reader)
    assert answer is not None, "the platform is gone"
    return answer


@dataclass(frozen=True, slots=True)
class Feed:
    """Brings what the platform tells to the inbox; the platform learns when that is done, not before."""

    life: Life
    core: Core
    intake: ScriptedIntake

    async def run(self, script: int) -> None:
        """Bring all of one script."""
        while told := await ask(self.life, "next", script=script):
            arrival = restored(told["arrival"])
            assert arrival.origin
            self.intake.moments[arrival.origin] = datetime.fromisoformat(told["at"])
            try:
                await self._bring(told["interview"], arrival)
            except GreenroomError:
                # As a platform does that got no answer: it tells again.
                await asyncio.sleep(REFUSED_S)
            else:
                await ask(self.life, "took", script=script, number=told["number"])

    async def _bring(self, id_: InterviewId, arrival: Arrival) -> None:
        if isinstance(arrival, InterviewRequested):
            assert await self.core.inbox.open(arrival) == id_
        else:
            await self.core.inbox.submit(id_, arrival)


async def live(life: Life) -> None:
    """Take part in interviews until somebody says that it is enough."""
    fate = Fate(life.dies_at, life.times, signal.Signals(life.how))
    stop, wall = asyncio.Event(), Wall(life.since_s)
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    clock = SystemClock(wall)
    loop.add_signal_handler(signal.SIGUSR1, wall.set_ahead)
    hello = {"do": "live", "bot": life.name, "pid": os.getpid()}
    reader, writer = await asyncio.open_connection("127.0.0.1", life.port)
    writer.write(written(hello))
    async with _kept(life, fate) as (storage, intake), _shared(life, fate) as between:
        evaluator = MortalEvaluator(OfflineEvaluator(), fate, life.thought_s)
        archive = storage.archive
        assert isinstance(archive, MortalArchive)
        mind = Mind(
            bank=BANK,
            listener=MortalListener(fate, life.thought_s),
            interviewer=OfflineInterviewer(BANK, BANK.personas),
            evaluator=evaluator,
            archive=archive,
            shelf=archive,
        )
        stages = {PlaceKind.THREAD: MortalStage(PaperStage(life), fate)}
        world = World(clock=clock, stages=stages, runner=AbsentSandbox(), new_id=new_id)
        async with running(mind, storage, between, world) as core, asyncio.TaskGroup() as tasks:
            parts = [Supervisor(tasks).keep("sweep", core.sweep.run)]
            feed = Feed(life, core, intake)
            parts += [tasks.create_task(feed.run(at)) for at in range(life.scripts)]
            # Nobody outlives the platform that it is there for.
            parts.append(tasks.create_task(_end_with(reader)))
            await stop.wait()
            for part in parts:
                part.cancel()
    writer.write(written({"goodbye": life.name}))
    await writer.drain()


async def _end_with(platform: asyncio.StreamReader) -> None:
    await platform.read()
    os._exit(1)


@asynccontextmanager
async def _kept(life: Life, fate: Fate) -> AsyncIterator[tuple[Storage, ScriptedIntake]]:
    async with SqlDatabase.opened(SqlConfig.model_validate({"url": life.sql})) as database:
        intake = ScriptedIntake(SqlIntake(database), fate)
        storage = Storage(
            archive=MortalArchive(database, fate),
            intake=intake,
            alarms=SqlAlarms(database),
            deliveries=MortalDeliveries(database, fate),
        )
        yield storage, intake


@asynccontextmanager
async def _shared(life: Life, fate: Fate) -> AsyncIterator[Shared]:
    if life.redis is None:
        doorbell = InProcessDoorbell()
        yield Shared(
            leases=MortalLeases(InProcessLeases(doorbell), fate),
            doorbell=doorbell,
            rates=InProcessRates(time.monotonic),
            saver=MortalSaver(InProcessCheckpoints(), fate),
        )
        return
    bell = token_hex(8)
    async with (
        connected(RedisConfig(url=SecretStr(life.redis))) as redis,
        RedisLeases.running(redis, bell=bell, lasts_s=life.lease_s) as leases,
    ):
        yield Shared(
            leases=MortalLeases(leases, fate),
            doorbell=RedisDoorbell(redis, bell=bell),
            rates=RedisRates(redis),
            saver=MortalSaver(RedisCheckpoints(redis), fate),
        )
