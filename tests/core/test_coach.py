"""What a coach whispers, and what becomes of it."""

from core.domain import outcomes
from core.domain.outcomes import PauseReason
from core.domain.setup import Setup
from tests.core.glances import (
    SOUND,
    WORDS,
    open_question,
    whisper,
)
from tests.core.nevers import check
from tests.room import room


async def test_a_coach_probes_hints_skips_and_speaks() -> None:
    async with room() as here:
        await here.begin(WORDS)
        await here.say(SOUND)

        for kind in ("probe", "hint", "say", "skip"):
            await whisper(here, kind, "Take it step by step." if kind == "say" else "")

        assert len(await here.events(outcomes.FollowedUp)) == 2
        assert len(await here.events(outcomes.HintGiven)) == 1
        assert "Take it step by step." in here.said()
        assert len(here.now.asked) == 2
        whispers = [each for each in await here.turns() if each.text.startswith("whispers")]
        assert {each.audience.value for each in whispers} == {"coaches"}
        await check(here)


async def test_a_coach_does_not_wake_who_rests_nor_ask_for_what_is_not_there() -> None:
    async with room() as here:
        await here.begin(Setup(seed=5, hints=False))
        before = len(here.hearing.shown)
        await whisper(here, "hint")
        await whisper(here, "say", "  ")
        unheard = len(here.hearing.shown) == before
        await here.say("I am having a panic attack")
        before = len(here.hearing.shown)

        for kind in ("probe", "hint", "skip"):
            await whisper(here, kind)

        assert unheard
        assert len(here.hearing.shown) == before
        assert here.now.paused is PauseReason.CARE
        await check(here)


async def test_a_coach_runs_out_of_probes() -> None:
    async with room() as here:
        await here.begin(WORDS)

        for _ in range(20):
            await whisper(here, "probe")

        question = open_question(here).question
        assert len(open_question(here).ideas) <= len(question.points) + len(question.follow_ups)
        await check(here)
