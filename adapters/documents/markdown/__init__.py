"""The parts of the Markdown report, each a tuple of blocks."""

from adapters.documents.markdown.axes import axes
from adapters.documents.markdown.code import code
from adapters.documents.markdown.conduct import conduct
from adapters.documents.markdown.findings import findings, onward
from adapters.documents.markdown.questions import questions
from adapters.documents.markdown.session import session
from adapters.documents.markdown.transcript import transcript
from adapters.documents.markdown.verdict import verdict

__all__ = [
    "axes",
    "code",
    "conduct",
    "findings",
    "onward",
    "questions",
    "session",
    "transcript",
    "verdict",
]
