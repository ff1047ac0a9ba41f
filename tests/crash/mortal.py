"""The real parts, which die at their points; and arrivals that happened when the platform says so."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import (
    BaseCheckpointSaver,
    ChannelVersions,
    Checkpoint,
    CheckpointMetadata,
    CheckpointTuple,
)

from adapters.offline.listener import OfflineListener
from adapters.sql import SqlArchive, SqlDatabase, SqlDeliveries
from core.domain.arrivals import Arrival
from core.domain.entry import Entry
from core.domain.interview import Interview, InterviewId
from core.domain.messages import Message, MessageId
from core.domain.people import Origin, Place, PlaceKind
from core.domain.question import Axis
from core.domain.reading import Reading
from core.domain.rubric import Rating, Review
from core.ports.archive import Post
from core.ports.deliveries import Delivery
from core.ports.evaluator import Evaluator, Exhibit, Piece
from core.ports.intake import Intake, Lane, Ticket, TicketId
from core.ports.lease import Lease, Leases
from core.ports.rates import Rate
from core.ports.stage import Stage
from tests.crash.points import Fate, Point

# What the bot itself takes in happens when the interview is at; no clock of a process may show in a report.
LONG_AGO = datetime.fromisoformat("2026-01-01T00:00:00+00:00")


@dataclass(frozen=True, slots=True)
class ScriptedIntake:
    """An intake to which each arrival comes at its scripted moment; taking one may be the last thing done."""

    intake: Intake
    fate: Fate = field(default_factory=Fate)
    moments: dict[Origin, datetime] = field(default_factory=dict)

    async def take(self, id_: InterviewId, arrival: Arrival, lane: Lane, at: datetime) -> bool:
        at = self.moments.get(arrival.origin, LONG_AGO) if arrival.origin else at
        self.fate.meet(Point.BEFORE_TAKING)
        is_new = await self.intake.take(id_, arrival, lane, at)
        self.fate.meet(Point.AFTER_TAKING)
        return is_new

    async def next(self, id_: InterviewId) -> Ticket | None:
        return await self.intake.next(id_)

    async def overtaken(self, ticket: Ticket) -> Sequence[Ticket]:
        return await self.intake.overtaken(ticket)

    async def count(self, id_: InterviewId) -> int:
        return await self.intake.count(id_)

    async def waiting(self, limit: int) -> Sequence[InterviewId]:
        return await self.intake.waiting(limit)

    async def drop(self, ticket: TicketId) -> None:
        self.fate.meet(Point.BEFORE_DROPPING)
        await self.intake.drop(ticket)


class MortalArchive(SqlArchive):
    """An archive whose commit may be the last thing that a process does."""

    def __init__(self, database: SqlDatabase, fate: Fate) -> None:
        super().__init__(database)
        self.fate = fate

    async def append(
        self,
        interview: Interview,
        entries: Sequence[Entry],
        *,
        ticket: TicketId | None = None,
        post: Sequence[Post] = (),
    ) -> None:
        await super().append(interview, entries, ticket=ticket, post=post)
        self.fate.meet(Point.AFTER_COMMIT)


class MortalDeliveries(SqlDeliveries):
    """Deliveries that may be noted in vain."""

    def __init__(self, database: SqlDatabase, fate: Fate) -> None:
        super().__init__(database)
        self.fate = fate

    async def sent(self, delivery: Delivery, platform_id: str) -> None:
        if delivery.place.kind is PlaceKind.SANDBOX:
            self.fate.meet(Point.AFTER_HANDING_IN)
        await super().sent(delivery, platform_id)
        self.fate.meet(Point.AFTER_NOTING)


@dataclass(frozen=True, slots=True)
class MortalStage:
    """A place where a message may be the last one that a process shows."""

    stage: Stage
    fate: Fate

    def is_here(self, place: Place) -> bool:
        return self.stage.is_here(place)

    def rate(self, place: Place) -> Rate | None:
        return self.stage.rate(place)

    async def show(self, place: Place, message: Message) -> str:
        name = await self.stage.show(place, message)
        self.fate.meet(Point.AFTER_SHOWING)
        return name

    async def find(self, place: Place, message: MessageId) -> str | None:
        return await self.stage.find(place, message)


@dataclass(frozen=True, slots=True)
class MortalLeases:
    """Leases that may be left behind."""

    leases: Leases
    fate: Fate

    @asynccontextmanager
    async def hold(self, id_: InterviewId) -> AsyncIterator[Lease | None]:
        async with self.leases.hold(id_) as lease:
            if lease:
                self.fate.meet(Point.HOLDING)
            yield lease

    async def tell_holder(self, id_: InterviewId) -> bool:
        return await self.leases.tell_holder(id_)


@dataclass(frozen=True, slots=True)
class MortalListener:
    """A listener whose thoughts take a while."""

    fate: Fate
    takes_s: float

    async def understand(self, interview: Interview, words: str) -> Reading:
        await self.fate.think(self.takes_s)
        return await OfflineListener().understand(interview, words)


@dataclass(frozen=True, slots=True)
class MortalEvaluator:
    """An evaluator whose thoughts take a while."""

    evaluator: Evaluator
    fate: Fate
    takes_s: float

    @property
    def name(self) -> str:
        return self.evaluator.name

    async def review(self, piece: Piece) -> Review:
        await self.fate.think(self.takes_s)
        return await self.evaluator.review(piece)

    async def rate(self, axis: Axis, exhibit: Exhibit) -> Rating:
        return await self.evaluator.rate(axis, exhibit)


class MortalSaver(BaseCheckpointSaver[str]):
    """Checkpoints that may be the last thing a process writes."""

    def __init__(self, saver: BaseCheckpointSaver[str], fate: Fate) -> None:
        super().__init__(serde=saver.serde)
        self.saver = saver
        self.fate = fate

    async def aput(
        self,
        config: RunnableConfig,
        checkpoint: Checkpoint,
        metadata: CheckpointMetadata,
        new_versions: ChannelVersions,
    ) -> RunnableConfig:
        self.fate.meet(Point.BEFORE_CHECKPOINT)
        kept = await self.saver.aput(config, checkpoint, metadata, new_versions)
        self.fate.meet(Point.AFTER_CHECKPOINT)
        return kept

    async def aput_writes(
        self,
        config: RunnableConfig,
        writes: Sequence[tuple[str, Any]],  # what a graph keeps is its own business
        task_id: str,
        task_path: str = "",
    ) -> None:
        await self.saver.aput_writes(config, writes, task_id, task_path)

    async def aget_tuple(self, config: RunnableConfig) -> CheckpointTuple | None:
        return await self.saver.aget_tuple(config)

    async def adelete_thread(self, thread_id: str) -> None:
        self.fate.meet(Point.BEFORE_FORGETTING)
        await self.saver.adelete_thread(thread_id)
