"""What a turn sends out: messages to the places of its interview, and code to the sandbox."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from core.domain.arrivals import CodeRun, CodeSubmitted
from core.domain.entry import Entry
from core.domain.evolve import rebuild
from core.domain.interview import Interview, InterviewId
from core.domain.messages import Message, MessageId
from core.domain.people import Place, PlaceKind
from core.domain.places import places_for
from core.domain.saying import message_of
from core.domain.submission import Submission, submission_of
from core.ports.archive import Post
from core.ports.deliveries import Delivery

Content: TypeAlias = Message | Submission


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """Something that goes to one place, because of the event at `seq`."""

    id: MessageId
    seq: int
    place: Place
    content: Content

    @property
    def post(self) -> Post:
        """What the archive keeps of it; the content can be told from the event."""
        return self.id, self.seq, self.place

    def delivery(self, interview: InterviewId, due_at: datetime) -> Delivery:
        """Return it as it is on its way."""
        return Delivery(
            message=self.id, interview=interview, seq=self.seq, place=self.place, due_at=due_at
        )


def parcels(interview: Interview, entries: Iterable[Entry]) -> Iterator[Parcel]:
    """Yield what `entries` send out, in order; the interview stands as they left it."""
    for entry in entries:
        id_, seq = MessageId(f"{interview.id}:{entry.seq}"), entry.seq
        if message := message_of(entry.event, id_, interview):
            for place in places_for(interview, message.audience):
                yield Parcel(id=id_, seq=seq, place=place, content=message)
        if submission := _code(entry, interview):
            place = Place(kind=PlaceKind.SANDBOX, id=submission.id)
            yield Parcel(id=id_, seq=seq, place=place, content=submission)


def content_of(delivery: Delivery, entries: Sequence[Entry]) -> Content | None:
    """Return once more what a delivery carries; `entries` are its interview's log."""
    interview = rebuild(delivery.interview, entries[: delivery.seq])
    entry = entries[delivery.seq - 1]
    if delivery.place.kind is PlaceKind.SANDBOX:
        return _code(entry, interview)
    return message_of(entry.event, delivery.message, interview)


def _code(entry: Entry, interview: Interview) -> Submission | None:
    open_ = interview.open
    if not isinstance(entry.event, CodeRun | CodeSubmitted) or open_ is None or open_.task is None:
        return None
    return submission_of(entry.event, interview.id, open_)
