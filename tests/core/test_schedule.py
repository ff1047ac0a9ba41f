"""Interviews that begin later."""

from datetime import timedelta

import pytest

from core.domain import arrivals, outcomes
from core.domain.arrivals import Arrival, ClockRang, WakeKind
from core.domain.challenge import Language
from core.domain.interview import Phase, Status
from core.domain.messages import Notice
from core.domain.outcomes import Ending
from core.domain.people import CLOCK
from core.domain.reading import Move
from core.domain.setting import Cue
from core.domain.setup import Setup
from core.domain.wakes import wakes
from core.graph.nodes.close import CANCELLED
from tests.core.glances import SOUND, WORDS, open_question, oversleep, remarks, schedule, whisper
from tests.core.nevers import check
from tests.room import CANDIDATE, COACH, NINE_O_CLOCK, room

DAY_S = 24 * 60 * 60
WHEN = "Tuesday 6 January, 09:00 UTC"


async def test_an_interview_for_later_is_confirmed_with_its_moment_and_not_begun() -> None:
    async with room() as here:
        await schedule(here, DAY_S)

        requested, scheduled = (entry.event for entry in await here.entries())
        assert isinstance(requested, arrivals.InterviewRequested)
        assert isinstance(scheduled, outcomes.InterviewScheduled)
        assert WHEN in scheduled.text
        assert here.now.status is Status.SCHEDULED
        assert here.now.phase is Phase.OPENING
        assert here.now.open is None
        assert {wake.kind for wake in wakes(here.now)} == {WakeKind.BEGIN, WakeKind.REMINDER}
        await check(here)


async def test_it_is_reminded_of_ten_minutes_before_and_begins_on_time() -> None:
    async with room() as here:
        await schedule(here, DAY_S)

        await here.pass_time(DAY_S - 601)
        before = await remarks(here)
        await here.pass_time(1)
        (reminder,) = await remarks(here)
        await here.pass_time(600)

        assert not before
        assert reminder.cue is Cue.REMINDER
        assert f"begins in about 10 minutes, on {WHEN}" in reminder.text
        assert here.now.status is Status.IN_PROGRESS
        assert here.now.began_at == NINE_O_CLOCK + timedelta(seconds=DAY_S)
        assert here.now.elapsed_s == 0
        assert open_question(here).number == 1
        await check(here)


async def test_shortly_ahead_there_is_nothing_to_be_reminded_of() -> None:
    async with room() as here:
        await schedule(here, 600)

        await here.pass_time(600)

        assert not await remarks(here)
        assert here.now.status is Status.IN_PROGRESS
        await check(here)


async def test_a_moment_that_is_past_means_now() -> None:
    async with room() as here:
        await schedule(here, -5)

        assert here.now.status is Status.IN_PROGRESS
        assert open_question(here).number == 1
        assert here.now.begins_at is None


async def test_whoever_is_ready_earlier_begins_earlier() -> None:
    async with room() as here:
        await schedule(here, DAY_S)
        await here.pass_time(1_000)

        await here.do(arrivals.ResumeAsked)
        await here.say(SOUND)

        assert here.now.began_at == NINE_O_CLOCK + timedelta(seconds=1_000)
        assert here.now.elapsed_s == 20
        assert WakeKind.BEGIN not in {wake.kind for wake in wakes(here.now)}
        await check(here)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (arrivals.AnswerGiven, {"text": SOUND}),
        (arrivals.AnswerDone, {}),
        (arrivals.AnswerWithdrawn, {"turn": "t1"}),
        (arrivals.HintAsked, {}),
        (arrivals.SkipAsked, {}),
        (arrivals.PauseAsked, {}),
        (arrivals.ConfidenceGiven, {"value": 2}),
        (arrivals.CodeSubmitted, {"submission": "s", "language": Language.GO, "source": "x"}),
    ],
)
async def test_before_the_beginning_everything_is_met_with_its_moment(
    kind: type[Arrival], fields: dict[str, object]
) -> None:
    async with room() as here:
        await schedule(here, DAY_S)

        await here.do(kind, **fields)

        assert WHEN in (await remarks(here))[-1].text
        assert here.now.status is Status.SCHEDULED
        assert not await here.events(outcomes.AnswerUnderstood)
        await here.pass_time(DAY_S)
        assert open_question(here).answers == ()
        await check(here)


async def test_a_coach_can_neither_begin_nor_be_heard_before_the_beginning() -> None:
    async with room() as here:
        await schedule(here, DAY_S)

        await whisper(here, "say", "Good luck!")
        await here.submit(arrivals.ResumeAsked(by=COACH, origin=here.origin()))

        assert here.now.status is Status.SCHEDULED
        assert "Good luck!" not in here.said()
        assert WHEN in here.said()


async def test_calling_it_off_ends_it_with_a_farewell_and_without_a_score() -> None:
    async with room() as here:
        await schedule(here, DAY_S)

        report = await here.finish()

        assert here.now.status is Status.CANCELLED
        assert here.now.ending is Ending.ASKED
        assert CANCELLED in here.said()
        assert (report.questions, report.headline.overall) == ((), None)
        assert wakes(here.now) == ()
        await check(here)


async def test_after_an_outage_it_begins_once_somebody_is_there_to_begin_it() -> None:
    async with room() as here:
        await schedule(here, DAY_S)
        oversleep(here, DAY_S + 7_200)

        await here.submit(ClockRang(by=CLOCK, kind=WakeKind.REMINDER))
        await here.say(SOUND)

        assert not [event for event in await remarks(here) if event.cue is Cue.REMINDER]
        assert here.now.began_at == NINE_O_CLOCK + timedelta(seconds=DAY_S + 7_200)
        assert here.now.elapsed_s == 20
        await check(here)


async def test_another_process_finds_it_scheduled_and_lets_it_begin() -> None:
    async with room() as here:
        await schedule(here, DAY_S)
        async with room(archive=here.archive) as other:
            other.id = here.id
            other.saw(await other.interviews.look(here.id))

            await other.pass_time(DAY_S)

            assert other.now.status is Status.IN_PROGRESS
            assert open_question(other).number == 1
            await check(other)


async def test_the_transcript_counts_from_the_beginning() -> None:
    async with room() as here:
        await schedule(here, DAY_S)
        await here.pass_time(DAY_S)
        await here.say(SOUND)

        at_s = [turn.at_s for turn in await here.turns()]
        assert at_s[:3] == [0, 0, 0]
        assert at_s[-1] == 20


async def test_what_cannot_be_held_is_not_scheduled() -> None:
    async with room() as here:
        await schedule(here, DAY_S, Setup(seed=1, persona="nobody"))

        (told,) = here.hearing.shown
        assert isinstance(told, Notice)
        assert "There is no persona 'nobody'." in told.text
        assert await here.archive.head(here.id) == 0


async def test_the_decision_to_begin_is_in_the_log() -> None:
    async with room() as here:
        await schedule(here, 300, WORDS)

        await here.pass_time(300)

        chosen = (await here.events(outcomes.MoveChosen))[0]
        assert isinstance(chosen, outcomes.MoveChosen)
        assert chosen.move is Move.BEGIN
        assert here.now.candidate == CANDIDATE
