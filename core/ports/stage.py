"""Where messages are heard, and where events come in."""

from typing import Protocol

from core.domain.arrivals import Arrival, InterviewRequested
from core.domain.interview import InterviewId
from core.domain.messages import Message, MessageId
from core.domain.people import Place
from core.ports.rates import Rate


class Stage(Protocol):
    """Shows messages to people, in one kind of place."""

    def is_here(self, place: Place) -> bool:
        """Tell whether a place is within this process's reach; a terminal is in reach of its own alone."""
        ...

    def rate(self, place: Place) -> Rate | None:
        """Return how often something may be shown there, if the platform minds."""
        ...

    async def show(self, place: Place, message: Message) -> str:
        """Show a message, and return the platform's name for it.

        Raises `PlaceGone` if it can never be shown there, `Busy` if the platform wants us to wait, and other
        `Unavailable` if it is worth another try.
        """
        ...

    async def find(self, place: Place, message: MessageId) -> str | None:
        """Return the platform's name for a message that may have been shown before a crash; None if it was not."""
        ...


class Door(Protocol):
    """The one way in: an adapter hands over what happened and goes on."""

    async def open(self, request: InterviewRequested) -> InterviewId:
        """Take a request for an interview, and return the interview's id; the same request has the same one."""
        ...

    async def submit(self, id_: InterviewId, arrival: Arrival) -> None:
        """Take an arrival for good: it is handled once, after those before it.

        Raises `GreenroomError` if it cannot be taken, or too much waits already.
        """
        ...

    async def settled(self, id_: InterviewId) -> None:
        """Return once this process has handled all it can; what cannot be handled now waits."""
        ...
