"""What a database would hold, in dictionaries."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

from adapters.sql.words import stored_event
from core.domain.arrivals import AnswerRevised, AnswerWithdrawn, Arrival, Arrived
from core.domain.entry import Entry
from core.domain.interview import Interview, InterviewId
from core.domain.messages import MessageId
from core.domain.people import Origin, Place
from core.domain.wakes import next_wake
from core.ports.archive import Post
from core.ports.deliveries import Delivery
from core.ports.intake import Lane, Ticket, TicketId


@dataclass(slots=True)
class Posted:
    """A message on its way, or there."""

    delivery: Delivery
    platform_id: str | None = None


@dataclass(slots=True)
class Memory:
    """Everything that a commit changes at once."""

    interviews: dict[InterviewId, Interview] = field(default_factory=dict)
    wakes: dict[InterviewId, datetime | None] = field(default_factory=dict)
    origins: set[tuple[InterviewId, Origin]] = field(default_factory=set)
    waiting: dict[TicketId, Ticket] = field(default_factory=dict)
    posted: dict[tuple[MessageId, Place], Posted] = field(default_factory=dict)
    numbers: "count[int]" = field(default_factory=lambda: count(1))

    def line(self, id_: InterviewId) -> list[Ticket]:
        """Return who waits in an interview, in order."""
        theirs = [each for each in self.waiting.values() if each.interview == id_]
        return sorted(theirs, key=lambda each: (each.lane, each.id))

    def has_happened(self, id_: InterviewId, origin: Origin) -> bool:
        """Tell whether that, or a later revision of it, was handled."""
        return any(
            each.message == origin.message and each.revision >= origin.revision
            for where, each in self.origins
            if where == id_
        )

    def allows(self, id_: InterviewId, ticket: TicketId | None, post: Sequence[Post]) -> bool:
        """Tell whether nobody else handled that arrival or an edit of it, or posted those messages."""
        keys = {(message, place) for message, _, place in post}
        if len(keys) < len(post) or keys & self.posted.keys():
            return False
        handled = None if ticket is None else self.waiting.get(ticket)
        if handled is None or handled.interview != id_:
            return ticket is None
        origin = handled.arrival.origin
        return origin is None or not self.has_happened(id_, origin)

    def commit(
        self,
        interview: Interview,
        entries: Sequence[Entry],
        ticket: TicketId | None,
        post: Sequence[Post],
    ) -> None:
        """Take over what was allowed."""
        # Taken out and put in again, it is the last to change.
        self.interviews.pop(interview.id, None)
        self.interviews[interview.id] = interview
        wake = next_wake(interview)
        self.wakes[interview.id] = wake.at if wake else None
        if ticket is not None:
            handled = self.waiting.pop(ticket)
            happened = [stored_event(entry.event) for entry in entries]
            # A correction is committed with the turn that it is about, or as something said anew.
            origins = [e.event.origin for e in entries if isinstance(e.event, Arrived)]
            is_named = (
                isinstance(handled.arrival, AnswerRevised | AnswerWithdrawn)
                and handled.arrival.origin in origins
            )
            is_there = is_named or stored_event(handled.arrival) in happened
            assert is_there, "that is not what was waiting"
        for message, seq, place in post:
            assert message, "a message needs a name"
            assert 0 < seq <= interview.seq, "a message shows an event in the log"
            self.posted[message, place] = Posted(
                Delivery(
                    message=message,
                    interview=interview.id,
                    seq=seq,
                    place=place,
                    due_at=interview.now,
                )
            )

    def take(self, id_: InterviewId, arrival: Arrival, lane: Lane, at: datetime) -> None:
        """Put an arrival in line."""
        number = TicketId(next(self.numbers))
        self.waiting[number] = Ticket(id=number, interview=id_, arrival=arrival, lane=lane, at=at)
