"""How each event changes an interview: the one place where its state is made."""

from collections.abc import Iterable
from dataclasses import replace

from core.domain import arrivals, life_changes, places, question_changes
from core.domain.changes import IllegalEvent, change, with_open
from core.domain.entry import Entry, Event
from core.domain.interview import Interview, InterviewId, Phase, Status, TimeBudget
from core.domain.people import INTERVIEWER, Role
from core.domain.record import line_of, turn_id
from core.domain.transcript import TurnKind

# Importing them registers what each kind of event changes.
RULES = (life_changes, places, question_changes)
SECONDS_PER_MINUTE = 60


def begin(id_: InterviewId, entry: Entry) -> Interview:
    """Return the interview that a first event makes."""
    event = entry.event
    if not isinstance(event, arrivals.InterviewRequested):
        raise IllegalEvent(f"{type(event).__name__} cannot be an interview's first event")
    is_later = event.begins_at is not None and event.begins_at > entry.at
    limit_s = event.setup.minutes * SECONDS_PER_MINUTE
    return Interview(
        id=id_,
        seq=entry.seq,
        turns=0,
        began_at=entry.at,
        now=entry.at,
        setup=event.setup,
        candidate=event.by,
        place=event.place,
        status=Status.SCHEDULED if is_later else Status.IN_PROGRESS,
        phase=Phase.OPENING,
        budget=TimeBudget(limit_s=limit_s, running_since=None if is_later else entry.at),
        begins_at=event.begins_at if is_later else None,
        level=event.setup.level,
        code_language=event.setup.code_language,
    )


def rebuild(id_: InterviewId, entries: Iterable[Entry]) -> Interview:
    """Return the interview that a whole event log makes."""
    interview: Interview | None = None
    for entry in entries:
        interview = evolve(interview, entry) if interview else begin(id_, entry)
    if interview is None:
        raise IllegalEvent(f"interview {id_} has no events")
    return interview


def evolve(interview: Interview, entry: Entry) -> Interview:
    """Return the interview after one more event."""
    if entry.seq != interview.seq + 1:
        raise IllegalEvent(f"event {entry.seq} cannot follow event {interview.seq}")
    line = line_of(entry.event)
    moved = replace(
        interview,
        seq=entry.seq,
        # A clock that is set back must not give time back.
        now=max(interview.now, entry.at),
        turns=interview.turns + (line is not None),
        said=interview.said + (line is not None and line.speaker == INTERVIEWER),
    )
    if line is not None and line.kind is TurnKind.ANSWER:
        moved = replace(moved, words=(*moved.words, turn_id(moved.turns)))
    if _is_sign_of_life(entry.event):
        moved = with_open(moved, lambda open_: replace(open_, nudges=0))
    return change(entry.event, moved)


def _is_sign_of_life(event: Event) -> bool:
    return isinstance(event, arrivals.Arrived) and event.by.role is Role.CANDIDATE
