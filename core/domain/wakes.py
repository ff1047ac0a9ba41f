"""When the clock has something to say: always to be told from the interview itself.

So no timer can be lost: whoever finds the interview finds its next wake-up too.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from core.domain.arrivals import ClockRang, WakeKind
from core.domain.interview import Interview, OpenQuestion, Phase, Status

# Somebody who asked for time to think gets this many times the usual silence.
THINKING_FACTOR = 3
# Whoever has an interview ahead is reminded of it so long before.
REMINDED_BEFORE_S = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Wake:
    """A moment to come, and why it matters."""

    at: datetime
    kind: WakeKind


def next_wake(interview: Interview) -> Wake | None:
    """Return the next moment at which the clock will speak up, if nothing happens before."""
    return min(wakes(interview), key=lambda wake: wake.at, default=None)


def wakes(interview: Interview) -> tuple[Wake, ...]:
    """Return every moment that the interview waits for, as it stands now."""
    if interview.phase is Phase.EVALUATING:
        return (Wake(at=interview.now, kind=WakeKind.EVALUATION),)
    if interview.status is Status.SCHEDULED:
        return _before_it_begins(interview)
    if interview.status is Status.PAUSED:
        return _in_a_pause(interview)
    ends_at = interview.budget.ends_at()
    if interview.status is not Status.IN_PROGRESS or interview.open is None or ends_at is None:
        return ()
    quiet = _grace(interview) if interview.open.unread else _quiet(interview, interview.open)
    out_and_quiet = (Wake(at=ends_at, kind=WakeKind.TIME_OUT), quiet)
    if interview.budget.is_short:
        return out_and_quiet
    short_at = ends_at - timedelta(seconds=wrap_up_s(interview))
    return (*out_and_quiet, Wake(at=short_at, kind=WakeKind.TIME_SHORT))


def rang_at(interview: Interview, rang: ClockRang, now: datetime) -> datetime | None:
    """Return the moment that a ring counts as; None if the interview does not wait for it."""
    for wake in wakes(interview):
        if wake.kind is rang.kind and wake.at <= now:
            if interview.status is not Status.IN_PROGRESS:
                # No time runs that could be used up, so it is heard when it is heard.
                return now
            # Heard late, after a standstill of ours, it still uses up no time that nobody had.
            return max(interview.now, wake.at, min(now, rang.due_at or wake.at))
    return None


def is_abandoned(interview: Interview) -> bool:
    """Tell whether the interview has been paused for so long that nobody will come back."""
    abandon = timedelta(seconds=interview.setup.patience.abandon_s)
    return interview.paused_at is not None and interview.paused_at + abandon <= interview.now


def reminders_by_now(interview: Interview) -> int:
    """Return how many reminders one given now stands for: those that nobody was there to give, too."""
    began, remind_s = interview.paused_at, interview.setup.patience.remind_s
    due = [s for s in remind_s if began and began + timedelta(seconds=s) <= interview.now]
    return max(interview.reminders + 1, len(due))


def wrap_up_s(interview: Interview) -> float:
    """Return how long before its end an interview is wound up; short ones keep most of their time."""
    return min(interview.setup.patience.wrap_up_s, interview.budget.limit_s / 6)


def _before_it_begins(interview: Interview) -> tuple[Wake, ...]:
    if interview.begins_at is None:
        return ()
    begin = Wake(at=interview.begins_at, kind=WakeKind.BEGIN)
    remind_at = interview.begins_at - timedelta(seconds=REMINDED_BEFORE_S)
    if interview.reminders or remind_at <= interview.began_at:
        return (begin,)
    return (Wake(at=remind_at, kind=WakeKind.REMINDER), begin)


def _in_a_pause(interview: Interview) -> tuple[Wake, ...]:
    began, patience = interview.paused_at, interview.setup.patience
    if began is None:
        return ()
    waited = [(s, WakeKind.REMINDER) for s in patience.remind_s[interview.reminders :][:1]]
    waited.append((patience.abandon_s, WakeKind.ABANDONED))
    return tuple(Wake(at=began + timedelta(seconds=s), kind=kind) for s, kind in waited)


def _grace(interview: Interview) -> Wake:
    """Return when words that were noted are read: once no more have come for a while."""
    grace = timedelta(seconds=interview.setup.patience.grace_s)
    return Wake(at=interview.now + grace, kind=WakeKind.GRACE)


def _quiet(interview: Interview, open_: OpenQuestion) -> Wake:
    patience = interview.setup.patience
    if open_.nudges >= patience.nudges:
        away_at = interview.now + timedelta(seconds=patience.away_s)
        return Wake(at=away_at, kind=WakeKind.AWAY)
    quiet_s = patience.nudge_coding_s if open_.task else patience.nudge_s
    if open_.is_thinking:
        quiet_s *= THINKING_FACTOR
    return Wake(at=interview.now + timedelta(seconds=quiet_s), kind=WakeKind.SILENCE)
