"""What the interviewer has said about a question: whoever only says it again has added nothing."""

from collections.abc import Iterator

from core.domain.interview import OpenQuestion
from core.domain.people import INTERVIEWER
from core.domain.question import Question
from core.domain.transcript import Turn
from core.ports.evaluator import Piece

POINT, FOLLOW_UP = "point:", "follow_up:"
_APART = "\n\n"


def told_about(open_: OpenQuestion) -> str:
    """Return the question, the follow-ups that were asked and the hints that were given."""
    question = open_.question
    asked = [text for id_, text in _ideas(question) if id_ in open_.ideas]
    hints = question.hints[: open_.rungs]
    return _APART.join((question.ask, question.rephrased, *asked, *hints))


def told_before(piece: Piece, answer: Turn) -> str:
    """Return what the interviewer had said about the question when an answer was given."""
    question = piece.asked.question
    before = piece.turns[: piece.turns.index(answer)]
    said = (turn.text for turn in before if turn.speaker == INTERVIEWER)
    return _APART.join((question.ask, question.rephrased, *said))


def _ideas(question: Question) -> Iterator[tuple[str, str]]:
    for point in question.points:
        yield f"{POINT}{point.id}", point.ask
    for follow_up in question.follow_ups:
        yield f"{FOLLOW_UP}{follow_up.id}", follow_up.ask
