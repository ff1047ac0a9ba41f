"""What was not assessed, how the interview was held, and who had a hand in it."""

from adapters.documents import wording
from adapters.documents.facts import conduct as held
from adapters.documents.markdown.escape import bullets, inline, table
from core.domain.report import Report


def conduct(report: Report) -> tuple[str, ...]:
    """Return the limits of this report, and what it takes to hold the same interview again."""
    return (
        "## Not assessed",
        _unseen(report),
        "## How this was held",
        bullets(tuple(f"{label}: {inline(value)}" for label, value in held(report))),
        "### Influence of a coach",
        _influences(report),
    )


def _unseen(report: Report) -> str:
    if not report.not_assessed:
        return "Everything that this kind of interview can show was assessed."
    rows = tuple((wording.capital(line.what), line.why) for line in report.not_assessed)
    return table(("What", "Why"), rows)


def _influences(report: Report) -> str:
    if not report.influences:
        return "No coach took part."
    rows = tuple((wording.clock(line.at_s), line.by, line.what) for line in report.influences)
    return table(("Time", "Coach", "Asked for"), rows)
