"""Strengths, improvements, the story, and what to do next."""

from collections.abc import Sequence

from adapters.documents.markdown.escape import block, bullets, inline
from adapters.documents.markdown.quotes import finding
from core.domain.report import Finding, Report


def findings(report: Report) -> tuple[str, ...]:
    """Return what went well, then what did not yet."""
    return (
        "## Strengths and improvements",
        *_listed("### Strengths", report.strengths),
        *_listed("### To improve", report.improvements),
    )


def _listed(heading: str, found: Sequence[Finding]) -> tuple[str, ...]:
    if not found:
        return (heading, "There is not enough evidence to name any.")
    return (heading, *(piece for one in found for piece in finding(one, "####")))


def onward(report: Report) -> tuple[str, ...]:
    """Return the story, the next steps and the topics to study; nothing if there are none."""
    if not (report.narrative or report.next_steps or report.topics):
        return ()
    steps = bullets(tuple(inline(step) for step in report.next_steps), "1.")
    topics = bullets(tuple(inline(topic) for topic in report.topics))
    return (
        "## What to do next",
        block(report.narrative),
        steps,
        "### Topics to study" if topics else "",
        topics,
    )
