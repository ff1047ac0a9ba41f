"""The verdict, and the one thing to fix first."""

from adapters.documents import wording
from adapters.documents.page.blocks import prose
from adapters.documents.page.quotes import Quotes
from adapters.documents.tags import Html, group, tag
from core.domain.report import Finding, Headline, Recommendation, Report

_INTERIM = (
    "This is an interim report: it was written before everything was said or judged, "
    "and the final one may differ."
)
_SCALE = (
    Recommendation.STRONG_NO,
    Recommendation.LEAN_NO,
    Recommendation.LEAN_YES,
    Recommendation.STRONG_YES,
)


def verdict(report: Report, quotes: Quotes) -> Html:
    """Return what a reader who reads nothing else should read."""
    headline = report.headline
    heading = tag("h2", wording.capital(headline.recommendation.label), id="verdict-heading")
    hero = tag(
        "div",
        tag("div", tag("p", "Verdict", class_="eyebrow"), heading, _scale(headline)),
        _overall(headline),
        prose(headline.sentence, "lead"),
        class_=f"hero {headline.recommendation.value}",
    )
    return tag(
        "section",
        tag("p", _INTERIM, class_="notice") if report.about.is_interim else None,
        hero,
        _fix(report.fix_first, quotes) if report.fix_first else None,
        id="verdict",
        aria_labelledby="verdict-heading",
    )


def _scale(headline: Headline) -> Html:
    given = headline.recommendation
    return tag(
        "ol",
        *(
            tag("li", step.label, aria_current="true" if step is given else None, class_=step.value)
            for step in _SCALE
        ),
        class_="scale",
        aria_label="The scale of verdicts",
    )


def _overall(headline: Headline) -> Html:
    if headline.overall is None:
        number = tag("span", wording.NOT_ASSESSED, class_="absent-number")
    else:
        value, around = wording.overall(headline).split(" ", 1)
        number = group(tag("span", value, class_="number"), tag("span", around, class_="around"))
    return tag("p", tag("span", "Overall", class_="eyebrow"), number, class_="overall")


def _fix(finding: Finding, quotes: Quotes) -> Html:
    return tag(
        "div",
        tag("p", "One thing to fix first", class_="eyebrow"),
        tag("h3", finding.title, dir="auto"),
        prose(finding.text),
        quotes.quotes(finding.evidence),
        class_="fix",
    )
