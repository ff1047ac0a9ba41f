"""The session from left to right: who spoke, when a hint was given, when code was run."""

from collections import Counter
from math import ceil

from adapters.documents import wording
from adapters.documents.charts import drawing
from adapters.documents.tags import Html, group
from core.domain.report import Lane, Moment, QuestionLine, Report

_LANE, _TOP, _LINE = 44, 42, 18
_STEPS_MIN = (1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440)
_MOST_TICKS = 6
# Each lane has a shape of its own, so that nothing hangs on telling colours apart.
_SHAPES = {
    Lane.INTERVIEWER: "M-1.5 -7H1.5V7H-1.5Z",
    Lane.CANDIDATE: "M-1.5 -7H1.5V7H-1.5Z",
    Lane.HINTS: "M0 -7L7 6H-7Z",
    Lane.CODE: "M-6 -6H6V6H-6Z",
}


def session_chart(report: Report) -> Html:
    """Return the session's timeline, with a lane for each kind of moment."""
    span = _span(report)
    foot = _TOP + _LANE * len(Lane)
    return drawing.chart(
        "session",
        foot + 22,
        "The session from its start to its end",
        _said(report),
        *(_question(question, span, foot) for question in report.questions),
        *(_lane(lane, number) for number, lane in enumerate(Lane)),
        *(_moment(moment, span) for moment in report.timeline),
        *_ticks(span, foot),
    )


def _span(report: Report) -> float:
    ends = (question.at_s + question.lasted_s for question in report.questions)
    return max(1.0, report.about.used_s, *ends, *(moment.at_s for moment in report.timeline))


def _said(report: Report) -> str:
    many = Counter(moment.lane for moment in report.timeline)
    lanes = ", ".join(f"{lane.value} {wording.count(many[lane], 'moment')}" for lane in Lane)
    starts = ", ".join(f"{q.number} at {wording.clock(q.at_s)}" for q in report.questions)
    return f"{lanes}. Questions: {starts or 'none'}."


def _question(question: QuestionLine, span: float, foot: int) -> Html:
    begin, end = question.at_s / span, (question.at_s + question.lasted_s) / span
    shade = "odd" if question.number % 2 else "even"
    return group(
        drawing.bar(0, foot, end, f"band {shade}", begin),
        drawing.words((begin + end) / 2, 15, str(question.number), "tick", "middle"),
    )


def _lane(lane: Lane, number: int) -> Html:
    y = _TOP + number * _LANE
    return group(
        drawing.words(0, y, wording.capital(lane.value), "lane"),
        drawing.level_line(0, 1, y + _LINE, "grid"),
    )


def _moment(moment: Moment, span: float) -> Html:
    y = _TOP + list(Lane).index(moment.lane) * _LANE + _LINE
    hint = f"{wording.clock(moment.at_s)} {moment.label}"
    class_ = f"moment {moment.lane.value}"
    return drawing.shape(moment.at_s / span, y, _SHAPES[moment.lane], class_, hint)


def _ticks(span: float, foot: int) -> tuple[Html, ...]:
    fitting = (step for step in _STEPS_MIN if span / (60 * step) <= _MOST_TICKS)
    step_s = 60 * next(fitting, ceil(span / 60 / _MOST_TICKS))
    if span < step_s:
        return (_tick(0, span, foot), _tick(span, span, foot))
    return tuple(_tick(at_s, span, foot) for at_s in range(0, int(span) + 1, step_s))


def _tick(at_s: float, span: float, foot: int) -> Html:
    part = at_s / span
    anchor = "start" if part < 0.04 else "end" if part > 0.96 else "middle"  # noqa: PLR2004
    return drawing.words(part, foot + 16, wording.clock(at_s), "tick", anchor)
