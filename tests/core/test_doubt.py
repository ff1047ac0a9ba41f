"""What another one committed may be on its way this very moment, if nobody knows who holds the interview."""

from datetime import timedelta

from core.domain.arrivals import AnswerGiven
from core.domain.messages import Say
from core.domain.question import InterviewType
from core.domain.setup import Setup
from core.parcels import parcels
from core.ports.lease import Lease
from tests.core.glances import SOUND
from tests.room import CANDIDATE, Room, room

SETUP = Setup(type=InterviewType.CONCEPTS, seed=7)
DOUBT_S = 10


async def test_while_there_may_be_another_holder_what_it_committed_is_left_to_it() -> None:
    async with room() as here:
        await _commit_elsewhere(here)
        turns, now = here.core.usher.turns, here.clock.now()

        floor = await turns.floor(here.id, Lease(9, doubt_s=DOUBT_S))

        assert floor.underway
        assert turns.outbox.next(floor, now) is None
        assert turns.outbox.next(floor, now + timedelta(seconds=DOUBT_S)) == floor.underway[0]


async def test_what_one_committed_oneself_is_not_in_doubt() -> None:
    async with room() as here:
        await _commit_elsewhere(here)
        turns, now = here.core.usher.turns, here.clock.now()
        floor = await turns.floor(here.id, Lease(9))
        (mine,) = floor.underway
        floor.unsaid[mine.message, mine.place] = Say(id=mine.message, text="what waits for a rate")
        await turns.leave(floor)

        again = await turns.floor(here.id, Lease(10, doubt_s=DOUBT_S))

        assert turns.outbox.next(again, now) == mine


async def test_without_doubt_it_is_sent_at_once() -> None:
    async with room() as here:
        await _commit_elsewhere(here)
        turns = here.core.usher.turns

        floor = await turns.floor(here.id, Lease(9))

        assert turns.outbox.next(floor, here.clock.now()) == floor.underway[0]


async def _commit_elsewhere(here: Room) -> None:
    """Commit a turn as another process does, which shows what follows from it later."""
    interview = await here.begin(SETUP)
    answer = AnswerGiven(by=CANDIDATE, origin=here.origin(), text=SOUND)
    draft = await here.interviews.conductor.turn(interview, answer, interview.now, fence=9)
    post = [each.post for each in parcels(draft.interview, draft.entries)]
    await here.archive.append(draft.interview, draft.entries, post=post)
