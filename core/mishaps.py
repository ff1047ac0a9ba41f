"""What becomes of a step that failed: it is put off, or let go of, and whoever waits for it is told."""

from dataclasses import dataclass
from uuid import uuid4

import structlog

from core.domain.arrivals import ClockRang, InterviewRequested, WakeKind
from core.domain.errors import (
    CacheUnavailable,
    GreenroomError,
    Refused,
    StorageUnavailable,
    Unavailable,
)
from core.domain.interview import InterviewId
from core.domain.messages import MessageId, Notice
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
STUCK = (
    "Something went wrong on our side, and it was noted (reference {}). Nothing is lost: it goes on "
    "by itself as soon as it can."
)
KEPT = "{} What you sent is kept: I get to it by myself."
# A bug may be a passing one; what meets it so often is let go of, or nothing behind it would ever be heard.
TRIES = 3
_ID = MessageId("notice")


@dataclass(frozen=True, slots=True)
class Mishaps:
    """Decides what to do about a failed step."""

    turns: Turns

    async def mend(self, floor: Floor, line: Line, step: Step, error: Exception) -> bool:
        """Make sure that what failed is not lost and not in the way; tell whether to go on at once."""
        match step:
            case Delivery():
                if _is_bug(error):
                    noted("message_failed", message=step.message)
                await self.turns.outbox.failed(floor, step, error)
                return True
            case Wake():
                return await self._after_ring(floor, line, step, error)
            case Ticket():
                return await self._after_words(floor, line, step, error)

    async def tell(self, id_: InterviewId, line: Line, error: Exception) -> None:
        """Say once that all stands still."""
        reply = error.reply if isinstance(error, GreenroomError) else STUCK.format(noted("stuck"))
        if not line.is_told:
            await self._tell_once(line, line.place or await self._place_of(id_), reply)

    async def _after_ring(self, floor: Floor, line: Line, wake: Wake, error: Exception) -> bool:
        _log.warning("ring_failed", kind=wake.kind, why=type(error).__name__)
        if _is_bug(error):
            noted("ring_broke", kind=wake.kind)
        # Whoever waits for a report is told once, however often it is tried again.
        if wake.kind is WakeKind.EVALUATION and wake.kind not in floor.unheard:
            await self.tell(floor.id, line, error)
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
        if isinstance(error, Unavailable) and isinstance(ticket.arrival, ClockRang):
            # Nobody sent that, and what the clock has to say is in the log.
            await self.turns.let_go(floor, ticket)
            await self._tell_once(line, place, error.reply)
            return True
        if isinstance(error, Unavailable):
            await self._tell_once(line, place, KEPT.format(error.reply))
            return False
        if isinstance(error, Refused):
            reply, is_failure = error.reply, False
        else:
            tries = line.tries[ticket.id] = line.tries.get(ticket.id, 0) + 1
            reply, is_failure = BROKEN.format(noted("turn_broke", arrival=kind)), True
            if tries < TRIES:
                return True
        await self.turns.let_go(floor, ticket)
        await self._say(place, Notice(id=_ID, text=reply, is_failure=is_failure))
        return True

    async def _tell_once(self, line: Line, place: Place | None, text: str) -> None:
        if not line.is_told:
            line.is_told = place is not None
            await self._say(place, Notice(id=_ID, text=text, is_failure=True, is_kept=True))

    async def _place_of(self, id_: InterviewId) -> Place | None:
        try:
            return (await self.turns.interviews.look(id_)).place
        except Exception as error:
            _log.warning("place_unknown", why=type(error).__name__)
            return None

    async def _say(self, place: Place | None, notice: Notice) -> None:
        try:
            if place:
                await self.turns.outbox.tell(place, notice)
        except Exception as error:
            # Whoever cannot be reached must not stop the interview, nor all the others with it.
            _log.warning("notice_lost", why=type(error).__name__, exc_info=_is_bug(error))


def noted(what: str, **fields: str) -> str:
    """Log the bug that is being handled; return the reference for whoever met it."""
    reference = uuid4().hex[:8]
    _log.exception(what, reference=reference, **fields)
    return reference


def _is_bug(error: Exception) -> bool:
    return not isinstance(error, GreenroomError)


def _place(floor: Floor, ticket: Ticket) -> Place | None:
    if floor.interview:
        return floor.interview.place
    return ticket.arrival.place if isinstance(ticket.arrival, InterviewRequested) else None
