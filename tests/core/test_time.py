"""Silence, pauses, and the end of the time."""

import pytest

from core.domain import arrivals, messages
from core.domain.interview import Phase, Status
from core.domain.outcomes import Ending, PauseReason
from core.domain.question import InterviewType
from core.domain.setting import Cue
from core.domain.setup import Patience, Setup
from core.graph.nodes.rest import AWAY, LOST
from tests.core.candidates import (
    Rambling,
    converse,
)
from tests.core.glances import (
    CALM,
    SOUND,
    WORDS,
    open_question,
    oversleep,
    remarks,
)
from tests.core.nevers import check
from tests.room import room


async def test_who_says_nothing_is_nudged_twice_and_then_waited_for_without_the_clock() -> None:
    async with room() as here:
        await here.begin(WORDS)

        await here.pass_time(24 * 60 * 60)

        cues = [event.cue for event in await remarks(here)]
        assert cues == [Cue.NUDGE, Cue.STILL_THERE]
        assert here.now.status is Status.PAUSED
        assert here.now.paused is PauseReason.AWAY
        assert here.hearing.shown[-1] == messages.Pause(id=here.hearing.shown[-1].id, text=AWAY)
        assert here.now.elapsed_s == 90 + 90 + 1_200
        await check(here)


async def test_who_vanished_and_comes_back_goes_on_where_they_were() -> None:
    async with room() as here:
        asked = (await here.begin(WORDS)).asked
        await here.pass_time(24 * 60 * 60)
        used_s = here.now.elapsed_s

        await here.say(SOUND)

        assert here.now.status is Status.IN_PROGRESS
        assert here.now.asked[:1] == asked
        assert here.now.elapsed_s == used_s
        await here.pass_time(90)
        assert (await remarks(here))[-1].cue is Cue.NUDGE
        await check(here)


async def test_pausing_twice_and_resuming_twice_is_said_and_changes_nothing() -> None:
    async with room() as here:
        await here.begin(WORDS)

        await here.do(arrivals.ResumeAsked)
        await here.do(arrivals.PauseAsked)
        await here.do(arrivals.PauseAsked)

        assert "We are not paused" in here.said()
        assert "paused already" in here.said()
        assert here.now.status is Status.PAUSED
        await check(here)


async def test_paused_time_does_not_count() -> None:
    async with room() as here:
        await here.begin(WORDS)
        await here.pass_time(60)
        await here.do(arrivals.PauseAsked)
        await here.pass_time(7 * 60 * 60)
        await here.do(arrivals.ResumeAsked)
        await here.say("Let's take a break", after_s=30)
        await here.pass_time(7 * 60 * 60)

        await here.do(arrivals.ResumeAsked)
        await here.pass_time(10)

        assert here.now.budget.used(here.clock.now()) == 100
        await check(here)


async def test_a_lost_place_stops_the_clock_at_the_last_thing_said() -> None:
    async with room() as here:
        await here.begin(WORDS)
        await here.say(SOUND, after_s=40)
        oversleep(here, 3_000)

        await here.do(arrivals.PlaceLost)
        await here.do(arrivals.PlaceLost)
        await here.do(arrivals.ResumeAsked)

        assert LOST in here.said()
        assert here.now.elapsed_s == 40
        assert here.now.status is Status.IN_PROGRESS
        await check(here)


async def test_rambling_ends_on_time() -> None:
    async with room() as here:
        await here.begin(Setup(seed=2, minutes=20))

        await converse(here, Rambling())

        report = await here.finish()
        assert here.now.ending is Ending.TIME_OUT
        assert here.now.elapsed_s <= 20 * 60
        assert (report.headline.overall or 0) < 4
        await check(here)


async def test_time_to_think_is_three_times_as_long() -> None:
    async with room() as here:
        await here.begin(WORDS)
        await here.say("Let me think")
        before = len(here.hearing.shown)

        await here.pass_time(269)
        silent = len(here.hearing.shown) == before
        await here.pass_time(1)

        assert silent
        assert (await remarks(here))[-1].cue is Cue.NUDGE


async def test_any_sign_of_life_ends_the_silence() -> None:
    async with room() as here:
        await here.begin(WORDS)
        await here.pass_time(180)

        await here.do(arrivals.RepeatAsked)
        await here.pass_time(90)

        cues = [event.cue for event in await remarks(here)]
        assert cues == [Cue.NUDGE, Cue.STILL_THERE, Cue.REPEAT, Cue.NUDGE]


async def test_the_end_of_the_time_is_announced_and_kept() -> None:
    async with room() as here:
        await here.begin(Setup(seed=5, minutes=12, patience=Patience(nudge_s=10_000)))
        await here.say(SOUND)

        await here.pass_time(60 * 60)

        assert "about 2 minutes" in here.said()
        assert here.now.ending is Ending.TIME_OUT
        assert here.now.elapsed_s == 12 * 60
        await check(here)


@pytest.mark.parametrize(("minutes", "told"), [(6, "about a minute"), (2, "less than a minute")])
async def test_a_short_time_is_told_in_words(minutes: float, told: str) -> None:
    async with room() as here:
        await here.begin(Setup(seed=5, minutes=minutes, patience=Patience(nudge_s=10_000)))

        await here.pass_time(minutes * 60 - 1)

        assert told in here.said()


@pytest.mark.parametrize(
    "kind",
    [
        arrivals.HintAsked,
        arrivals.SkipAsked,
        arrivals.RepeatAsked,
        arrivals.BackAsked,
        arrivals.PauseAsked,
        arrivals.ResumeAsked,
    ],
)
async def test_nothing_is_asked_or_given_once_the_time_is_up(
    kind: type[arrivals.Arrival],
) -> None:
    async with room() as here:
        await here.begin(WORDS)
        oversleep(here, 2 * 60 * 60)

        await here.do(kind)

        assert here.now.ending is Ending.TIME_OUT
        assert here.now.elapsed_s == here.now.budget.limit_s
        await check(here)


async def test_a_late_answer_is_still_heard() -> None:
    async with room() as here:
        await here.begin(CALM)
        reference = " ".join(open_question(here).question.reference.split())
        oversleep(here, 2 * 60 * 60)

        await here.do(arrivals.AnswerGiven, text=reference)

        report = await here.finish()
        assert here.now.ending is Ending.TIME_OUT
        assert report.questions[0].score is not None
        await check(here)


async def test_when_little_is_left_no_new_question_is_opened() -> None:
    async with room() as here:
        await here.begin(WORDS)
        await here.say(SOUND)
        oversleep(here, 60 * 60 - 100)

        await here.do(arrivals.SkipAsked)

        assert here.now.ending is Ending.TIME_OUT
        assert len(here.now.asked) == 1
        await check(here)


async def test_a_challenge_without_time_for_it_becomes_a_question_in_words() -> None:
    async with room() as here:
        await here.begin(Setup(seed=5, type=InterviewType.CODING, questions=2, minutes=20))
        oversleep(here, 17 * 60)

        await here.do(arrivals.SkipAsked)

        assert here.now.phase is Phase.QUESTION
        assert len(here.now.asked) == 2
        await check(here)
