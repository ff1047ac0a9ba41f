"""The verdict, and the one thing to fix first."""

from adapters.documents import wording
from adapters.documents.markdown.escape import block, inline
from adapters.documents.markdown.quotes import finding
from core.domain.report import Report

_INTERIM = "**This is an interim report.** The final one may differ."


def verdict(report: Report) -> tuple[str, ...]:
    """Return what a reader who reads nothing else should read."""
    about, headline = report.about, report.headline
    fix = finding(report.fix_first, "###") if report.fix_first else ()
    return (
        f"# Mock interview of {inline(about.candidate)}",
        inline(wording.interview(about)),
        _INTERIM if about.is_interim else "",
        f"## Verdict: {headline.recommendation.label}",
        f"**Overall: {wording.overall(headline)}**",
        block(headline.sentence),
        *(("## One thing to fix first", *fix) if fix else ()),
    )
