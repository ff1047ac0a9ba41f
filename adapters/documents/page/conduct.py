"""What was not assessed, how the interview was held, and who had a hand in it."""

from collections.abc import Sequence

from adapters.documents import wording
from adapters.documents.facts import conduct as held
from adapters.documents.page.blocks import facts, section
from adapters.documents.tags import Html, group, tag
from core.domain.report import Influence, NotAssessed, Report


def conduct(report: Report) -> Html:
    """Return the limits of this report, and what it takes to hold the same interview again."""
    return group(
        section("unseen", "Not assessed", _unseen(report.not_assessed)),
        section(
            "conduct",
            "How this was held",
            facts(held(report)),
            tag("h3", "Influence of a coach"),
            _influences(report.influences),
        ),
    )


def _unseen(lines: Sequence[NotAssessed]) -> Html:
    if not lines:
        return tag("p", "Everything that this kind of interview can show was assessed.")
    return _table(("What", "Why"), tuple((wording.capital(line.what), line.why) for line in lines))


def _influences(lines: Sequence[Influence]) -> Html:
    if not lines:
        return tag("p", "No coach took part.")
    rows = tuple((wording.clock(line.at_s), line.by, line.what) for line in lines)
    return _table(("Time", "Coach", "Asked for"), rows)


def _table(names: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Html:
    head = tag("tr", *(tag("th", name, scope="col") for name in names))
    body = (tag("tr", *(tag("td", cell, dir="auto") for cell in row)) for row in rows)
    return tag("table", tag("thead", head), tag("tbody", *body))
