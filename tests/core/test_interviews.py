"""Interviews as their candidates know them."""

from core.domain.arrivals import EndAsked, HintAsked
from core.domain.interview import Phase, Status
from core.domain.outcomes import HintGiven
from core.domain.setup import Setup
from tests.room import room


async def test_an_interview_opens_with_a_greeting_and_a_question() -> None:
    async with room() as here:
        interview = await here.begin()

        assert interview.phase is Phase.QUESTION
        assert "60 minutes" in here.said()


async def test_hints_come_in_three_rungs() -> None:
    async with room() as here:
        await here.begin(Setup(seed=1))

        for _ in range(4):
            await here.do(HintAsked)

        rungs = [
            event.rung for event in await here.events(HintGiven) if isinstance(event, HintGiven)
        ]
        assert rungs == [1, 2, 3]


async def test_a_finished_interview_has_a_report() -> None:
    async with room() as here:
        await here.begin()
        await here.say(
            "First I would test it, because recursion uses the call stack and overflows."
        )
        await here.do(EndAsked)

        report = await here.finish()

        assert here.now.status in (Status.COMPLETED, Status.CANCELLED)
        assert report.questions[0].number == 1
