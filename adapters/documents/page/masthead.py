"""The head of the page: who, what, when, and the way to each part."""

from adapters.documents import wording
from adapters.documents.tags import Html, tag
from core.domain.report import Report


def masthead(report: Report) -> Html:
    """Return the title with the facts that a reader wants before anything else."""
    about = report.about
    return tag(
        "header",
        tag("p", "Greenroom", class_="brand"),
        tag("h1", "Mock interview of ", tag("bdi", about.candidate)),
        tag("p", wording.interview(about), class_="byline", dir="auto"),
        tag("nav", tag("ul", *_links(report)), aria_label="Parts of the report"),
    )


def _links(report: Report) -> tuple[Html, ...]:
    parts = (
        ("axes", "Scores", True),
        ("findings", "Strengths and improvements", True),
        ("onward", "Next", bool(report.next_steps or report.topics or report.narrative)),
        ("questions", "Questions", True),
        ("session", "Timeline", True),
        ("code", "Code", bool(report.snapshots)),
        ("conduct", "How it was held", True),
        ("transcript", "Transcript", True),
    )
    return tuple(
        tag("li", tag("a", label, href=f"#{part}")) for part, label, is_there in parts if is_there
    )
