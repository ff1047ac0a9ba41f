"""Each question: what was asked, what was said, what would have been better."""

from adapters.documents import wording
from adapters.documents.facts import course
from adapters.documents.legible import unfolded
from adapters.documents.markdown.escape import bar, block, bullets, inline
from adapters.documents.markdown.quotes import quotes
from core.domain.report import KeyPointLine, QuestionLine, Report


def questions(report: Report) -> tuple[str, ...]:
    """Return bars for all questions, then each in full."""
    if not report.questions:
        return ("## Questions", "No question was asked.")
    bars = "\n".join(_bar(question) for question in report.questions)
    details = (piece for question in report.questions for piece in _question(question))
    return ("## Questions", f"```text\n{bars}\n```", *details)


def _bar(question: QuestionLine) -> str:
    score = question.score
    drawn = " " * 20 if score is None else bar(score)
    return f"question {question.number:<3} {drawn}  {wording.score(score)}"


def _question(question: QuestionLine) -> tuple[str, ...]:
    kind = f"{question.type.label}, {question.level.value}"
    return (
        f"### {question.number}. {inline(question.title)}: {wording.score(question.score)}",
        f"*{kind}*",
        "#### What was asked",
        block(unfolded(question.asked)),
        block(question.because),
        *_points("Covered", tuple(point for point in question.points if point.is_covered)),
        *_points("Missed", tuple(point for point in question.points if not point.is_covered)),
        *(
            ("#### A better answer", block(unfolded(question.better_answer)))
            if question.better_answer
            else ()
        ),
        bullets(tuple(f"{label}: {value}" for label, value in course(question))),
    )


def _points(heading: str, points: tuple[KeyPointLine, ...]) -> tuple[str, ...]:
    if not points:
        return ()
    return (f"#### {heading}", *(piece for point in points for piece in _point(point)))


def _point(point: KeyPointLine) -> tuple[str, ...]:
    mark = "✓" if point.is_covered else "○"
    return (f"{mark} {inline(point.says)}", *quotes((point.evidence,) if point.evidence else ()))
