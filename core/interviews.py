"""Interviews: a turn is thought by the graph, committed to the event log, and only then acted on."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from core.domain.arrivals import (
    AnswerRevised,
    AnswerWithdrawn,
    Arrival,
    ClockRang,
    InterviewRequested,
    PlaceAdded,
    PlaceLost,
    PlaceMoved,
    PlaceRemoved,
    SubmissionJudged,
    SubmissionRefused,
)
from core.domain.corrections import found
from core.domain.errors import NoSuchInterview, Refused, TooLate
from core.domain.evolve import rebuild
from core.domain.interview import Interview, InterviewId, Phase
from core.domain.wakes import rang_at
from core.floor import Floor
from core.graph.conductor import Conductor
from core.graph.draft import Draft
from core.parcels import parcels
from core.ports.archive import Archive
from core.ports.clock import Clock
from core.ports.intake import Lane, Ticket, TicketId

UNKNOWN = "There is no interview {}. `greenroom history` lists yours."
# Nobody asked for these, so nobody is to be told that they came too late.
_UNASKED = PlaceLost | SubmissionJudged | SubmissionRefused


@dataclass(frozen=True, slots=True, kw_only=True)
class Interviews:
    """Advances interviews, one event at a time, on the floor of whoever holds them."""

    conductor: Conductor
    archive: Archive
    clock: Clock
    watchers: list[Callable[[Interview], None]] = field(default_factory=list)

    async def look(self, id_: InterviewId) -> Interview:
        """Return an interview as it stands; raise `NoSuchInterview` if there is none."""
        return rebuild(id_, await self.archive.read(id_))

    async def hear(self, floor: Floor, ticket: Ticket) -> bool:
        """Advance an interview by what arrived; tell whether that changed anything.

        What somebody wants in the control lane is not interrupted, having interrupted others.
        """
        arrival = await self._whole(floor.id, ticket.arrival)
        if floor.interview is None:
            if not isinstance(arrival, InterviewRequested):
                raise NoSuchInterview(UNKNOWN.format(floor.id))
            draft = await self.conductor.open(floor.id, arrival, ticket.at, floor.fence)
        else:
            at = self._moment_of(floor.interview, arrival, ticket.at)
            if at is None:
                return False
            if floor.interview.phase is Phase.OVER:
                # The graph has come to its end; where people look at the report may still change.
                draft = self.conductor.note(floor.interview, arrival, at)
            else:
                draft = await self._think(floor, arrival, at, is_urgent=ticket.lane is Lane.CONTROL)
        await self._commit(floor, draft, ticket.id)
        return True

    async def note(self, floor: Floor, ticket: Ticket) -> bool:
        """Take note of what arrived, without a thought about it; tell whether that changed anything."""
        interview = _begun(floor)
        arrival = await self._whole(floor.id, ticket.arrival)
        at = self._moment_of(interview, arrival, ticket.at)
        if at is None:
            return False
        draft = self.conductor.note(interview, arrival, at)
        await self._commit(floor, draft, ticket.id)
        return True

    async def ring(self, floor: Floor, rang: ClockRang) -> bool:
        """Advance an interview by what the clock has to say; tell whether it was waiting for that."""
        at = self._moment_of(_begun(floor), rang, self.clock.now())
        if at is None:
            return False
        await self._commit(floor, await self._think(floor, rang, at), None)
        return True

    async def _think(
        self, floor: Floor, arrival: Arrival, at: datetime, *, is_urgent: bool = False
    ) -> Draft:
        interview = _begun(floor)
        if is_urgent:
            return await self.conductor.turn(interview, arrival, at, floor.fence)
        async with floor.thinking():
            return await self.conductor.turn(interview, arrival, at, floor.fence)

    async def _commit(self, floor: Floor, draft: Draft, ticket: TicketId | None) -> None:
        interview = draft.interview
        sent = tuple(parcels(interview, draft.entries))
        post = [each.post for each in sent]
        await self.archive.append(interview, draft.entries, ticket=ticket, post=post)
        floor.moved(interview, sent)
        for watch in self.watchers:
            watch(interview)

    async def _whole(self, id_: InterviewId, arrival: Arrival) -> Arrival:
        """Return what arrived with all that the log knows about it."""
        if isinstance(arrival, AnswerRevised | AnswerWithdrawn) and arrival.turn is None:
            return found(arrival, await self.archive.read(id_))
        return arrival

    def _moment_of(self, interview: Interview, arrival: Arrival, at: datetime) -> datetime | None:
        """Return when an arrival counts as having happened; None if it changes nothing any more."""
        at = max(interview.now, at)
        match arrival:
            case ClockRang():
                return rang_at(interview, arrival, at)
            case InterviewRequested():
                raise Refused("This interview has begun already; what it is about is settled.")
            case PlaceMoved() | PlaceAdded() | PlaceRemoved():
                return at
            case _ if interview.phase not in (Phase.EVALUATING, Phase.OVER):
                return interview.now if isinstance(arrival, PlaceLost) else at
            case _ if isinstance(arrival, _UNASKED):
                return None
            case _:
                raise TooLate("This interview is over, so nothing can be added to it any more.")


def _begun(floor: Floor) -> Interview:
    if floor.interview is None:
        raise NoSuchInterview(UNKNOWN.format(floor.id))
    return floor.interview
