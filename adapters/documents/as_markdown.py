"""The report as Markdown, for chats, repositories and plain terminals; charts become text bars."""

from collections.abc import Iterable

from adapters.documents import markdown
from core.domain.report import Report


def as_markdown(report: Report) -> bytes:
    """Return the report in the order in which it is read; the transcript is a file of its own."""
    return _document(
        (
            *markdown.verdict(report),
            *markdown.axes(report),
            *markdown.findings(report),
            *markdown.onward(report),
            *markdown.questions(report),
            *markdown.session(report),
            *markdown.code(report),
            *markdown.conduct(report),
            "## Transcript",
            "The whole conversation is in [transcript.md](transcript.md).",
        )
    )


def transcript_as_markdown(report: Report) -> bytes:
    """Return everything that was said."""
    return _document(markdown.transcript(report))


def _document(blocks: Iterable[str]) -> bytes:
    return ("\n\n".join(block for block in blocks if block) + "\n").encode()
