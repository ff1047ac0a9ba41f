"""The four axes as text bars, and what each level rests on."""

from adapters.documents import wording
from adapters.documents.facts import footing
from adapters.documents.markdown.escape import bar, block, bullets, inline
from adapters.documents.markdown.quotes import quotes
from core.domain.report import AxisScore, Report
from core.domain.rubric import HIGHEST


def axes(report: Report) -> tuple[str, ...]:
    """Return the levels, then why they are what they are."""
    if not report.axes:
        return ("## Scores", "No axis was judged.")
    bars = "\n".join(_bar(axis) for axis in report.axes)
    reasons = (piece for axis in report.axes for piece in _reason(axis))
    return ("## Scores", f"```text\n{bars}\n```", *reasons)


def _bar(axis: AxisScore) -> str:
    drawn = " " * 20 if axis.level is None else bar(axis.level / HIGHEST)
    return f"{axis.axis.label:<16} {drawn}  {wording.level(axis)}"


def _reason(axis: AxisScore) -> tuple[str, ...]:
    return (
        f"### {wording.capital(axis.axis.label)}: {wording.level(axis)}",
        block(axis.because),
        *quotes(axis.evidence),
        bullets(tuple(f"{label}: {inline(value)}" for label, value in footing(axis))),
    )
