"""An answer may come in several messages: they are noted first, and read as one."""

from datetime import timedelta

import pytest

from core.domain import arrivals, outcomes
from core.domain.arrivals import ClockRang, WakeKind
from core.domain.evolve import rebuild
from core.domain.interview import Phase, Status
from core.domain.outcomes import Ending
from core.domain.people import CLOCK
from core.domain.question import InterviewType
from core.domain.reading import Depth, Intent, Move
from core.domain.setting import Cue
from core.domain.setup import Patience, Setup
from core.domain.wakes import next_wake, wakes
from tests.core.candidates import Strong, Weak, converse
from tests.core.glances import (
    GRACE_S,
    PATIENT,
    SOUND,
    WORDS,
    last_answer,
    note,
    open_question,
    oversleep,
    reference,
    remarks,
    understood,
)
from tests.core.nevers import check
from tests.room import room

STORY = "We kept a hash map of what was seen, with an index beside it, and measured both in tests."


async def test_with_a_grace_words_are_noted_and_nothing_is_said() -> None:
    async with room() as here:
        await here.begin(PATIENT)
        shown = len(here.hearing.shown)

        await here.say(SOUND, after_s=1)

        entries = await here.entries()
        assert [type(entry.event) for entry in entries[-2:]] == [
            arrivals.AnswerGiven,
            outcomes.MoveChosen,
        ]
        assert len(here.hearing.shown) == shown
        assert open_question(here).unread == (await last_answer(here),)
        await check(here)


async def test_what_comes_within_the_grace_is_read_as_one_answer() -> None:
    async with room() as here:
        await here.begin(PATIENT)
        first, second = reference(here)[:200], reference(here)[200:]
        await here.say(first, second, "That is all.", after_s=GRACE_S - 1)
        said = open_question(here).unread

        await here.pass_time(GRACE_S)

        (reading,) = await understood(here)
        assert reading.turn == said[-1]
        assert reading.reading.depth is Depth.STRONG
        assert open_question(here).unread == ()
        assert open_question(here).grade > 0.5 or here.now.closed[0].grade
        await check(here)


async def test_messages_in_a_row_are_read_as_the_same_words_in_one_would_be() -> None:
    readings = []
    for patience in (Patience(), Patience(grace_s=GRACE_S)):
        async with room() as here:
            await here.begin(Setup(seed=5, type=InterviewType.CONCEPTS, patience=patience))
            words = (SOUND, STORY)
            await here.say(*(words if patience.grace_s else ["\n".join(words)]), after_s=1)
            await here.pass_time(GRACE_S)
            readings.append((await understood(here))[0].reading)

    assert readings[0] == readings[1]


async def test_whoever_is_done_is_answered_at_once() -> None:
    async with room() as here:
        await here.begin(PATIENT)
        turns = len(await here.turns())
        await here.say(SOUND, after_s=1)

        await here.do(arrivals.AnswerDone)

        assert len(await understood(here)) == 1
        assert isinstance(
            (await here.entries())[-1].event, outcomes.FollowedUp | outcomes.QuestionAsked
        )
        assert len(await here.turns()) == turns + 2
        await check(here)


async def test_done_with_nothing_to_read_changes_nothing() -> None:
    async with room() as here:
        await here.begin(PATIENT)
        shown = len(here.hearing.shown)

        await here.do(arrivals.AnswerDone)
        await here.do(arrivals.PauseAsked)
        await here.do(arrivals.AnswerDone)

        assert len(here.hearing.shown) == shown + 1
        assert here.now.status is Status.PAUSED
        await check(here)


async def test_while_words_are_unread_no_silence_is_broken() -> None:
    async with room() as here:
        await here.begin(PATIENT)
        await here.say(SOUND, after_s=1)

        kinds = {wake.kind for wake in wakes(here.now)}
        wake = next_wake(here.now)

        assert kinds == {WakeKind.GRACE, WakeKind.TIME_OUT, WakeKind.TIME_SHORT}
        assert wake
        assert (wake.kind, wake.at) == (
            WakeKind.GRACE,
            here.now.now + timedelta(seconds=GRACE_S),
        )


async def test_a_ring_of_grace_that_is_heard_late_takes_no_time() -> None:
    async with room() as here:
        await here.begin(PATIENT)
        await here.say(SOUND, after_s=20)
        oversleep(here, 500)

        await here.submit(ClockRang(by=CLOCK, kind=WakeKind.GRACE))

        assert here.now.elapsed_s == 20 + GRACE_S
        assert not open_question(here).unread


async def test_small_talk_in_several_messages_is_no_answer() -> None:
    async with room() as here:
        await here.begin(PATIENT)
        await here.say("Let me think", "Let me think", after_s=1)

        await here.pass_time(GRACE_S)

        assert [each.reading.intent for each in await understood(here)] == [Intent.THINKING]
        assert open_question(here).answers == ()
        assert (await remarks(here))[-1].cue is Cue.TAKE_YOUR_TIME
        await check(here)


async def test_yes_to_an_offered_hint_is_understood_after_the_grace_too() -> None:
    async with room() as here:
        await here.begin(PATIENT)
        await here.say("I don't know.", after_s=1)
        await here.pass_time(GRACE_S)

        await here.say("yes please", after_s=1)
        await here.pass_time(GRACE_S)

        assert (await remarks(here))[-1].cue is Cue.OFFER_HINT
        assert len(await here.events(outcomes.HintGiven)) == 1
        await check(here)


async def test_without_a_grace_words_that_were_only_noted_are_due_at_once() -> None:
    async with room() as here:
        await here.begin(WORDS)

        await note(here, SOUND)
        wake = next_wake(here.now)
        await here.pass_time(0)

        assert wake
        assert (wake.kind, wake.at) == (WakeKind.GRACE, here.now.now)
        assert len(await understood(here)) == 1
        assert rebuild(here.id, await here.entries()) == here.now
        await check(here)


async def test_what_was_noted_is_read_together_with_what_comes_next() -> None:
    async with room() as here:
        await here.begin(WORDS)
        await note(here, reference(here)[:250])

        await here.do(arrivals.AnswerGiven, text=reference(here)[250:])

        (reading,) = await understood(here)
        assert reading.reading.depth is Depth.STRONG
        await check(here)


@pytest.mark.parametrize("who", [Strong, Weak])
async def test_whole_interviews_are_held_with_a_grace(who: type[Strong | Weak]) -> None:
    async with room() as here:
        await here.begin(PATIENT)

        await converse(here, who())

        assert here.now.ending is Ending.FINISHED
        assert (await here.finish()).headline.overall is not None
        assert here.now.phase is Phase.OVER
        moves = await here.events(outcomes.MoveChosen)
        assert any(
            isinstance(each, outcomes.MoveChosen) and each.move is Move.WAIT for each in moves
        )
        await check(here)
