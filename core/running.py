"""The core at work: its services, made of what stands behind its ports."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

from core.code_desk import CodeDesk
from core.domain.arrivals import InterviewRequested
from core.domain.interview import InterviewId
from core.domain.people import PlaceKind
from core.graph.build import Saver, build
from core.graph.conductor import Conductor
from core.graph.mind import Mind
from core.inbox import Inbox
from core.interviews import Interviews
from core.outbox import Outbox
from core.ports.alarms import Alarms
from core.ports.archive import Archive
from core.ports.clock import Clock
from core.ports.deliveries import Deliveries
from core.ports.doorbell import Doorbell
from core.ports.intake import Intake
from core.ports.lease import Leases
from core.ports.rates import Rates
from core.ports.runner import CodeRunner
from core.ports.stage import Stage
from core.sweep import Sweep
from core.timers import Timers
from core.turns import Turns
from core.usher import Usher


@dataclass(frozen=True, slots=True, kw_only=True)
class Storage:
    """What outlives every process."""

    archive: Archive
    intake: Intake
    alarms: Alarms
    deliveries: Deliveries


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What processes need to stay out of each other's way; losing it loses nothing."""

    leases: Leases
    doorbell: Doorbell
    rates: Rates
    saver: Saver


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What is outside: the time, the places where people are, and the sandbox."""

    clock: Clock
    stages: Mapping[PlaceKind, Stage]
    runner: CodeRunner
    new_id: Callable[[InterviewRequested], InterviewId]


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """The services that a surface talks to."""

    inbox: Inbox
    usher: Usher
    interviews: Interviews
    timers: Timers
    sweep: Sweep


@asynccontextmanager
async def running(
    mind: Mind, storage: Storage, shared: Shared, world: World
) -> AsyncIterator[Core]:
    """Put the core to work until the block ends."""
    archive, clock = storage.archive, world.clock
    graph = build(mind.nodes(), shared.saver)
    interviews = Interviews(
        conductor=Conductor(graph, shared.saver, archive), archive=archive, clock=clock
    )
    outbox = Outbox(
        stages=world.stages,
        code_desk=CodeDesk(world.runner, storage.intake, clock),
        archive=archive,
        deliveries=storage.deliveries,
        rates=shared.rates,
        clock=clock,
    )
    timers = Timers(alarms=storage.alarms, clock=clock)
    turns = Turns(
        interviews=interviews,
        outbox=outbox,
        timers=timers,
        archive=archive,
        intake=storage.intake,
        deliveries=storage.deliveries,
        clock=clock,
    )
    async with Usher.running(turns, shared.leases, shared.doorbell) as usher:
        yield Core(
            inbox=Inbox(
                intake=storage.intake,
                archive=archive,
                usher=usher,
                clock=clock,
                new_id=world.new_id,
            ),
            usher=usher,
            interviews=interviews,
            timers=timers,
            sweep=Sweep(
                intake=storage.intake,
                alarms=storage.alarms,
                deliveries=storage.deliveries,
                kinds=frozenset(world.stages) | {PlaceKind.SANDBOX},
                usher=usher,
                clock=clock,
            ),
        )
