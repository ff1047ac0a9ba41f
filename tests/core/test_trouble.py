"""Stages and code of ours can fail; interviews outlive that."""

from dataclasses import replace
from datetime import timedelta

import pytest
from structlog.typing import EventDict

from core.domain import arrivals
from core.domain.changes import IllegalEvent
from core.domain.errors import Unavailable
from core.domain.interview import InterviewId, Phase
from core.domain.messages import Notice
from core.domain.people import TERMINAL, PlaceKind
from core.domain.setting import Cue
from core.domain.setup import Setup
from core.mishaps import TRIES
from core.timers import RETRY_S
from tests.core.gates import GatedArchive, Troubled
from tests.core.glances import SOUND, WORDS
from tests.core.nevers import check
from tests.core.troubles import Breaking, Failing, answers, ask_for, notices
from tests.fakes.ports.intake import MemoryIntake
from tests.room import BANK, CANDIDATE, Around, room

NOBODY = InterviewId("nobody")
AWAY = Unavailable("The mind is elsewhere.")


async def test_a_bug_is_logged_with_its_reference_and_told_and_the_next_event_is_handled(
    logs: list[EventDict],
) -> None:
    neutral = BANK.personas["neutral"]
    mute = replace(
        neutral, lines={cue: said for cue, said in neutral.lines.items() if cue is not Cue.REPEAT}
    )
    async with room(bank=replace(BANK, personas={"neutral": mute})) as here:
        await here.begin(WORDS)
        await here.do(arrivals.RepeatAsked)
        told = here.hearing.shown[-1]

        await here.say(SOUND)

        broke = [each for each in logs if each["event"] == "turn_broke"]
        assert {(each["arrival"], each["exc_info"]) for each in broke} == {("RepeatAsked", True)}
        assert len(broke) == TRIES
        assert isinstance(told, Notice)
        assert (told.is_failure, told.is_kept) == (True, False)
        assert broke[-1]["reference"] in told.text
        assert len(notices(here.hearing.shown)) == 1
        assert len(answers(here)) == 1
        await check(here)


async def test_a_bug_that_passes_is_noted_and_nobody_hears_of_it(logs: list[EventDict]) -> None:
    mind = Troubled()
    async with room(listener=mind) as here:
        await here.begin(WORDS)
        mind.troubles = [ZeroDivisionError()] * (TRIES - 1)

        await here.say(SOUND)

        assert [each.text for each in answers(here)] == [SOUND]
        assert not notices(here.hearing.shown)
        assert [each["event"] for each in logs].count("turn_broke") == TRIES - 1
        await check(here)


async def test_a_failure_where_the_graph_listens_is_not_repeated_with_every_later_event() -> None:
    async with room() as here:
        await here.begin(WORDS)
        again = arrivals.InterviewRequested(by=CANDIDATE, setup=Setup(seed=1), place=TERMINAL)
        with pytest.raises(IllegalEvent):
            await here.interviews.conductor.turn(here.now, again, here.clock.now(), fence=1)

        await here.say(SOUND)

        assert len(answers(here)) == 1
        await check(here)


@pytest.mark.parametrize("failure", [ZeroDivisionError(), Unavailable("Not just now.")])
async def test_an_evaluation_that_fails_is_told_once_and_tried_again_by_itself(
    failure: Exception, logs: list[EventDict]
) -> None:
    evaluator = Failing(failure, times=2)
    async with room(evaluator=evaluator) as here:
        await here.begin(WORDS)
        await here.say(SOUND)
        await here.do(arrivals.EndAsked)
        phases = []
        for _ in range(3):
            phases.append(here.now.phase)
            here.clock.turn_to(here.clock.now() + timedelta(seconds=RETRY_S))
            await here.look()

        assert phases == [Phase.EVALUATING, Phase.EVALUATING, Phase.OVER]
        assert evaluator.tries == 3
        told = notices(here.hearing.shown)
        assert [each.is_kept for each in told] == [True]
        assert [each["event"] for each in logs].count("ring_failed") == 2
        await check(here)


async def test_an_evaluation_that_fails_is_not_tried_without_a_pause() -> None:
    evaluator = Failing(Unavailable("Not just now."), times=9)
    async with room(evaluator=evaluator) as here:
        await here.begin(WORDS)
        await here.do(arrivals.EndAsked)
        for _ in range(5):
            await here.look()

        assert evaluator.tries == 1


async def test_who_cannot_be_shown_anything_stops_nobody(logs: list[EventDict]) -> None:
    hearing = Breaking()
    mind = Troubled()
    around = Around(stages={PlaceKind.TERMINAL: hearing})
    async with room(listener=mind, around=around) as here:
        await here.begin(WORDS)
        other = here.id
        await here.begin(WORDS)
        hearing.is_broken = True
        mind.troubles = [AWAY]
        await here.say(SOUND)
        hearing.is_broken = False

        await here.look()
        answered = answers(here)
        here.id = other
        await here.do(arrivals.RepeatAsked)

        lost = [each for each in logs if each["event"] == "notice_lost"]
        assert [each["why"] for each in lost] == ["ConnectionResetError"]
        assert len(answered) == 1
        assert len(await here.events(arrivals.RepeatAsked)) == 1


@pytest.mark.parametrize(
    ("setup", "says"),
    [
        (Setup(seed=1, persona="pirate"), "no persona 'pirate'. Choose from bar-raiser, f"),
        (Setup(seed=1, pattern="circus"), "no company pattern 'circus'. Choose from big-tech"),
    ],
)
async def test_an_unknown_persona_or_pattern_is_refused_at_its_place_with_what_there_is(
    setup: Setup, says: str
) -> None:
    async with room() as here:
        id_ = await ask_for(here, setup)

        told = notices(here.hearing.shown)
        assert len(told) == len(here.hearing.shown) == 1
        assert says in told[0].text
        assert not told[0].is_failure
        assert await MemoryIntake(here.archive).count(id_) == 0
        assert not await here.archive.summaries()


async def test_a_log_that_makes_no_interview_stops_nobody_else(logs: list[EventDict]) -> None:
    archive = GatedArchive()
    async with room(archive=archive) as before:
        await before.begin(WORDS)
    log = archive._logs[before.id]
    log[0], log[1] = log[1], log[0]
    async with room(archive=archive) as here:
        await here.inbox.submit(before.id, arrivals.RepeatAsked(by=CANDIDATE))
        await here.inbox.settled(before.id)

        stuck = next(each for each in logs if each["event"] == "stuck")
        here.inbox = replace(here.inbox, new_id=lambda _: NOBODY)
        await here.begin(WORDS)

        assert stuck["log_level"] == "error"
        assert stuck["reference"]
        assert await MemoryIntake(archive).count(before.id) == 1
