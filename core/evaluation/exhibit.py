"""What an evaluator gets to see, laid out from the event log."""

from collections.abc import Iterable

from core.domain.entry import Entry
from core.domain.evolve import begin, evolve
from core.domain.interview import Interview, InterviewId, OpenQuestion
from core.domain.outcomes import Closing, QuestionClosed
from core.domain.record import transcript
from core.domain.transcript import Turn
from core.ports.evaluator import Exhibit, Piece


def exhibit(id_: InterviewId, entries: Iterable[Entry]) -> Exhibit:
    """Return the questions as they went, each with its turns; an open one counts as it stands."""
    entries = tuple(entries)
    turns = transcript(entries)
    interview: Interview | None = None
    ended: dict[int, tuple[OpenQuestion, Closing]] = {}
    for entry in entries:
        before = interview.open if interview else None
        interview = evolve(interview, entry) if interview else begin(id_, entry)
        if isinstance(entry.event, QuestionClosed) and before:
            ended[before.number] = (before, entry.event.closing)
    for still_open in (interview.open, interview.aside) if interview else ():
        if still_open:
            ended[still_open.number] = (still_open, Closing.ENDED)
    return Exhibit(
        pieces=tuple(_piece(*ended[number], turns) for number in sorted(ended)),
        language=interview.setup.language if interview else "en",
    )


def _piece(asked: OpenQuestion, closing: Closing, turns: tuple[Turn, ...]) -> Piece:
    mine = tuple(turn for turn in turns if turn.question == asked.number)
    return Piece(asked=asked, closing=closing, turns=mine)
