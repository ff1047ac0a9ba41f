"""A room with the whole core in it: an interview in process, on a clock that stands still until it is turned."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from time import monotonic

from adapters.clock import ScriptedClock
from adapters.in_process import (
    InProcessCheckpoints,
    InProcessDoorbell,
    InProcessLeases,
    InProcessRates,
)
from adapters.offline.evaluator import OfflineEvaluator
from adapters.offline.interviewer import OfflineInterviewer
from adapters.offline.listener import OfflineListener
from core.bank.bank import Bank
from core.bank.loader import load
from core.domain import arrivals, messages
from core.domain.arrivals import Arrival, ClockRang
from core.domain.challenge import Language
from core.domain.code import SubmissionId
from core.domain.entry import Entry, Event
from core.domain.errors import RunnerUnavailable
from core.domain.interview import Interview, InterviewId
from core.domain.messages import Message, MessageId
from core.domain.people import CLOCK, TERMINAL, Origin, PersonId, Place, PlaceKind, Role, Speaker
from core.domain.record import transcript
from core.domain.report import Report
from core.domain.setup import Setup
from core.domain.submission import Submission
from core.domain.transcript import Turn
from core.domain.wakes import next_wake
from core.graph.mind import Mind
from core.inbox import Inbox
from core.interviews import Interviews
from core.ports.clock import Clock
from core.ports.evaluator import Evaluator
from core.ports.interviewer import Listener
from core.ports.rates import Rate
from core.ports.runner import CodeRunner, QueuePlace
from core.ports.stage import Stage
from core.report.desk import Desk
from core.running import Core, Shared, Storage, World, running
from tests.fakes.ports.archive import MemoryArchive
from tests.fakes.ports.deliveries import MemoryDeliveries
from tests.fakes.ports.intake import MemoryAlarms, MemoryIntake

NINE_O_CLOCK = datetime(2026, 1, 5, 9, tzinfo=UTC)
CANDIDATE = Speaker(id=PersonId("candidate"), name="The candidate", role=Role.CANDIDATE)
COACH = Speaker(id=PersonId("coach"), name="The coach", role=Role.COACH)


BANK = load()
NOWHERE = InterviewId("nowhere")


@dataclass(slots=True)
class Hearing:
    """All places at once; `shown` has each message once, whatever the places that it went to."""

    shown: list[Message] = field(default_factory=list)
    _there: set[tuple[Place, MessageId]] = field(default_factory=set)

    def is_here(self, place: Place) -> bool:
        """Every place is here."""
        del place
        return True

    def rate(self, place: Place) -> Rate | None:
        """Take whatever comes."""
        del place
        return None

    async def find(self, place: Place, message: MessageId) -> str | None:
        """Return a name if it was shown."""
        return message if (place, message) in self._there else None

    async def show(self, place: Place, message: Message) -> str:
        """Remember a message; showing one twice in a place is a bug."""
        is_notice = isinstance(message, messages.Notice)
        assert is_notice or (place, message.id) not in self._there, f"{message.id} came twice"
        self._there.add((place, message.id))
        if is_notice or all(each.id != message.id for each in self.shown):
            self.shown.append(message)
        return message.id


@dataclass(slots=True)
class RefusingRunner:
    """A sandbox that takes note of what it should run, and cannot."""

    asked: list[Submission] = field(default_factory=list)

    async def submit(self, submission: Submission) -> QueuePlace:
        """Refuse, like the sandbox that is not there."""
        self.asked.append(submission)
        raise RunnerUnavailable("No code runner is configured here.")


@dataclass(slots=True)
class QuietRunner:
    """A sandbox that takes code and says nothing; the test brings the verdict."""

    asked: list[Submission] = field(default_factory=list)

    async def submit(self, submission: Submission) -> QueuePlace:
        """Take it."""
        self.asked.append(submission)
        return QueuePlace(0)


@dataclass(slots=True, kw_only=True)
class Room:
    """One interview, and the hands to hold it with."""

    archive: MemoryArchive
    clock: ScriptedClock
    hearing: Hearing
    core: Core
    interviews: Interviews
    inbox: Inbox
    desk: Desk
    id: InterviewId = NOWHERE
    interview: Interview | None = None
    _count: int = 0

    @property
    def now(self) -> Interview:
        """The interview as it stands."""
        assert self.interview is not None
        return self.interview

    async def begin(self, setup: Setup | None = None, by: Speaker = CANDIDATE) -> Interview:
        """Open an interview."""
        request = arrivals.InterviewRequested(by=by, setup=setup or Setup(seed=7), place=TERMINAL)
        self.id = await self.inbox.open(request)
        await self.inbox.settled(self.id)
        return self.now

    async def say(self, *lines: str, after_s: float = 20) -> Interview:
        """Let the candidate say something, line by line."""
        for line in lines:
            await self.pass_time(after_s)
            await self.submit(arrivals.AnswerGiven(by=CANDIDATE, origin=self.origin(), text=line))
        return self.now

    async def do(self, kind: type[Arrival], **fields: object) -> Interview:
        """Let the candidate do something."""
        await self.submit(kind(by=CANDIDATE, origin=self.origin(), **fields))  # type: ignore[arg-type]  # the test names the fields
        return self.now

    async def submit_code(self, source: str = "x = 1", *, run: bool = False) -> Interview:
        """Let the candidate hand code in, or try it out."""
        kind = arrivals.CodeRun if run else arrivals.CodeSubmitted
        origin = self.origin()
        await self.submit(
            kind(
                by=CANDIDATE,
                origin=origin,
                submission=SubmissionId(origin.message),
                language=Language.PYTHON,
                source=source,
            )
        )
        return self.now

    async def submit(self, arrival: Arrival) -> None:
        """Hand an arrival over and wait until it was handled."""
        await self.inbox.submit(self.id, arrival)
        await self.inbox.settled(self.id)

    async def look(self) -> Interview:
        """Look what is to be done, and wait until it is done."""
        self.core.usher.ring(self.id)
        await self.inbox.settled(self.id)
        return self.now

    async def pass_time(self, seconds: float) -> Interview:
        """Turn the clock, ringing for everything that the interview waits for on the way."""
        until = self.clock.now() + timedelta(seconds=seconds)
        while (wake := next_wake(self.now)) and wake.at <= until:
            self.clock.turn_to(wake.at)
            before = self.now.seq
            origin = Origin(f"clock:{wake.kind}:{before}")
            await self.submit(ClockRang(by=CLOCK, origin=origin, kind=wake.kind))
            assert self.now.seq > before, f"{wake.kind} rang and nothing happened"
        self.clock.turn_to(until)
        return self.now

    async def finish(self) -> Report:
        """End the interview, if it still runs, and return its report."""
        if self.now.ending is None:
            await self.submit(arrivals.EndAsked(by=CANDIDATE, origin=self.origin()))
        await self.pass_time(0)
        return await self.desk.of(self.id)

    async def entries(self) -> tuple[Entry, ...]:
        """Return the event log."""
        return await self.archive.read(self.id)

    async def events(self, kind: type[Event]) -> list[Event]:
        """Return the events of one kind."""
        return [entry.event for entry in await self.entries() if isinstance(entry.event, kind)]

    async def answers(self) -> list[arrivals.AnswerGiven]:
        """Return what the candidate said, as it was said."""
        events = [entry.event for entry in await self.entries()]
        return [event for event in events if isinstance(event, arrivals.AnswerGiven)]

    async def turns(self) -> tuple[Turn, ...]:
        """Return the transcript."""
        return transcript(await self.entries())

    def said(self) -> str:
        """Return the text of everything shown so far."""
        return "\n".join(str(getattr(message, "text", "")) for message in self.hearing.shown)

    def origin(self) -> Origin:
        """Return a fresh name for what happens next."""
        self._count += 1
        return Origin(f"m{self._count}")

    def saw(self, interview: Interview) -> None:
        """Note how the interview stands."""
        self.interview = interview


def storage_on(archive: MemoryArchive) -> Storage:
    """Return all that a process keeps, in one archive."""
    return Storage(
        archive=archive,
        intake=MemoryIntake(archive),
        alarms=MemoryAlarms(archive),
        deliveries=MemoryDeliveries(archive),
    )


def alone() -> Shared:
    """Return what a process shares that has nobody to share it with."""
    doorbell = InProcessDoorbell()
    return Shared(
        leases=InProcessLeases(doorbell),
        doorbell=doorbell,
        rates=InProcessRates(monotonic),
        saver=InProcessCheckpoints(),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What is around a room, where it is not what it usually is."""

    clock: Clock | None = None
    stages: Mapping[PlaceKind, Stage] | None = None
    shared: Shared | None = None


