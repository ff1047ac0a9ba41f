"""Which messages still have to reach which place, and under what name they did."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.domain.interview import InterviewId
from core.domain.messages import MessageId
from core.domain.people import Place, PlaceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """A message on its way to one place, to be sent from `due_at` on; its words are in the event log, at `seq`."""

    message: MessageId
    interview: InterviewId
    seq: int
    place: Place
    due_at: datetime
    attempts: int = 0


class Deliveries(Protocol):
    """Remembers deliveries from the commit that makes them due until the platform has them."""

    async def due(
        self, now: datetime, kinds: Collection[PlaceKind], limit: int
    ) -> Sequence[InterviewId]:
        """Return interviews with something to be sent to such places, the longest overdue first.

        What waits behind a message of the same place that is not due yet is not to be sent either.
        """
        ...

    async def underway(self, id_: InterviewId) -> Sequence[Delivery]:
        """Return what has not arrived yet of an interview, in order."""
        ...

    async def sent(self, delivery: Delivery, platform_id: str) -> None:
        """Note that the platform has the message, under this name; the first name stays."""
        ...

    async def failed(self, delivery: Delivery, again_at: datetime) -> None:
        """Note that sending failed, and when to try again; unless the message arrived."""
        ...

    async def gave_up(self, delivery: Delivery) -> None:
        """Note that the message can never arrive; unless it did, or does after all."""
        ...

    async def platform_id(self, message: MessageId, place: Place) -> str | None:
        """Return the platform's name for a message, if it arrived."""
        ...
