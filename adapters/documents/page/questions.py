"""Each question as a card: what was asked, what was said, what would have been better."""

from adapters.documents import wording
from adapters.documents.charts import scores_chart
from adapters.documents.facts import course
from adapters.documents.legible import unfolded
from adapters.documents.page.blocks import facts, prose, section
from adapters.documents.page.quotes import Quotes
from adapters.documents.tags import Html, group, tag
from core.domain.report import KeyPointLine, QuestionLine, Report

_NOTE = "A diamond is how sure the candidate was, where they said so."


def questions(report: Report, quotes: Quotes) -> Html:
    """Return a chart of all questions, then a card for each."""
    if not report.questions:
        return section("questions", "Questions", tag("p", "No question was asked.", class_="empty"))
    has_confidence = any(question.confidence is not None for question in report.questions)
    return section(
        "questions",
        "Questions",
        tag(
            "figure",
            scores_chart(report.questions),
            tag("figcaption", _NOTE) if has_confidence else None,
            class_="figure",
        ),
        *(_card(question, quotes) for question in report.questions),
    )


def _card(question: QuestionLine, quotes: Quotes) -> Html:
    return tag("details", _summary(question), _inside(question, quotes), class_="card")


def _summary(question: QuestionLine) -> Html:
    kind = f"{question.type.label}, {question.level.value}, {wording.closing(question.closing)}"
    return tag(
        "summary",
        tag("span", str(question.number), class_="digit", aria_hidden="true"),
        tag(
            "div",
            tag("h3", tag("bdi", question.title), id=f"q{question.number}"),
            tag("p", kind, class_="kind"),
        ),
        tag("span", wording.score(question.score), class_="pill"),
    )


def _inside(question: QuestionLine, quotes: Quotes) -> Html:
    covered = tuple(point for point in question.points if point.is_covered)
    missed = tuple(point for point in question.points if not point.is_covered)
    return tag(
        "div",
        tag("h4", "What was asked"),
        prose(unfolded(question.asked), "asked"),
        prose(question.because) if question.because else None,
        _points("Covered", "covered", covered, quotes),
        _points("Missed", "missed", missed, quotes),
        _better(question.better_answer),
        facts(course(question)),
        class_="inside",
    )


def _points(
    heading: str, class_: str, points: tuple[KeyPointLine, ...], quotes: Quotes
) -> Html | None:
    if not points:
        return None
    return group(
        tag("h4", heading),
        tag("ul", *(_point(point, quotes) for point in points), class_=f"points {class_}"),
    )


def _point(point: KeyPointLine, quotes: Quotes) -> Html:
    proof = quotes.quote(point.evidence) if point.evidence else None
    return tag("li", tag("p", point.says, dir="auto"), proof)


def _better(answer: str) -> Html | None:
    if not answer:
        return None
    return tag("div", tag("h4", "A better answer"), prose(unfolded(answer)), class_="better")
