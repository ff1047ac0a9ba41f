"""The four axes: the chart, and what each level rests on."""

from adapters.documents import wording
from adapters.documents.charts import levels_chart
from adapters.documents.facts import footing
from adapters.documents.page.blocks import facts, prose, section
from adapters.documents.page.quotes import Quotes
from adapters.documents.tags import Html, tag
from core.domain.report import AxisScore, Report

_NOTE = (
    "A bar is the level, the line across its end the band in which it lies. "
    "What is hatched was not assessed, which is not a low score."
)


def axes(report: Report, quotes: Quotes) -> Html:
    """Return the levels, and on request why they are what they are."""
    if not report.axes:
        return section("axes", "Scores", tag("p", "No axis was judged.", class_="empty"))
    return section(
        "axes",
        "Scores",
        tag("figure", levels_chart(report.axes), tag("figcaption", _NOTE), class_="figure"),
        *(_card(axis, quotes) for axis in report.axes),
    )


def _card(axis: AxisScore, quotes: Quotes) -> Html:
    return tag(
        "details",
        tag(
            "summary",
            tag("h3", f"Why {axis.axis.label}"),
            tag("span", wording.level(axis), class_="pill"),
        ),
        tag(
            "div",
            prose(axis.because),
            quotes.quotes(axis.evidence),
            facts(footing(axis)),
            class_="inside",
        ),
        class_="card slim",
    )
