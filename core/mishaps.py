"""What becomes of a step that failed: it is put off, or let go of, and whoever waits for it is told."""

from dataclasses import dataclass
from uuid import uuid4

import structlog

from core.domain.arrivals import InterviewRequested, WakeKind
from core.domain.errors import (
    CacheUnavailable,
    GreenroomError,
    Refused,
    StorageUnavailable,
    Unavailable,
)
from core.domain.people import Place
from core.domain.wakes import Wake
from core.floor import Floor
from core.line import Line
from core.ports.deliveries import Delivery
from core.ports.intake import Ticket
from core.turns import Step, Turns

_log = structlog.get_logger()

BROKEN = (
    "Something went wrong on our side, and it was noted (reference {}). Nothing before it is lost: "
    "please try again."
)
KEPT = "{} What you sent is kept: I get to it by myself."
# A bug may be a passing one; what meets it so often is let go of, or nothing behind it would ever be heard.
TRIES = 3


@dataclass(frozen=True, slots=True)
class Mishaps:
    """Decides what to do about a failed step."""

    turns: Turns

    async def mend(self, floor: Floor, line: Line, step: Step, error: Exception) -> bool:
        """Make sure that what failed is not lost and not in the way; tell whether to go on at once."""
        match step:
            case Delivery():
                if not isinstance(error, GreenroomError):
                    noted("message_failed", message=step.message)
                await self.turns.outbox.failed(floor, step, error)
                return True
            case Wake():
                return await self._after_ring(floor, line, step, error)
            case Ticket():
                return await self._after_words(floor, line, step, error)

    async def tell(self, line: Line, error: Exception) -> None:
        """Say once that all stands still."""
        reply = error.reply if isinstance(error, GreenroomError) else BROKEN.format(noted("stuck"))
        if line.place and not line.is_told:
            line.is_told = True
            await self._say(line.place, reply, is_failure=True)

    async def _after_ring(self, floor: Floor, line: Line, wake: Wake, error: Exception) -> bool:
        _log.warning("ring_failed", kind=wake.kind, why=type(error).__name__)
        if not isinstance(error, GreenroomError):
            noted("ring_broke", kind=wake.kind)
        if wake.kind is WakeKind.EVALUATION:
            await self.tell(line, error)
        if isinstance(error, CacheUnavailable | StorageUnavailable):
            # It goes on as soon as they are back, like everything else.
            return False
        await self.turns.timers.came_to_nothing(floor, wake)
        return True

    async def _after_words(
        self, floor: Floor, line: Line, ticket: Ticket, error: Exception
    ) -> bool:
        kind, place = type(ticket.arrival).__name__, _place(floor, ticket)
        _log.warning("turn_failed", arrival=kind, why=type(error).__name__)
        if isinstance(error, Unavailable):
            if place and not line.is_told:
                line.is_told = True
                await self._say(place, KEPT.format(error.reply), is_failure=True)
            return False
        if isinstance(error, Refused):
            reply, is_failure = error.reply, False
        else:
            tries = line.tries[ticket.id] = line.tries.get(ticket.id, 0) + 1
            reply, is_failure = BROKEN.format(noted("turn_broke", arrival=kind)), True
            if tries < TRIES:
                return True
        await self.turns.intake.drop(ticket.id)
        if place:
            await self._say(place, reply, is_failure=is_failure)
        return True

    async def _say(self, place: Place, text: str, *, is_failure: bool) -> None:
        try:
            await self.turns.outbox.tell(place, text, is_failure=is_failure)
        except GreenroomError as error:
            # Whoever cannot be reached must not stop the interview.
            _log.warning("notice_lost", why=type(error).__name__)


def noted(what: str, **fields: str) -> str:
    """Log the bug that is being handled; return the reference for whoever met it."""
    reference = uuid4().hex[:8]
    _log.exception(what, reference=reference, **fields)
    return reference


def _place(floor: Floor, ticket: Ticket) -> Place | None:
    if floor.interview:
        return floor.interview.place
    return ticket.arrival.place if isinstance(ticket.arrival, InterviewRequested) else None
