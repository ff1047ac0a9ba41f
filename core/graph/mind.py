"""The nodes of the graph, each with what it needs."""

from dataclasses import dataclass

from core.bank.bank import Bank
from core.graph.nodes.ask import Ask
from core.graph.nodes.close import Close
from core.graph.nodes.evaluate import Evaluate
from core.graph.nodes.hint import GiveHint
from core.graph.nodes.node import Node
from core.graph.nodes.opening import Open
from core.graph.nodes.probe import Probe
from core.graph.nodes.reply import Reply
from core.graph.nodes.rest import GoBack, Rest, Resume
from core.graph.nodes.schedule import Schedule
from core.graph.nodes.think import Think
from core.graph.words import Words
from core.ports.archive import Archive, Shelf
from core.ports.evaluator import Evaluator
from core.ports.interviewer import Interviewer, Listener


@dataclass(frozen=True, slots=True, kw_only=True)
class Mind:
    """Everything that the interviewer thinks with."""

    bank: Bank
    listener: Listener
    interviewer: Interviewer
    evaluator: Evaluator
    archive: Archive
    shelf: Shelf

    def nodes(self) -> dict[str, Node]:
        """Return the thoughts by the names that the graph wires them with."""
        return {
            "open": Open(self.bank, self.shelf, self.interviewer),
            "schedule": Schedule(self.bank),
            "think": Think(Words(self.listener, self.interviewer), self.interviewer),
            "ask": Ask(self.interviewer),
            "probe": Probe(self.interviewer),
            "hint": GiveHint(self.interviewer),
            "reply": Reply(self.interviewer),
            "go_back": GoBack(self.interviewer, self.listener),
            "rest": Rest(self.interviewer),
            "resume": Resume(self.interviewer),
            "close": Close(self.interviewer),
            "evaluate": Evaluate(self.archive, self.evaluator),
        }
