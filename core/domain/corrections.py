"""Which of the things said a correction is about: a platform knows its message, the log knows the turn."""

from collections.abc import Iterable
from dataclasses import replace

from core.domain.arrivals import AnswerGiven, AnswerRevised, AnswerWithdrawn, Arrival
from core.domain.entry import Entry
from core.domain.record import line_of, turn_id
from core.domain.transcript import TurnId


def found(arrival: AnswerRevised | AnswerWithdrawn, entries: Iterable[Entry]) -> Arrival:
    """Return the correction with the turn that it is about.

    New words for something that never arrived are something said; nobody needs to know that they
    were others before.
    """
    turn = _turn_of(arrival, entries)
    is_edit = arrival.origin is not None and arrival.origin.revision > 0
    if turn is None and is_edit and isinstance(arrival, AnswerRevised):
        return AnswerGiven(by=arrival.by, origin=arrival.origin, text=arrival.text)
    return replace(arrival, turn=turn)


def _turn_of(arrival: AnswerRevised | AnswerWithdrawn, entries: Iterable[Entry]) -> TurnId | None:
    message = arrival.origin and arrival.origin.message
    count = 0
    for entry in entries:
        count += line_of(entry.event) is not None
        origin = entry.event.origin if isinstance(entry.event, AnswerGiven) else None
        if message and origin and origin.message == message:
            return turn_id(count)
    return None
