"""Exact words of the transcript, with where they were said."""

from collections.abc import Iterable

from adapters.documents import wording
from adapters.documents.markdown.escape import inline, quoted
from core.domain.report import Evidence, Finding


def quotes(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """Return quotes one under the other."""
    return tuple(
        f"{quoted(piece.quote)}\n>\n> — {wording.moment(piece)}, turn {inline(piece.turn)}"
        for piece in evidence
    )


def finding(found: Finding, marks: str) -> tuple[str, ...]:
    """Return a finding under a heading of that depth, with its proof."""
    return (f"{marks} {inline(found.title)}", inline(found.text), *quotes(found.evidence))
