"""What candidates do while words of theirs were noted and not yet read."""

import pytest

from core.domain import arrivals, messages, outcomes
from core.domain.arrivals import ClockRang, WakeKind
from core.domain.challenge import Language
from core.domain.interview import Status
from core.domain.outcomes import Closing, Ending, PauseReason
from core.domain.people import CLOCK
from core.domain.reading import Depth
from core.domain.setting import Cue
from core.graph.care import DISTRESS
from tests.core.glances import (
    GRACE_S,
    PATIENT,
    SOUND,
    last_answer,
    note,
    open_question,
    oversleep,
    reference,
    remarks,
    understood,
    whisper,
)
from tests.core.nevers import check
from tests.room import room

STORY = "We kept a hash map of what was seen, with an index beside it, and measured both in tests."


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (arrivals.HintAsked, {}),
        (arrivals.RepeatAsked, {}),
        (arrivals.ConfidenceGiven, {"value": 3}),
        (arrivals.LanguageChosen, {"language": Language.GO}),
    ],
)
async def test_a_wish_in_between_is_met_and_leaves_the_words_unread(
    kind: type[arrivals.Arrival], fields: dict[str, object]
) -> None:
    async with room() as here:
        await here.begin(PATIENT)
        await here.say(SOUND, after_s=1)
        shown = len(here.hearing.shown)

        await here.do(kind, **fields)

        (met,) = here.hearing.shown[shown:]
        assert not isinstance(met, messages.Notice)
        assert len(open_question(here).unread) == 1
        await here.pass_time(GRACE_S)
        assert len(await understood(here)) == 1
        await check(here)


@pytest.mark.parametrize("kind", [arrivals.SkipAsked, arrivals.EndAsked])
async def test_before_a_question_is_let_go_what_was_said_is_read(
    kind: type[arrivals.Arrival],
) -> None:
    async with room() as here:
        await here.begin(PATIENT)
        await here.say(reference(here)[:300], reference(here)[300:], after_s=1)

        await here.do(kind)

        assert here.now.closed[0].closing is Closing.ANSWERED
        assert here.now.closed[0].grade == 1
        await check(here)


async def test_the_end_of_the_time_reads_what_was_said() -> None:
    async with room() as here:
        await here.begin(PATIENT)
        oversleep(here, 60 * 60 - 1)
        await note(here, reference(here))
        oversleep(here, 60)

        await here.submit(ClockRang(by=CLOCK, kind=WakeKind.TIME_OUT))

        assert here.now.ending is Ending.TIME_OUT
        assert here.now.closed[0].grade == 1
        await check(here)


async def test_a_coach_who_moves_on_loses_nothing_that_was_said() -> None:
    async with room() as here:
        await here.begin(PATIENT)
        await here.say(reference(here), after_s=1)

        await whisper(here, "skip")

        assert here.now.closed[0].grade == 1
        await check(here)


@pytest.mark.parametrize("kind", [arrivals.SkipAsked, arrivals.AnswerDone])
async def test_who_is_not_well_is_met_with_a_pause_whatever_they_press(
    kind: type[arrivals.Arrival],
) -> None:
    async with room() as here:
        await here.begin(PATIENT)
        await here.say("I am having a panic attack", after_s=1)

        await here.do(kind)

        assert here.now.paused is PauseReason.CARE
        assert DISTRESS in here.said()
        await check(here)


async def test_a_pause_comes_at_once_and_whoever_resumes_is_answered() -> None:
    async with room() as here:
        await here.begin(PATIENT)
        await here.say(SOUND, after_s=1)
        await here.do(arrivals.PauseAsked)
        waiting = open_question(here).unread
        await here.pass_time(3_600)

        await here.do(arrivals.ResumeAsked)

        kinds = [type(entry.event) for entry in (await here.entries())[-5:-1]]
        assert len(waiting) == 1
        assert kinds == [
            arrivals.ResumeAsked,
            outcomes.InterviewResumed,
            outcomes.AnswerUnderstood,
            outcomes.MoveChosen,
        ]
        assert here.now.elapsed_s == 1
        await check(here)


async def test_done_in_a_pause_goes_on_with_what_was_said() -> None:
    async with room() as here:
        await here.begin(PATIENT)
        await here.say(SOUND, after_s=1)
        await here.do(arrivals.PauseAsked)

        await here.do(arrivals.AnswerDone)

        assert here.now.status is Status.IN_PROGRESS
        assert len(await understood(here)) == 1
        await check(here)


async def test_a_wish_for_a_pause_that_was_had_is_not_granted_twice() -> None:
    async with room() as here:
        await here.begin(PATIENT)
        await here.say("Let's take a break", after_s=1)
        await here.do(arrivals.PauseAsked)

        await here.do(arrivals.ResumeAsked)

        assert here.now.status is Status.IN_PROGRESS
        assert (await remarks(here))[-1].cue is Cue.REPEAT
        await check(here)


async def test_unread_words_can_be_put_otherwise_and_the_grace_begins_again() -> None:
    async with room() as here:
        await here.begin(PATIENT)
        await here.say(SOUND, after_s=1)
        turn = await last_answer(here)
        await here.pass_time(GRACE_S - 1)

        await here.do(arrivals.AnswerRevised, turn=turn, text=reference(here))
        await here.pass_time(GRACE_S - 1)
        still = await understood(here)
        await here.pass_time(1)

        assert not still
        assert (await understood(here))[0].reading.depth is Depth.STRONG
        await check(here)


async def test_unread_words_that_are_withdrawn_are_never_read() -> None:
    async with room() as here:
        await here.begin(PATIENT)
        await here.say(SOUND, STORY, after_s=1)
        one, other = open_question(here).unread

        await here.do(arrivals.AnswerWithdrawn, turn=other)
        left = open_question(here).unread
        await here.do(arrivals.BackAsked)

        assert left == (one,)
        assert open_question(here).unread == ()
        assert not await understood(here)
        await check(here)


async def test_a_correction_of_what_was_read_leaves_the_newest_words_waiting() -> None:
    async with room() as here:
        await here.begin(PATIENT)
        await here.say(reference(here)[:80], after_s=1)
        await here.pass_time(GRACE_S)
        read = await last_answer(here)
        await here.say(SOUND, after_s=1)
        newest = open_question(here).unread

        await here.do(arrivals.AnswerWithdrawn, turn=read)

        assert open_question(here).unread == newest
        assert not isinstance((await here.entries())[-1].event, outcomes.Said)
        await here.pass_time(GRACE_S)
        assert (await understood(here))[-1].turn == newest[-1]
        await check(here)
