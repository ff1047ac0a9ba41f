"""The session's timeline, as a chart and in words."""

from adapters.documents import wording
from adapters.documents.charts import session_chart
from adapters.documents.page.blocks import section
from adapters.documents.tags import Html, tag
from core.domain.report import Report

_NOTE = "The bands are the questions, by number. A triangle is a hint, a square is code."


def session(report: Report) -> Html:
    """Return who did what when."""
    return section(
        "session",
        "Timeline",
        tag("figure", session_chart(report), tag("figcaption", _NOTE), class_="figure"),
        _in_words(report) if report.timeline else None,
    )


def _in_words(report: Report) -> Html:
    head = tag("tr", *(tag("th", name, scope="col") for name in ("Time", "Lane", "What")))
    rows = (
        tag(
            "tr",
            tag("td", wording.clock(moment.at_s)),
            tag("td", moment.lane.value),
            tag("td", moment.label, dir="auto"),
        )
        for moment in sorted(report.timeline, key=lambda moment: moment.at_s)
    )
    return tag(
        "details",
        tag("summary", "The timeline in words"),
        tag("div", tag("table", tag("thead", head), tag("tbody", *rows)), class_="inside"),
        class_="card slim minor aside",
    )
