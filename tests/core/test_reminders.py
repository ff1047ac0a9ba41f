"""A paused interview is reminded of, and given up in the end."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.domain import arrivals, outcomes
from core.domain.arrivals import ClockRang, WakeKind
from core.domain.interview import Status
from core.domain.outcomes import Closing, Ending, Said
from core.domain.people import CLOCK
from core.domain.setting import Cue
from core.domain.setup import Patience
from core.graph.care import STILL_RESTING
from core.graph.nodes.close import ABANDONED
from tests.core.glances import SOUND, WORDS, open_question, oversleep, remarks
from tests.core.nevers import check
from tests.room import BANK, Room, room

DAY_S = 24 * 60 * 60


async def reminders(here: Room) -> list[Said]:
    """Return the reminders that were given."""
    return [event for event in await remarks(here) if event.cue is Cue.REMINDER]


async def test_a_paused_interview_is_reminded_of_twice_each_time_once() -> None:
    async with room() as here:
        await here.begin(WORDS)
        await here.do(arrivals.PauseAsked)

        counts = []
        for days in (0.9, 0.2, 1.8, 0.2, 10):
            await here.pass_time(days * DAY_S)
            counts.append(len(await reminders(here)))

        assert counts == [0, 1, 1, 2, 2]
        assert here.now.status is Status.PAUSED
        assert here.now.elapsed_s == 0
        await check(here)


@pytest.mark.parametrize("persona", BANK.personas)
async def test_a_reminder_says_where_the_interview_waits(persona: str) -> None:
    async with room() as here:
        await here.begin(replace(WORDS, persona=persona))
        await here.do(arrivals.SkipAsked)
        await here.do(arrivals.PauseAsked)

        await here.pass_time(DAY_S)

        (reminder,) = await reminders(here)
        assert "waits, at question 2 of 5; nothing is lost" in reminder.text


async def test_whoever_comes_back_and_pauses_again_is_reminded_anew() -> None:
    async with room() as here:
        await here.begin(WORDS)
        await here.do(arrivals.PauseAsked)
        await here.pass_time(4 * DAY_S)
        await here.do(arrivals.ResumeAsked)
        await here.do(arrivals.PauseAsked)

        await here.pass_time(DAY_S)

        assert len(await reminders(here)) == 3
        await check(here)


async def test_after_an_outage_one_reminder_stands_for_all_that_are_overdue() -> None:
    async with room() as here:
        await here.begin(WORDS)
        await here.do(arrivals.PauseAsked)
        oversleep(here, 5 * DAY_S)

        await here.pass_time(5 * DAY_S)

        assert len(await reminders(here)) == 1
        assert here.now.reminders == 2
        await check(here)


async def test_who_never_comes_back_is_let_go_with_what_there_is() -> None:
    async with room() as here:
        await here.begin(WORDS)
        await here.say(" ".join(open_question(here).question.reference.split()))
        await here.do(arrivals.PauseAsked)

        await here.pass_time(15 * DAY_S)

        report = await here.desk.of(here.id)
        assert here.now.ending is Ending.ABANDONED
        assert here.now.status is Status.COMPLETED
        assert ABANDONED in here.said()
        assert report.questions[0].score is not None
        assert report.narrative.startswith("The interview was left in a pause")
        await check(here)


async def test_words_that_nobody_read_are_read_before_it_is_given_up() -> None:
    patient = replace(WORDS, patience=Patience(grace_s=10))
    async with room() as here:
        await here.begin(patient)
        reference = " ".join(open_question(here).question.reference.split())
        await here.say(reference, after_s=1)
        await here.do(arrivals.PauseAsked)

        await here.pass_time(15 * DAY_S)

        assert here.now.closed[0].closing is Closing.ANSWERED
        assert here.now.closed[0].grade == 1
        await check(here)


async def test_who_is_given_up_after_an_outage_is_not_reminded_first() -> None:
    async with room() as here:
        await here.begin(WORDS)
        await here.do(arrivals.PauseAsked)
        oversleep(here, 20 * DAY_S)

        await here.submit(ClockRang(by=CLOCK, kind=WakeKind.REMINDER))

        assert here.now.ending is Ending.ABANDONED
        assert not await reminders(here)
        await check(here)


async def test_after_distress_the_reminder_asks_for_nothing_and_words_do_not_put_it_off() -> None:
    async with room() as here:
        await here.begin(WORDS)
        await here.say("I am having a panic attack")
        paused_at = here.now.paused_at
        await here.say(SOUND, after_s=DAY_S / 2)

        await here.pass_time(DAY_S / 2)

        assert [each.text for each in await reminders(here)] == [STILL_RESTING]
        assert here.now.paused_at == paused_at
        assert paused_at
        assert here.now.now - paused_at == timedelta(seconds=DAY_S)
        assert not await here.events(outcomes.InterviewResumed)
        await check(here)
