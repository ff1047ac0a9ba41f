"""The interview told in a few sentences, and what to do next."""

from adapters.documents.page.blocks import listed, prose, section
from adapters.documents.tags import Html, tag
from core.domain.report import Report


def onward(report: Report) -> Html | None:
    """Return the story, the next steps and the topics to study; nothing if there are none."""
    if not (report.narrative or report.next_steps or report.topics):
        return None
    return section(
        "onward",
        "What to do next",
        prose(report.narrative) if report.narrative else None,
        listed(report.next_steps, "ol", class_="steps") if report.next_steps else None,
        tag("h3", "Topics to study") if report.topics else None,
        listed(report.topics, class_="chips") if report.topics else None,
    )