@asynccontextmanager
async def room(
    *,
    bank: Bank | None = None,
    runner: CodeRunner | None = None,
    evaluator: Evaluator | None = None,
    archive: MemoryArchive | None = None,
    listener: Listener | None = None,
    around: Around | None = None,
) -> AsyncIterator[Room]:
    """Build a room; everything in it is the real thing but for time, storage and sandbox."""
    bank = bank or BANK
    archive = archive or MemoryArchive()
    evaluator = evaluator or OfflineEvaluator()
    around = around or Around()
    scripted, hearing = ScriptedClock(NINE_O_CLOCK), Hearing()
    mind = Mind(
        bank=bank,
        listener=listener or OfflineListener(),
        interviewer=OfflineInterviewer(bank, bank.personas),
        evaluator=evaluator,
        archive=archive,
        shelf=archive,
    )
    ids = (InterviewId(f"interview-{n}") for n in range(1_000))
    world = World(
        clock=around.clock or scripted,
        stages=around.stages or {PlaceKind.TERMINAL: hearing},
        runner=runner or RefusingRunner(),
        new_id=lambda _: next(ids),
    )
    async with running(mind, storage_on(archive), around.shared or alone(), world) as core:
        made = Room(
            archive=archive,
            clock=scripted,
            hearing=hearing,
            core=core,
            interviews=core.interviews,
            inbox=core.inbox,
            desk=Desk(archive, evaluator),
        )
        core.interviews.watchers.append(made.saw)
        yield made
