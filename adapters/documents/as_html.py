"""The report as one page that needs nothing but itself: no script, no font, no request."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from adapters.documents import page
from adapters.documents.tags import Html, group, tag
from core.domain.report import Report


def as_html(report: Report) -> bytes:
    """Return the report as a page, in the order in which it is read."""
    document = tag("html", _head(report), tag("body", *_body(report)), lang="en")
    return f"<!doctype html>\n{document.source}".encode()


def _head(report: Report) -> Html:
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_policy()),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("title", f"Mock interview of {report.about.candidate}"),
        tag("style", Html(_style())),
    )


def _body(report: Report) -> tuple[Html, ...]:
    quotes = page.Quotes(frozenset(turn.id for turn in report.transcript))
    sections = (
        page.verdict(report, quotes),
        page.axes(report, quotes),
        page.findings(report, quotes),
        page.onward(report),
        page.questions(report, quotes),
        page.session(report),
        page.code(report),
        page.conduct(report),
        page.transcript(report, quotes),
    )
    return (
        tag("a", "Skip to the report", href="#report", class_="skip"),
        page.masthead(report),
        tag("main", *sections, id="report", tabindex=-1),
        tag("footer", group("Written by Greenroom. No script, no tracking, nothing loaded.")),
    )


def _policy() -> str:
    digest = b64encode(sha256(_style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@cache
def _style() -> str:
    return files("adapters.documents").joinpath("page", "page.css").read_text("utf-8")
