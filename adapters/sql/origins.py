"""What has happened to an interview, by the name that its platform gave it."""

from sqlalchemy import Exists, exists

from adapters.sql.tables import events, waiting
from core.domain.interview import InterviewId
from core.domain.people import Origin


def has_happened(id_: InterviewId, origin: Origin) -> Exists:
    """Return the question whether the event log holds this happening."""
    return exists().where(
        events.c.interview_id == id_,
        events.c.origin_message == origin.message,
        events.c.origin_revision >= origin.revision,
    )


def is_overtaken() -> Exists:
    """Return the question whether the event log holds what waits, or a later revision of it."""
    return exists().where(
        events.c.interview_id == waiting.c.interview_id,
        events.c.origin_message == waiting.c.origin_message,
        events.c.origin_revision >= waiting.c.origin_revision,
    )
