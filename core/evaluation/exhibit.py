"""What an evaluator gets to see, laid out from the event log."""

from collections.abc import Iterable, Sequence

from core.domain.entry import Entry
from core.domain.interview import InterviewId, OpenQuestion
from core.domain.outcomes import Closing, QuestionClosed
from core.domain.record import transcript
from core.domain.transcript import Turn
from core.evaluation.course import Step, course
from core.ports.evaluator import Exhibit, Piece


def exhibit(id_: InterviewId, entries: Iterable[Entry]) -> Exhibit:
    """Return the questions as they went, each with its turns; an open one counts as it stands."""
    entries = tuple(entries)
    return exhibit_of(course(id_, entries), transcript(entries))


def exhibit_of(steps: Sequence[Step], turns: Sequence[Turn]) -> Exhibit:
    """Return the questions of an interview whose course and transcript are known already."""
    ended: dict[int, tuple[OpenQuestion, Closing]] = {}
    for step in steps:
        event = step.entry.event
        if isinstance(event, QuestionClosed) and step.before and step.before.open:
            ended[step.before.open.number] = (step.before.open, event.closing)
    last = steps[-1].after if steps else None
    for still_open in (last.open, last.aside) if last else ():
        if still_open:
            ended[still_open.number] = (still_open, Closing.ENDED)
    return Exhibit(
        pieces=tuple(
            Piece(
                asked=asked,
                closing=closing,
                turns=tuple(turn for turn in turns if turn.question == number),
            )
            for number, (asked, closing) in sorted(ended.items())
        ),
        language=last.setup.language if last else "en",
    )
