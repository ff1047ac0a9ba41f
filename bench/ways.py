"""The ways an answer can go: to the graph alone, or in, through everything, and out."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from time import monotonic
from typing import Protocol

from langgraph.types import Command
from pydantic import SecretStr

from adapters.clock import SystemClock
from adapters.in_process import (
    InProcessCheckpoints,
    InProcessDoorbell,
    InProcessLeases,
    InProcessRates,
)
from adapters.redis import (
    RedisCheckpoints,
    RedisConfig,
    RedisDoorbell,
    RedisLeases,
    RedisRates,
    connected,
)
from adapters.sql import SqlAlarms, SqlArchive, SqlConfig, SqlDatabase, SqlDeliveries, SqlIntake
from bench.courses import AnyGraph, Course, bare, mind
from bench.crowd import CountingStage, answer, new_id, request
from core.domain.interview import Interview, InterviewId
from core.domain.people import PlaceKind
from core.graph.build import build
from core.graph.conductor import Conductor
from core.running import Core, Shared, Storage, World, running
from core.usher import AT_ONCE
from sandbox.absent import AbsentSandbox
from tests.fakes.ports.archive import MemoryArchive
from tests.room import NINE_O_CLOCK

BELL = "bench"
PACE_S = 20


class Way(Protocol):
    """What happens to requests and answers."""

    async def begin(self, number: int) -> None:
        """Let a candidate's interview begin."""
        ...

    async def answer(self, number: int) -> None:
        """Let a candidate answer; return once all is done that follows."""
        ...


@dataclass(slots=True)
class BareWay:
    """A graph of two nodes that do nothing, on our saver; the yardstick of earlier measurements."""

    graph: AnyGraph
    course: Course
    leases: RedisLeases
    _fences: dict[int, int] = field(default_factory=dict)
    _places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def begin(self, number: int) -> None:
        """Put a thread where it waits."""
        async with self._places:
            self._fences[number] = await _fence(self.leases, _bare_id(number))
        await self._play(number, self.course.opening)

    async def answer(self, number: int) -> None:
        """Play one turn."""
        await self._play(number, Command(resume=self.course.resumes[0]))

    async def _play(self, number: int, given: object) -> None:
        where = {"thread_id": _bare_id(number), "fence": self._fences[number]}
        async with self._places:
            # Any: see `AnyGraph`.
            await self.graph.ainvoke(given, {"configurable": where}, durability="exit")


@dataclass(slots=True)
class GraphWay:
    """The interview's own graph with the offline interviewer, on our saver: a turn is thought and not kept."""

    conductor: Conductor
    leases: RedisLeases
    _fences: dict[int, int] = field(default_factory=dict)
    _interviews: dict[int, Interview] = field(default_factory=dict)
    _said: Counter[int] = field(default_factory=Counter)
    _places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def begin(self, number: int) -> None:
        """Open an interview."""
        id_ = InterviewId(f"graph-{number}")
        async with self._places:
            fence = self._fences[number] = await _fence(self.leases, id_)
            draft = await self.conductor.open(id_, request(number), NINE_O_CLOCK, fence)
        self._interviews[number] = draft.interview

    async def answer(self, number: int) -> None:
        """Let the graph think about an answer."""
        interview = self._interviews[number]
        said = answer(number, self._said[number])
        at = interview.now + timedelta(seconds=PACE_S)
        async with self._places:
            draft = await self.conductor.turn(interview, said, at, self._fences[number])
        assert draft.interview.ending is None
        assert len(draft.entries) > 1
        self._interviews[number] = draft.interview
        self._said[number] += 1


@dataclass(slots=True)
class WholeWay:
    """All of it: taken in, thought, committed, delivered, and noted as delivered."""

    core: Core
    stage: CountingStage
    committed: Counter[InterviewId] = field(default_factory=Counter)
    _said: Counter[int] = field(default_factory=Counter)

    async def begin(self, number: int) -> None:
        """Open an interview, and wait for the first question."""
        id_ = await self.core.inbox.open(request(number))
        await self.core.inbox.settled(id_)
        assert self.committed[id_] == 1

    async def answer(self, number: int) -> None:
        """Hand an answer in, and wait for what it leads to."""
        id_ = new_id(request(number))
        committed, shown = self.committed[id_], self.stage.shown[str(number)]
        await self.core.inbox.submit(id_, answer(number, self._said[number]))
        await self.core.inbox.settled(id_)
        self._said[number] += 1
        # A turn that failed would be fast.
        assert self.committed[id_] == committed + 1
        assert self.stage.shown[str(number)] > shown

    def saw(self, interview: Interview) -> None:
        """Count a turn that was committed."""
        self.committed[interview.id] += 1


@asynccontextmanager
async def bare_way(redis: str) -> AsyncIterator[BareWay]:
    """Open the bare graph."""
    course = await bare()
    async with _in_redis(redis) as (shared, leases):
        yield BareWay(course.build(shared.saver), course, leases)


@asynccontextmanager
async def graph_way(redis: str) -> AsyncIterator[GraphWay]:
    """Open the interview's graph."""
    archive = MemoryArchive()
    async with _in_redis(redis) as (shared, leases):
        graph = build(mind(archive, archive).nodes(), shared.saver)
        yield GraphWay(Conductor(graph, shared.saver, archive), leases)


@asynccontextmanager
async def server_way(sql: str, redis: str) -> AsyncIterator[WholeWay]:
    """Open everything as many processes do, on PostgreSQL and Redis."""
    async with _in_redis(redis) as (shared, _), _whole(sql, shared) as way:
        yield way


@asynccontextmanager
async def file_way(sql: str) -> AsyncIterator[WholeWay]:
    """Open everything as a process does that is alone, on SQLite and nothing else."""
    doorbell = InProcessDoorbell()
    shared = Shared(
        leases=InProcessLeases(doorbell),
        doorbell=doorbell,
        rates=InProcessRates(monotonic),
        saver=InProcessCheckpoints(),
    )
    async with _whole(sql, shared) as way:
        yield way


@asynccontextmanager
async def _whole(sql: str, shared: Shared) -> AsyncIterator[WholeWay]:
    stage = CountingStage()
    async with SqlDatabase.opened(SqlConfig(url=sql)) as database:
        archive = SqlArchive(database)
        storage = Storage(
            archive=archive,
            intake=SqlIntake(database),
            alarms=SqlAlarms(database),
            deliveries=SqlDeliveries(database),
        )
        world = World(
            clock=SystemClock(),
            stages={PlaceKind.THREAD: stage},
            runner=AbsentSandbox(),
            new_id=new_id,
        )
        async with running(mind(archive, archive), storage, shared, world) as core:
            way = WholeWay(core, stage)
            core.interviews.watchers.append(way.saw)
            yield way


@asynccontextmanager
async def _in_redis(url: str) -> AsyncIterator[tuple[Shared, RedisLeases]]:
    async with (
        connected(RedisConfig(url=SecretStr(url))) as redis,
        RedisLeases.running(redis, bell=BELL) as leases,
    ):
        shared = Shared(
            leases=leases,
            doorbell=RedisDoorbell(redis, bell=BELL),
            rates=RedisRates(redis),
            saver=RedisCheckpoints(redis),
        )
        yield shared, leases


async def _fence(leases: RedisLeases, id_: str) -> int:
    async with leases.hold(InterviewId(id_)) as lease:
        assert lease
        return lease.fence


def _bare_id(number: int) -> str:
    return f"bare-{number}"
