"""Where the graph waits may be forgotten at any moment; the log still knows."""

from functools import reduce

from structlog.typing import EventDict

from core.domain.arrivals import AnswerGiven
from core.domain.evolve import evolve
from core.domain.interview import Interview
from core.domain.messages import Notice
from core.domain.question import InterviewType
from core.domain.setup import Setup
from core.graph.draft import Draft
from tests.core.glances import SOUND
from tests.room import CANDIDATE, Room, room

SETUP = Setup(type=InterviewType.CONCEPTS, seed=7)


async def test_a_checkpoint_that_vanished_costs_nothing_and_nobody_notices(
    logs: list[EventDict],
) -> None:
    async with room() as here:
        await here.begin(SETUP)
        await _forget(here)

        await here.say(SOUND)

        assert len(await here.events(AnswerGiven)) == 1
        assert not any(isinstance(each, Notice) for each in here.hearing.shown)
    assert logs == []


async def test_an_interview_ends_whose_checkpoint_vanished() -> None:
    async with room() as here:
        await here.begin(SETUP)
        await here.say(SOUND)
        await _forget(here)

        await here.finish()

        assert here.now.status.is_final


async def _forget(here: Room) -> None:
    await here.interviews.conductor.saver.adelete_thread(here.id)


async def test_a_checkpoint_of_a_turn_that_never_was_is_not_believed() -> None:
    """Two held the interview for a while, and thought of as many events."""
    async with room() as here:
        before = await here.begin(SETUP)
        now = await here.say(SOUND)
        conductor = here.interviews.conductor
        other = await _turn(here, before, "It depends on what is read and what is written, mostly.")
        assert other.interview.seq == now.seq
        assert other.interview != now

        known = await conductor.take_up(here.id, now.seq, fence=9)

        assert known == now


async def test_a_turn_does_not_go_on_from_one_that_never_was() -> None:
    async with room() as here:
        before = await here.begin(SETUP)
        now = await here.say(SOUND)
        await _turn(here, before, "It depends on what is read and what is written, mostly.")

        draft = await _turn(here, now, "That is all.")

        assert draft.interview == reduce(evolve, draft.entries, now)


async def _turn(here: Room, interview: Interview, text: str) -> Draft:
    answer = AnswerGiven(by=CANDIDATE, origin=here.origin(), text=text)
    return await here.interviews.conductor.turn(interview, answer, interview.now, fence=9)
