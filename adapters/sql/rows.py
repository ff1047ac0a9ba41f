"""Interviews and their events as rows."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypeAlias, cast

from sqlalchemy import Row

from adapters.sql.words import stored_event
from core.domain.arrivals import Arrival, Arrived
from core.domain.entry import Entry, Event, StoredEvent, restore
from core.domain.interview import Interview, InterviewId, Status
from core.domain.messages import MessageId
from core.domain.outcomes import QuestionAsked
from core.domain.people import PersonId, Place, PlaceKind
from core.domain.question import InterviewType
from core.domain.wakes import next_wake
from core.ports.archive import Post, Summary
from core.ports.deliveries import Delivery
from core.ports.intake import Lane, Ticket, TicketId

Values: TypeAlias = dict[str, object]
EventRow: TypeAlias = Row[int, datetime, str, int, str]
SummaryRow: TypeAlias = Row[str, str, str, str | None, str, datetime, float, int]
WaitingRow: TypeAlias = Row[int, str, int, datetime, str, int, str]
DeliveryRow: TypeAlias = Row[str, str, int, str, str, datetime, int]


def interview_row(interview: Interview) -> Values:
    """Return what the list of interviews shows of one, and when the clock will speak up in it."""
    wake = next_wake(interview)
    return {
        "id": interview.id,
        "candidate_id": interview.candidate.id,
        "candidate_name": interview.candidate.name,
        "type": interview.setup.type,
        "pattern": interview.pattern.id if interview.pattern else None,
        "status": interview.status,
        "began_at": interview.began_at,
        "used_s": interview.elapsed_s,
        "questions_closed": len(interview.closed),
        "head": interview.seq,
        "wake_at": wake and wake.at,
    }


def event_row(id_: InterviewId, entry: Entry) -> Values:
    """Return an event as it is kept."""
    return {"interview_id": id_, "seq": entry.seq, "at": entry.at, **_stored(entry.event)}


def waiting_row(id_: InterviewId, arrival: Arrival, lane: Lane, at: datetime) -> Values:
    """Return an arrival as it waits."""
    return {"interview_id": id_, "lane": lane.value, "taken_at": at, **_stored(arrival)}


def _stored(event: Event) -> Values:
    stored = stored_event(event)
    origin = event.origin if isinstance(event, Arrived) else None
    return {
        "kind": stored.kind,
        "version": stored.version,
        "origin_message": origin and origin.message,
        "origin_revision": origin and origin.revision,
        "body": stored.body,
    }


def asked_rows(interview: Interview, entries: Sequence[Entry]) -> list[Values]:
    """Return the questions that were asked among `entries`."""
    return [
        {
            "interview_id": interview.id,
            "seq": entry.seq,
            "candidate_id": interview.candidate.id,
            "question_id": entry.event.question.id,
        }
        for entry in entries
        if isinstance(entry.event, QuestionAsked)
    ]


def delivery_rows(interview: Interview, post: Sequence[Post]) -> list[Values]:
    """Return the messages that are to go out, each due from the moment that the interview is at."""
    return [
        {
            "message_id": message,
            "place_kind": place.kind,
            "place_id": place.id,
            "interview_id": interview.id,
            "seq": seq,
            "attempts": 0,
            "due_at": interview.now,
        }
        for message, seq, place in post
    ]


def entry_of(row: EventRow) -> Entry:
    """Return the event that was kept as `row`; raise `StorageNewer` if this code does not know it."""
    seq, at, kind, version, body = row
    stored = StoredEvent(kind=kind, version=version, body=body)
    return Entry(seq=seq, at=at, event=restore(stored))


def ticket_of(row: WaitingRow) -> Ticket:
    """Return the arrival that waits as `row`; raise `StorageNewer` if this code does not know it."""
    id_, interview, lane, taken_at, kind, version, body = row
    # Only arrivals are ever taken in.
    arrival = cast("Arrival", restore(StoredEvent(kind=kind, version=version, body=body)))
    return Ticket(
        id=TicketId(id_),
        interview=InterviewId(interview),
        arrival=arrival,
        lane=Lane(lane),
        at=taken_at,
    )


def delivery_of(row: DeliveryRow) -> Delivery:
    """Return a message on its way."""
    message, interview, seq, kind, place, due_at, attempts = row
    return Delivery(
        message=MessageId(message),
        interview=InterviewId(interview),
        seq=seq,
        place=Place(kind=PlaceKind(kind), id=place),
        due_at=due_at,
        attempts=attempts,
    )


def summary_of(row: SummaryRow) -> Summary:
    """Return one line of the list of interviews."""
    id_, candidate, type_, pattern, status, began_at, used_s, questions = row
    return Summary(
        id=InterviewId(id_),
        candidate=PersonId(candidate),
        type=InterviewType(type_),
        pattern=pattern,
        status=Status(status),
        began_at=began_at,
        used_s=used_s,
        questions=questions,
    )
