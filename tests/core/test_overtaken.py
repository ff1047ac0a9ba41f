"""Arrivals that come in another order than they happened in."""

import pytest

from core.domain import arrivals
from core.domain.arrivals import AnswerGiven, AnswerRevised
from core.domain.errors import NoSuchInterview, StaleTurn
from core.domain.people import Origin
from core.domain.question import InterviewType
from core.domain.setup import Setup
from core.floor import Floor
from core.line import Line
from core.ports.intake import Lane
from tests.core.glances import SOUND
from tests.room import CANDIDATE, NINE_O_CLOCK, Room, room

SETUP = Setup(type=InterviewType.CONCEPTS, seed=7)
EDIT = Origin("edited", 1)
EDITED = AnswerRevised(by=CANDIDATE, origin=EDIT, text=SOUND)
OLDER = AnswerGiven(by=CANDIDATE, origin=Origin("edited"), text="It is something else.")


async def test_an_answer_that_its_edit_has_overtaken_is_not_heard_as_well() -> None:
    async with room() as here:
        await here.begin(SETUP)

        await _arrive_at_once(here, EDITED, OLDER)

        assert [each.text for each in await _answers(here)] == [SOUND]
        assert await here.core.usher.turns.intake.count(here.id) == 0


async def test_an_end_does_not_wait_for_an_answer_that_its_edit_has_overtaken() -> None:
    async with room() as here:
        await here.begin(SETUP)
        await here.submit(EDITED)
        end = arrivals.EndAsked(by=CANDIDATE, origin=Origin("end"))
        # As another process may do, which looked before the edit was handled.
        memory = here.archive.memory
        memory.origins.remove((here.id, EDIT))
        intake = here.core.usher.turns.intake
        await intake.take(here.id, OLDER, Lane.WORDS, NINE_O_CLOCK)
        memory.origins.add((here.id, EDIT))

        await here.submit(end)

        assert [each.text for each in await _answers(here)] == [SOUND]
        assert here.now.status.is_final
        assert await intake.count(here.id) == 0


async def _arrive_at_once(here: Room, *arrived: arrivals.Arrival) -> None:
    for each in arrived:
        await here.core.usher.turns.intake.take(here.id, each, Lane.WORDS, NINE_O_CLOCK)
    here.core.usher.ring(here.id)
    await here.inbox.settled(here.id)


async def _answers(here: Room) -> list[AnswerGiven]:
    return [each for each in await here.events(AnswerGiven) if isinstance(each, AnswerGiven)]


async def test_who_holds_it_without_right_lets_go_of_nothing() -> None:
    """Redis forgot who holds the interview, and somebody else began it meanwhile."""
    async with room() as here:
        await here.begin(SETUP)
        usher, late = here.core.usher, Floor(id=here.id, fence=0)
        await usher.turns.intake.take(here.id, OLDER, Lane.WORDS, NINE_O_CLOCK)
        ticket = await usher.turns.intake.next(here.id)
        assert ticket

        with pytest.raises(NoSuchInterview) as unknown:
            await usher.turns.take(late, ticket)
        with pytest.raises(StaleTurn):
            await usher.mishaps.mend(late, Line(), ticket, unknown.value)

        assert await usher.turns.intake.count(here.id) == 1
