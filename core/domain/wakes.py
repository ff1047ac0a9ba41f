"""When the clock has something to say: always to be told from the interview itself.

So no timer can be lost: whoever finds the interview finds its next wake-up too.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from core.domain.arrivals import WakeKind
from core.domain.interview import Interview, Phase, Status

# Somebody who asked for time to think gets this many times the usual silence.
THINKING_FACTOR = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Wake:
    """A moment to come, and why it matters."""

    at: datetime
    kind: WakeKind


def next_wake(interview: Interview) -> Wake | None:
    """Return the next moment at which the clock will speak up, if nothing happens before."""
    if interview.phase is Phase.EVALUATING:
        return Wake(at=interview.now, kind=WakeKind.EVALUATION)
    ends_at = interview.budget.ends_at()
    if interview.status is not Status.IN_PROGRESS or interview.open is None or ends_at is None:
        return None
    wakes = [Wake(at=ends_at, kind=WakeKind.TIME_OUT), _quiet(interview)]
    if not interview.budget.is_short:
        short_at = ends_at - timedelta(seconds=wrap_up_s(interview))
        wakes.append(Wake(at=short_at, kind=WakeKind.TIME_SHORT))
    return min(wakes, key=lambda wake: wake.at)


def wrap_up_s(interview: Interview) -> float:
    """Return how long before its end an interview is wound up; short ones keep most of their time."""
    return min(interview.setup.patience.wrap_up_s, interview.budget.limit_s / 6)


def _quiet(interview: Interview) -> Wake:
    patience = interview.setup.patience
    open_ = interview.open
    if open_ is None or open_.nudges >= patience.nudges:
        away_at = interview.now + timedelta(seconds=patience.away_s)
        return Wake(at=away_at, kind=WakeKind.AWAY)
    quiet_s = patience.nudge_coding_s if open_.task else patience.nudge_s
    if open_.is_thinking:
        quiet_s *= THINKING_FACTOR
    return Wake(at=interview.now + timedelta(seconds=quiet_s), kind=WakeKind.SILENCE)
