"""Distress and abuse are met with fixed words, never with a question."""

import pytest

from core.domain import arrivals, messages, outcomes
from core.domain.interview import Status
from core.domain.outcomes import Ending, PauseReason
from core.graph.care import ABUSE_AGAIN, ABUSE_ONCE, DISTRESS, RESTING
from tests.core.glances import (
    CALM,
    SOUND,
    WORDS,
    open_question,
    oversleep,
)
from tests.core.nevers import check
from tests.room import room


@pytest.mark.parametrize(
    "words",
    [
        "I am having a panic attack",
        "I can't do this, my mother died yesterday and I feel hopeless",
    ],
)
async def test_distress_is_met_with_a_pause_and_never_with_a_question(words: str) -> None:
    async with room() as here:
        await here.begin(WORDS)
        before = len(here.hearing.shown)

        await here.say(words, "Thank you", "I do not know what to do any more, it is all too much")

        shown = [getattr(each, "text", "") for each in here.hearing.shown[before:]]
        assert shown == [DISTRESS, RESTING, RESTING]
        assert here.now.paused is PauseReason.CARE
        assert here.now.open is not None
        assert not here.now.open.answers
        await check(here)


async def test_after_distress_only_the_wish_to_go_on_goes_on() -> None:
    async with room() as here:
        await here.begin(WORDS)
        await here.say("I am having a panic attack", SOUND)

        await here.do(arrivals.ResumeAsked)
        await here.say(SOUND)

        assert here.now.status is Status.IN_PROGRESS
        assert here.now.open is not None
        assert [answer.text for answer in here.now.open.answers] == [SOUND]
        await check(here)


async def test_after_distress_the_interview_can_be_ended_in_words() -> None:
    async with room() as here:
        await here.begin(WORDS)
        await here.say("I am having a panic attack")

        await here.say("Please end the interview")

        assert here.now.ending is Ending.ASKED
        await check(here)


async def test_distress_in_a_correction_is_heard_too() -> None:
    async with room() as here:
        await here.begin(WORDS)
        await here.say(SOUND)
        turn = open_question(here).answers[-1].turn

        await here.do(arrivals.AnswerRevised, turn=turn, text="I am having a panic attack")

        assert here.now.paused is PauseReason.CARE
        assert here.hearing.shown[-1] == messages.Pause(id=here.hearing.shown[-1].id, text=DISTRESS)


async def test_abuse_is_met_with_the_same_calm_words_and_the_second_time_with_a_pause() -> None:
    async with room() as here:
        await here.begin(WORDS)

        await here.say("You are a stupid bot", "shut up, you useless machine")

        shown = [getattr(each, "text", "") for each in here.hearing.shown]
        assert shown[-2:] == [ABUSE_ONCE, ABUSE_AGAIN]
        assert here.now.paused is PauseReason.CARE
        assert not await here.events(outcomes.FollowedUp)
        await check(here)


async def test_distress_goes_before_the_end_of_the_time() -> None:
    async with room() as here:
        await here.begin(CALM)
        oversleep(here, 2 * 60 * 60)

        await here.do(arrivals.AnswerGiven, text="I am having a panic attack")
        paused = here.now.paused
        await here.do(arrivals.ResumeAsked)

        assert paused is PauseReason.CARE
        assert here.now.ending is Ending.TIME_OUT
        await check(here)
