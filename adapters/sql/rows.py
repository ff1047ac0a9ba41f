"""Interviews and their events as rows."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypeAlias

from sqlalchemy import Row

from core.domain.arrivals import Arrived
from core.domain.entry import Entry, StoredEvent, restore, store
from core.domain.interview import Interview, InterviewId, Status
from core.domain.outcomes import QuestionAsked
from core.domain.people import PersonId
from core.domain.question import InterviewType
from core.ports.archive import Summary

Values: TypeAlias = dict[str, object]
EventRow: TypeAlias = Row[int, datetime, str, int, str]
SummaryRow: TypeAlias = Row[str, str, str, str | None, str, datetime, float, int]


def interview_row(interview: Interview) -> Values:
    """Return what the list of interviews shows of one."""
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
    }


def event_row(id_: InterviewId, entry: Entry) -> Values:
    """Return an event as it is kept."""
    stored = store(entry.event)
    origin = entry.event.origin if isinstance(entry.event, Arrived) else None
    return {
        "interview_id": id_,
        "seq": entry.seq,
        "kind": stored.kind,
        "version": stored.version,
        "at": entry.at,
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


def entry_of(row: EventRow) -> Entry:
    """Return the event that was kept as `row`; raise `StorageNewer` if this code does not know it."""
    seq, at, kind, version, body = row
    stored = StoredEvent(kind=kind, version=version, body=body)
    return Entry(seq=seq, at=at, event=restore(stored))


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
