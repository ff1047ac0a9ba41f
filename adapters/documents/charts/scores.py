"""The questions as bars, each with how sure the candidate was."""

from collections.abc import Sequence

from adapters.documents import wording
from adapters.documents.charts import drawing
from adapters.documents.tags import Html, group
from core.domain.report import QuestionLine

_ROW, _TOP, _BAR = 46, 22, 12
_HATCH = "scores-hatch"
_DIAMOND = "M0 -6L6 0L0 6L-6 0Z"
# A phone has room for the brief title only; the style shows one of the two.
_BRIEF, _LONG = 22, 60


def scores_chart(questions: Sequence[QuestionLine]) -> Html:
    """Return one bar for each question, on the scale from 0 to 10."""
    return drawing.chart(
        "scores",
        _ROW * len(questions) + 2,
        "Scores of the questions, 0 to 10",
        "; ".join(_said(question) for question in questions),
        drawing.hatch(_HATCH),
        *(_row(question, number * _ROW) for number, question in enumerate(questions)),
    )


def _said(question: QuestionLine) -> str:
    sure = "" if question.confidence is None else f", own confidence {question.confidence} of 5"
    return f"question {question.number}: {wording.score(question.score)}{sure}"


def _row(question: QuestionLine, y: int) -> Html:
    top = y + _TOP
    return group(
        *(
            drawing.words(0, y + 14, f"{question.number}. {_cut(question.title, most)}", class_)
            for most, class_ in ((_BRIEF, "name brief"), (_LONG, "name long"))
        ),
        drawing.words(1, y + 14, wording.score(question.score), "value", "end"),
        *_bar(question.score, top),
        _sure(question.confidence, top),
    )


def _bar(score: float | None, top: int) -> tuple[Html, ...]:
    if score is None:
        return (drawing.hatched(top, _BAR, _HATCH),)
    return (
        drawing.bar(top, _BAR, 1, "track"),
        drawing.bar(top, _BAR, score, "fill"),
    )


def _sure(confidence: int | None, top: int) -> Html | None:
    if confidence is None:
        return None
    part = confidence / wording.MOST_CONFIDENT
    hint = f"Own confidence {confidence} of {wording.MOST_CONFIDENT}"
    return drawing.shape(part, top + _BAR / 2, _DIAMOND, "sure", hint)


def _cut(title: str, most: int) -> str:
    return title if len(title) <= most else f"{title[: most - 1].rstrip()}…"
