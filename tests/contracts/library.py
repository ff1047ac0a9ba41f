"""What keeps interviews, as the tests hold all of it in one hand."""

from dataclasses import dataclass
from typing import Protocol

from core.domain.arrivals import Arrival
from core.domain.entry import Entry
from core.domain.interview import Interview, InterviewId
from core.ports.alarms import Alarms
from core.ports.archive import Archive, Shelf
from core.ports.deliveries import Deliveries
from core.ports.intake import Intake, TicketId


class Library(Archive, Shelf, Protocol):
    """An archive with its shelf."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Storage:
    """The four doors to one and the same database."""

    library: Library
    intake: Intake
    alarms: Alarms
    deliveries: Deliveries


async def line_of(intake: Intake, id_: InterviewId) -> list[Arrival]:
    """Empty an interview's line; return who stood there, in order."""
    line = []
    while ticket := await intake.next(id_):
        assert ticket.interview == id_
        line.append(ticket.arrival)
        await intake.drop(ticket.id)
    return line


async def first_ticket(intake: Intake, id_: InterviewId) -> TicketId:
    """Return the number of whose turn it is."""
    ticket = await intake.next(id_)
    assert ticket
    return ticket.id


async def holds_exactly(library: Library, interview: Interview, entries: tuple[Entry, ...]) -> bool:
    """Tell whether the library holds this interview as it is, and no other."""
    kept = await library.read(interview.id)
    head = await library.head(interview.id)
    (line,) = await library.summaries()
    return (kept, head, line.used_s) == (entries, len(entries), interview.elapsed_s)
