"""The way in: what arrives is kept for good before anything else happens to it."""

from collections.abc import Callable
from dataclasses import dataclass

from core.domain.arrivals import (
    Arrival,
    EndAsked,
    InterviewRequested,
    PauseAsked,
    PlaceLost,
    PlaceMoved,
    SubmissionJudged,
    SubmissionRefused,
    Whispered,
)
from core.domain.errors import NoSuchInterview, Refused, Unavailable
from core.domain.interview import InterviewId
from core.interviews import UNKNOWN
from core.ports.archive import Archive
from core.ports.clock import Clock
from core.ports.intake import Intake, Lane
from core.usher import Usher

WAITING = 100
FULL = "That was a lot at once. Please wait for my answer, then send the last one again."
CLOSING = "Greenroom is closing down. Please send that again when it is back."
_URGENT = EndAsked | PauseAsked | PlaceLost | PlaceMoved | Whispered
_OURS = SubmissionJudged | SubmissionRefused


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbox:
    """Takes arrivals in; whoever has the interview's floor sees to them."""

    intake: Intake
    archive: Archive
    usher: Usher
    clock: Clock
    new_id: Callable[[InterviewRequested], InterviewId]

    async def open(self, request: InterviewRequested) -> InterviewId:
        """Take a request in; the same one again is the same interview."""
        id_ = self.new_id(request)
        await self._take(id_, request, Lane.WORDS)
        return id_

    async def submit(self, id_: InterviewId, arrival: Arrival) -> None:
        """Take an arrival in for good; raise `GreenroomError` if that cannot be."""
        is_urgent = isinstance(arrival, _URGENT)
        count = await self.intake.count(id_)
        is_known = count or self.usher.knows(id_) or await self.archive.head(id_)
        if not is_known:
            raise NoSuchInterview(UNKNOWN.format(id_))
        # Who wants to stop can still say so where no answer fits in any more.
        if count >= WAITING * (1 + is_urgent) and not isinstance(arrival, _OURS):
            raise Refused(FULL)
        await self._take(id_, arrival, Lane.CONTROL if is_urgent else Lane.WORDS)

    async def settled(self, id_: InterviewId) -> None:
        """Return once this process has done all that it can do now."""
        await self.usher.settled(id_)

    async def _take(self, id_: InterviewId, arrival: Arrival, lane: Lane) -> None:
        if self.usher.is_closing:
            raise Unavailable(CLOSING)
        await self.intake.take(id_, arrival, lane, self.clock.now())
        self.usher.ring(id_)
