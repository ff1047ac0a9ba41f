"""Interviews whose graph waits in Redis; all is the real thing but for time, storage and sandbox."""

from dataclasses import dataclass
from itertools import count

from redis.asyncio import Redis

from adapters.clock import ScriptedClock
from adapters.offline.evaluator import OfflineEvaluator
from adapters.offline.interviewer import OfflineInterviewer
from adapters.offline.listener import OfflineListener
from adapters.redis import RedisCheckpoints
from core.domain import arrivals
from core.domain.interview import Interview, InterviewId
from core.domain.people import TERMINAL, Origin, PlaceKind
from core.domain.setup import Setup
from core.graph.build import Graph, build
from core.graph.conductor import Conductor
from core.graph.mind import Mind
from core.interviews import Interviews
from core.outbox import Outbox
from core.ports.interviewer import Listener
from tests.fakes.ports.archive import MemoryArchive
from tests.room import BANK, CANDIDATE, NINE_O_CLOCK, Hearing, QuietRunner

ID = InterviewId("interview")


@dataclass(slots=True)
class Stage:
    """One interview, on a clock that stands still."""

    interviews: Interviews
    graph: Graph
    saver: RedisCheckpoints
    origins: "count[int]"

    async def begin(self) -> None:
        """Ask the first question."""
        request = arrivals.InterviewRequested(by=CANDIDATE, setup=Setup(seed=7), place=TERMINAL)
        await self.interviews.begin(request)

    async def say(self, text: str) -> Interview:
        """Let the candidate say something."""
        origin = Origin(f"m{next(self.origins)}")
        await self.interviews.handle(
            ID, arrivals.AnswerGiven(by=CANDIDATE, origin=origin, text=text)
        )
        return await self.interviews.current(ID)

    async def ask_again(self) -> None:
        """Let the candidate ask for the question once more."""
        origin = Origin(f"m{next(self.origins)}")
        await self.interviews.handle(ID, arrivals.RepeatAsked(by=CANDIDATE, origin=origin))


def staged(redis: Redis, listener: Listener | None = None) -> Stage:
    """Set up everything for one interview."""
    archive, saver = MemoryArchive(), RedisCheckpoints(redis)
    mind = Mind(
        bank=BANK,
        listener=listener or OfflineListener(),
        interviewer=OfflineInterviewer(BANK, BANK.personas),
        evaluator=OfflineEvaluator(),
        archive=archive,
        shelf=archive,
    )
    graph = build(mind.nodes(), saver)
    interviews = Interviews(
        conductor=Conductor(graph, saver, archive),
        archive=archive,
        outbox=Outbox({PlaceKind.TERMINAL: Hearing()}),
        runner=QuietRunner(),
        clock=ScriptedClock(NINE_O_CLOCK),
        new_id=lambda: ID,
    )
    return Stage(interviews, graph, saver, count())
