"""The parts of the page, one for each thing that a report says."""

from adapters.documents.page.axes import axes
from adapters.documents.page.code import code
from adapters.documents.page.conduct import conduct
from adapters.documents.page.findings import findings
from adapters.documents.page.masthead import masthead
from adapters.documents.page.onward import onward
from adapters.documents.page.questions import questions
from adapters.documents.page.quotes import Quotes
from adapters.documents.page.session import session
from adapters.documents.page.transcript import transcript
from adapters.documents.page.verdict import verdict

__all__ = [
    "Quotes",
    "axes",
    "code",
    "conduct",
    "findings",
    "masthead",
    "onward",
    "questions",
    "session",
    "transcript",
    "verdict",
]
