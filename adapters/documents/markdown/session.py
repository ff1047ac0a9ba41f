"""The session's timeline in letters, and its hints and runs in words."""

from adapters.documents import wording
from adapters.documents.markdown.escape import table
from core.domain.report import Lane, Report

_WIDTH = 60
_MARKS = {Lane.INTERVIEWER: "|", Lane.CANDIDATE: "|", Lane.HINTS: "^", Lane.CODE: "#"}


def session(report: Report) -> tuple[str, ...]:
    """Return who did something when."""
    span_s = max((1.0, report.about.used_s, *(moment.at_s for moment in report.timeline)))
    lanes = "\n".join(f"{lane.value:<12} {_lane(report, lane, span_s)}" for lane in Lane)
    end = wording.clock(span_s)
    scale = f"{'':<12} {wording.clock(0)}{end:>{_WIDTH - 4}}"
    rows = tuple(
        (wording.clock(moment.at_s), moment.lane.value, moment.label)
        for moment in report.timeline
        if moment.lane in (Lane.HINTS, Lane.CODE)
    )
    return (
        "## Timeline",
        f"```text\n{lanes}\n{scale}\n```",
        table(("Time", "Lane", "What"), rows) if rows else "",
    )


def _lane(report: Report, lane: Lane, span_s: float) -> str:
    cells = ["·"] * _WIDTH
    for moment in report.timeline:
        if moment.lane is lane:
            at = max(0, min(_WIDTH - 1, int(_WIDTH * moment.at_s / span_s)))
            cells[at] = _MARKS[lane]
    return "".join(cells)
