"""Where the graph waits may be forgotten at any moment; the log still knows."""

from structlog.typing import EventDict

from core.domain.arrivals import AnswerGiven
from core.domain.messages import Notice
from core.domain.question import InterviewType
from core.domain.setup import Setup
from tests.core.glances import SOUND
from tests.room import Room, room

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
