"""What the savers are timed at: a bare graph, and the interview itself; both with the state of real turns.

An interview is a function of what arrives. So one is recorded first, and every saver gets the very same turns.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import cycle, islice
from pathlib import Path
from typing import Any, TypeAlias, TypedDict

from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.graph import START, StateGraph
from langgraph.graph.state import CompiledStateGraph
from langgraph.types import interrupt

from adapters.in_process import InProcessCheckpoints
from adapters.offline.evaluator import OfflineEvaluator
from adapters.offline.interviewer import OfflineInterviewer
from adapters.offline.listener import OfflineListener
from core.domain.arrivals import AnswerGiven, Arrival, InterviewRequested, RepeatAsked
from core.domain.entry import Entry
from core.domain.evolve import begin
from core.domain.interview import InterviewId
from core.domain.people import TERMINAL
from core.domain.setup import Setup
from core.graph.build import Graph, TurnGiven, build
from core.graph.conductor import Conductor
from core.graph.draft import Draft
from core.graph.mind import Mind
from core.graph.state import pack, pack_entry
from core.ports.archive import Archive, Shelf
from tests.fakes.ports.archive import MemoryArchive
from tests.room import BANK, CANDIDATE, NINE_O_CLOCK

ANSWERS = Path(__file__).parents[1] / "tests/journeys/scripts/strong.txt"
PACE_S = 10
# The bare graph takes two states a turn: after as many turns as it has pairs, it begins again. As
# both 10 and 200 are multiples, it is as large after 10 turns as after 200, and growth is the saver's.
BARE_STATES = 10
FENCE = 1

# Any: two graphs with a state each.
AnyGraph: TypeAlias = CompiledStateGraph[Any, None, Any, Any]


class BareState(TypedDict):
    """What the bare graph carries: a text that nobody reads."""

    turn: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A graph, what it begins with, and what arrives in each turn after that."""

    build: Callable[[BaseCheckpointSaver[str]], AnyGraph]
    opening: TurnGiven
    resumes: tuple[str, ...]
    state_bytes: int

    def of(self, turns: int) -> "Course":
        """Return the course with as many turns; the bare one has no end, and begins again."""
        return replace(self, resumes=tuple(islice(cycle(self.resumes), turns)))


def answers() -> list[AnswerGiven]:
    """Return what a strong candidate says, in order."""
    lines = ANSWERS.read_text("utf-8").splitlines()
    return [AnswerGiven(by=CANDIDATE, text=line) for line in lines if not line.startswith("/")]


async def interview() -> Course:
    """Return an interview in which the candidate answers at length."""
    course, _ = await _recorded(answers())
    return course


async def patient_interview(turns: int) -> Course:
    """Return an interview in which nothing happens, for long."""
    course, _ = await _recorded([RepeatAsked(by=CANDIDATE)] * turns)
    return course


async def bare() -> Course:
    """Return a graph of two nodes that do nothing but go on to the next state of an interview."""
    course, states = await _recorded(answers()[:BARE_STATES])
    resumes = course.resumes[: BARE_STATES // 2]
    return replace(course, build=lambda saver: bare_graph(states, saver), resumes=resumes)


def bare_graph(states: Iterable[str], saver: BaseCheckpointSaver[str]) -> AnyGraph:
    """Return a graph of two nodes, each of which puts the next state in the channel."""
    upcoming = cycle(states)

    async def listen(state: BareState) -> BareState:
        del state
        interrupt("what happens next")
        return {"turn": next(upcoming)}

    async def think(state: BareState) -> BareState:
        del state
        return {"turn": next(upcoming)}

    graph = StateGraph(BareState)
    graph.add_node("listen", listen)
    graph.add_node("think", think)
    graph.add_edge(START, "listen")
    graph.add_edge("listen", "think")
    graph.add_edge("think", "listen")
    return graph.compile(checkpointer=saver)


def mind(archive: Archive, shelf: Shelf) -> Mind:
    """Return an interviewer who needs no language model."""
    return Mind(
        bank=BANK,
        listener=OfflineListener(),
        interviewer=OfflineInterviewer(BANK, BANK.personas),
        evaluator=OfflineEvaluator(),
        archive=archive,
        shelf=shelf,
    )


async def _recorded(arrivals: Iterable[Arrival]) -> tuple[Course, tuple[str, ...]]:
    id_, at = InterviewId("recorded"), NINE_O_CLOCK
    saver = InProcessCheckpoints()
    conductor = Conductor(_real(saver), saver, MemoryArchive())
    request = InterviewRequested(by=CANDIDATE, setup=Setup(seed=7), place=TERMINAL)
    first = Entry(seq=1, at=at, event=request)
    draft = await conductor.open(id_, request, at, FENCE)
    states, resumes = [], []
    for arrival in arrivals:
        at += timedelta(seconds=PACE_S)
        entry = Entry(seq=draft.interview.seq + 1, at=at, event=arrival)
        resumes.append(pack_entry(entry))
        draft = await conductor.turn(draft.interview, arrival, at, FENCE)
        states.append(pack(draft))
    opening: TurnGiven = {"turn": pack(Draft(begin(id_, first), [first]))}
    course = Course(
        build=_real,
        opening=opening,
        resumes=tuple(resumes),
        state_bytes=sum(len(state.encode()) for state in states) // len(states),
    )
    return course, tuple(states)


def _real(saver: BaseCheckpointSaver[str]) -> Graph:
    archive = MemoryArchive()
    return build(mind(archive, archive).nodes(), saver)
