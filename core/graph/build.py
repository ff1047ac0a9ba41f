"""The whole interview on one screen.

            ┌──────────────────────────── a new interview ────────────► open ─► ask
    START ──┤                                                                    │
            └─ rebuilt from the log ─► listen ◄────── what was thought ──────────┘
                                         │                    ▲
                         an arrival ─► think ─► ask · probe · hint · reply · go_back · rest · resume · close
                                         └───► evaluate ─► END

`listen` is the only place where the graph waits, and it does nothing else, since LangGraph runs an
interrupted node again from its top. One turn is three steps: listen, think, and what was decided.
"""

from typing import TypeAlias

from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.graph import END, START, StateGraph
from langgraph.graph.state import CompiledStateGraph
from langgraph.types import interrupt

from core.domain.interview import Phase
from core.domain.reading import Move
from core.graph.nodes.node import Node
from core.graph.state import TurnState, pack, unpack, unpack_entry

Saver: TypeAlias = BaseCheckpointSaver[str]
Graph = CompiledStateGraph[TurnState, None, TurnState, TurnState]

_ROUTES = {
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
    graph = StateGraph(TurnState)
    graph.add_node("listen", _listen)
    for name, node in nodes.items():
        graph.add_node(name, _Step(node))
    graph.add_conditional_edges(START, _begin, ["open", "listen", END])
    graph.add_edge("open", "ask")
    graph.add_edge("listen", "think")
    graph.add_conditional_edges("think", _decided, sorted(_ROUTES.values()))
    for name in set(_ROUTES.values()) - {"listen", "evaluate"}:
        graph.add_edge(name, "listen")
    graph.add_edge("evaluate", END)
    return graph.compile(checkpointer=saver)


class _Step:
    """Lets a node think over the draft that the graph carries."""

    def __init__(self, node: Node) -> None:
        self._node = node

    async def __call__(self, state: TurnState) -> TurnState:
        draft = unpack(state["turn"])
        await self._node(draft)
        return {"turn": pack(draft)}


async def _listen(state: TurnState) -> TurnState:
    entry = unpack_entry(interrupt("what happens next"))
    draft = unpack(state["turn"])
    draft.arrive(entry)
    return {"turn": pack(draft)}


def _begin(state: TurnState) -> str:
    if not state.get("turn"):
        # What was to be resumed is not there any more; the conductor sees that nothing came of it.
        return END
    return "open" if unpack(state["turn"]).interview.phase is Phase.OPENING else "listen"


def _decided(state: TurnState) -> str:
    chosen = unpack(state["turn"]).interview.chosen
    return _ROUTES[chosen.move if chosen else Move.WAIT]
