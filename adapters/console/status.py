"""The line that is always in sight: the clock, the question, the hints."""

from datetime import datetime

from core.domain.interview import Interview, Status

_PAUSED = ("paused", "the clock stands still", "/resume or just answer", "Ctrl-D leaves")


def status_line(interview: Interview | None, now: datetime, width: int) -> str:
    """Return as many of the parts, the most important first, as fit into `width`."""
    if interview is None:
        return ""
    parts = _PAUSED if interview.status is Status.PAUSED else _parts(interview, now)
    line = f" {parts[0]}"
    for part in parts[1:]:
        longer = f"{line} · {part}"
        if len(longer) > width:
            break
        line = longer
    return line


def _parts(interview: Interview, now: datetime) -> tuple[str, ...]:
    left_s = int(interview.budget.left(now))
    number = interview.open.number if interview.open else len(interview.asked)
    hints = (f"hints left: {interview.hints_left}",) if interview.setup.hints else ()
    return (
        f"{left_s // 60:02d}:{left_s % 60:02d} left",
        f"question {number} of {len(interview.plan)}",
        *hints,
        "/help",
        "Alt+Enter: new line",
        "Ctrl-D: pause and leave",
    )
