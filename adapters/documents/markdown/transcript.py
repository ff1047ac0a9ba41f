"""Everything that was said, each turn with the id that scores point at."""

from adapters.documents import wording
from adapters.documents.facts import remarks
from adapters.documents.markdown.escape import block, fenced, inline
from core.domain.report import Report
from core.domain.transcript import Turn, TurnKind


def transcript(report: Report) -> tuple[str, ...]:
    """Return the conversation, turn by turn."""
    about = report.about
    heading = f"# Transcript of the mock interview of {inline(about.candidate)}"
    turns = (piece for turn in report.transcript for piece in _turn(turn))
    said = tuple(turns) or ("Nothing was said.",)
    return (heading, inline(wording.interview(about)), *said)


def _turn(turn: Turn) -> tuple[str, ...]:
    notes = ", ".join(remarks(turn))
    head = f"**{inline(turn.speaker.name)}** at {wording.clock(turn.at_s)}, {notes} ({inline(turn.id)})"
    return (head, fenced(turn.text) if turn.kind is TurnKind.CODE else block(turn.text))
