"""Where messages are heard, and where events come in."""

from typing import Protocol

from core.domain.arrivals import Arrival, InterviewRequested
from core.domain.interview import InterviewId
from core.domain.messages import Message
from core.domain.people import Place


class Stage(Protocol):
    """Shows messages to people, in one kind of place."""

    async def show(self, place: Place, message: Message) -> None:
        """Show a message; the same id a second time is the same message."""
        ...


class Door(Protocol):
    """The one way in: an adapter hands over what happened and goes on."""

    async def open(self, request: InterviewRequested) -> InterviewId:
        """Begin an interview and return its id; raise `GreenroomError` if that cannot be."""
        ...

    async def submit(self, id_: InterviewId, arrival: Arrival) -> None:
        """Take an arrival in; it is handled once, after those before it."""
        ...

    async def settled(self, id_: InterviewId) -> None:
        """Return once everything taken in so far was handled."""
        ...
