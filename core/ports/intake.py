"""Arrivals that were taken in and wait for their turn; they outlive the process that took them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import NewType, Protocol

from core.domain.arrivals import Arrival
from core.domain.interview import InterviewId

TicketId = NewType("TicketId", int)


class Lane(IntEnum):
    """Which arrivals go first: whoever wants out is not kept waiting behind a long answer."""

    CONTROL = 0
    WORDS = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """An arrival's place in the line of its interview; it happened `at` this moment, whenever its turn comes."""

    id: TicketId
    interview: InterviewId
    arrival: Arrival
    lane: Lane
    at: datetime


class Intake(Protocol):
    """Keeps arrivals until they are handled; what was handled is let go of by the archive's commit."""

    async def take(self, id_: InterviewId, arrival: Arrival, lane: Lane, at: datetime) -> bool:
        """Keep an arrival for good; False if one of the same origin waits or was handled already.

        One that a later revision of it was handled before is as good as handled.
        """
        ...

    async def next(self, id_: InterviewId) -> Ticket | None:
        """Return whose turn it is: the control lane first, then the one that came first."""
        ...

    async def overtaken(self, ticket: Ticket) -> Sequence[Ticket]:
        """Return those of the slower lane who came before `ticket` and wait behind it, in order."""
        ...

    async def count(self, id_: InterviewId) -> int:
        """Return how many wait in an interview's line."""
        ...

    async def waiting(self, limit: int) -> Sequence[InterviewId]:
        """Return interviews in which somebody waits, the longest waiting first."""
        ...

    async def drop(self, ticket: TicketId) -> None:
        """Let go of an arrival that changed nothing, such as words after the end."""
        ...
