"""Strengths and improvements, each with its proof."""

from collections.abc import Sequence

from adapters.documents.page.blocks import prose, section
from adapters.documents.page.quotes import Quotes
from adapters.documents.tags import Html, tag
from core.domain.report import Finding, Report


def findings(report: Report, quotes: Quotes) -> Html:
    """Return what went well beside what did not yet."""
    return section(
        "findings",
        "Strengths and improvements",
        tag(
            "div",
            _column("Strengths", "strength", report.strengths, quotes),
            _column("To improve", "improvement", report.improvements, quotes),
            class_="columns",
        ),
    )


def _column(heading: str, class_: str, found: Sequence[Finding], quotes: Quotes) -> Html:
    return tag(
        "div",
        tag("h3", heading),
        *(_finding(finding, quotes) for finding in found),
        None if found else tag("p", "There is not enough evidence to name any.", class_="empty"),
        class_=class_,
    )


def _finding(finding: Finding, quotes: Quotes) -> Html:
    return tag(
        "article",
        tag("h4", finding.title, dir="auto"),
        prose(finding.text),
        quotes.quotes(finding.evidence),
    )
