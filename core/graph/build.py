"""The whole interview on one screen.

            ┌──────────────────────────── a new interview ────────────► open ─► ask
            ├──────────────────────── one that begins later ──────► schedule     │
    START ──┤                                                          │         │
            └─ rebuilt from the log ─► listen ◄────── what was thought ┴─────────┘
                                         │                    ▲
                         an arrival ─► think ─► ask · probe · hint · reply · go_back · rest · resume · close
                                         ├───► open ─► ask, when a later one begins
                                         └───► evaluate ─► END

`listen` is the only place where the graph waits, and it does nothing else, since LangGraph runs an
interrupted node again from its top. One turn is three steps: listen, think, and what was decided;
a beginning takes one more.
"""

from typing import Annotated, TypeAlias, TypedDict

from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.graph import END, START, StateGraph
from langgraph.graph.state import CompiledStateGraph
from langgraph.types import interrupt

from core.domain.interview import Status
from core.domain.outcomes import MoveChosen
from core.domain.reading import Move
from core.graph.draft import Draft
from core.graph.live import LiveDraft
from core.graph.nodes.node import Node
from core.graph.state import unpack_entry


class TurnGiven(TypedDict):
    """What the graph begins with: a packed draft."""

    turn: str


class TurnState(TypedDict, total=False):
    """The graph's one channel."""

    turn: Annotated[Draft, LiveDraft]


Saver: TypeAlias = BaseCheckpointSaver[str]
Graph = CompiledStateGraph[TurnState, None, TurnGiven, TurnState]

_ROUTES = {
    Move.BEGIN: "open",
    Move.ASK: "ask",
    Move.FOLLOW_UP: "probe",
    Move.HINT: "hint",
    Move.REPLY: "reply",
    Move.GO_BACK: "go_back",
    Move.PAUSE: "rest",
    Move.RESUME: "resume",
    Move.CLOSE: "close",
    Move.EVALUATE: "evaluate",
    Move.WAIT: "listen",
}


def build(nodes: dict[str, Node], saver: Saver) -> Graph:
    """Wire the nodes into the interview graph."""
    graph = StateGraph(TurnState, input_schema=TurnGiven)
    graph.add_node("listen", _listen)
    for name, node in nodes.items():
        graph.add_node(name, _Step(node))
    graph.add_conditional_edges(START, _begin, ["open", "schedule", "listen", END])
    graph.add_edge("open", "ask")
    graph.add_edge("schedule", "listen")
    graph.add_edge("listen", "think")
    graph.add_conditional_edges("think", _decided, sorted(_ROUTES.values()))
    for name in set(_ROUTES.values()) - {"open", "listen", "evaluate"}:
        graph.add_edge(name, "listen")
    graph.add_edge("evaluate", END)
    return graph.compile(checkpointer=saver)


class OutOfPlace(Exception):
    """The graph waits for another event than the one that came, after a checkpoint was left out."""


class _Step:
    """Lets a node think over the draft that the graph carries."""

    def __init__(self, node: Node) -> None:
        self._node = node

    async def __call__(self, state: TurnState) -> TurnState:
        draft = state["turn"].copy()
        await self._node(draft)
        return {"turn": draft}


async def _listen(state: TurnState) -> TurnState:
    entry = unpack_entry(interrupt("what happens next"))
    draft = state["turn"].copy()
    if entry.seq != draft.interview.seq + 1:
        raise OutOfPlace
    draft.arrive(entry)
    return {"turn": draft}


# Coroutines, though they wait for nothing: LangGraph takes anything else to another thread.
async def _begin(state: TurnState) -> str:
    if "turn" not in state:
        # Resumed where no checkpoint is any more; the conductor sees it, and puts the graph in its place.
        return END
    draft = state["turn"]
    if not draft.entries:
        return "listen"
    return "schedule" if draft.interview.status is Status.SCHEDULED else "open"


async def _decided(state: TurnState) -> str:
    last = state["turn"].entries[-1].event
    return _ROUTES[last.move if isinstance(last, MoveChosen) else Move.WAIT]
