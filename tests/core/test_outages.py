"""What the interviewer needs can be away for a while; what was sent is kept until it is back."""

import pytest
from structlog.typing import EventDict

from core.domain import arrivals
from core.domain.arrivals import WakeKind
from core.domain.errors import StaleTurn, StorageUnavailable, Unavailable
from core.domain.interview import InterviewId, Phase
from core.domain.people import CLOCK
from core.line import QUICK_TRIES
from core.mishaps import KEPT
from core.ports.intake import Lane
from tests.core.gates import Board, GatedArchive, Troubled
from tests.core.glances import SOUND, WORDS, oversleep
from tests.core.nevers import check
from tests.core.troubles import answers, ask_for, notices
from tests.fakes.ports.intake import MemoryIntake
from tests.room import CANDIDATE, room

NOBODY = InterviewId("nobody")
AWAY = Unavailable("The mind is elsewhere.")


async def test_an_answer_that_cannot_be_thought_about_is_kept_and_told_once_and_answered_later() -> (
    None
):
    mind = Troubled()
    async with room(listener=mind) as here:
        await here.begin(WORDS)
        before, shown = here.now, len(here.hearing.shown)
        mind.troubles = [AWAY] * 3
        await here.say(SOUND)
        told = here.hearing.shown[shown:]
        stood = here.now
        await here.look()
        again = here.hearing.shown[shown:]
        mind.troubles = []

        await here.look()

        assert stood == before
        assert [(each.text, each.is_failure, each.is_kept) for each in notices(told)] == [
            (KEPT.format(AWAY.reply), True, True)
        ]
        assert again == told
        assert [each.text for each in answers(here)] == [SOUND]
        await check(here)


async def test_what_waited_is_tried_again_by_itself_after_a_while() -> None:
    mind = Troubled()
    async with room(listener=mind) as here:
        await here.begin(WORDS)
        mind.troubles = [AWAY]
        board = Board()
        here.interviews.watchers.append(board.put_up)
        await here.say(SOUND)
        assert not answers(here)

        await board.until(lambda each: bool(each.open and each.open.answers))

        assert [each.text for each in answers(here)] == [SOUND]


async def test_while_something_waits_who_comes_next_waits_behind_it() -> None:
    mind = Troubled()
    async with room(listener=mind) as here:
        await here.begin(WORDS)
        mind.troubles = [AWAY] * 2
        await here.say("First: " + SOUND)
        await here.say("Second: " + SOUND)
        none = answers(here)

        await here.look()

        assert not none
        assert [each.text for each in answers(here)] == ["First: " + SOUND, "Second: " + SOUND]
        await check(here)


async def test_a_second_outage_is_told_of_too_even_of_an_interview_that_is_kept() -> None:
    mind = Troubled()
    async with room(listener=mind) as here:
        await here.begin(WORDS)
        async with here.core.usher.keeping(here.id):
            for _ in range(2):
                mind.troubles = [AWAY]
                await here.say(SOUND)
                await here.look()

        assert len(notices(here.hearing.shown)) == 2
        assert len(answers(here)) == 2


async def test_who_was_second_tries_again_at_once_and_nobody_hears_of_it(
    logs: list[EventDict],
) -> None:
    archive = GatedArchive()
    async with room(archive=archive) as here:
        await here.begin(WORDS)
        archive.refusal = StaleTurn("Somebody else was first.")
        await here.inbox.submit(here.id, arrivals.RepeatAsked(by=CANDIDATE))
        while not any(each["event"] == "turn_lost" for each in logs):
            await archive.head(here.id)
        archive.refusal = None
        await here.inbox.settled(here.id)

        await here.say(SOUND)

        assert not notices(here.hearing.shown)
        assert len(await here.events(arrivals.RepeatAsked)) == 1
        assert [each.text for each in answers(here)] == [SOUND]
        await check(here)


async def test_a_turn_that_cannot_be_kept_is_not_shown_and_not_lost() -> None:
    archive = GatedArchive()
    async with room(archive=archive) as here:
        await here.begin(WORDS)
        before, shown = here.now, len(here.hearing.shown)
        archive.refusal = StorageUnavailable("The disk is away.")
        await here.say(SOUND)
        told, stood = here.hearing.shown[shown:], here.now
        archive.refusal = None

        await here.look()

        assert [each.text for each in notices(told)] == [KEPT.format("The disk is away.")]
        assert stood == before
        assert [each.text for each in answers(here)] == [SOUND]
        await check(here)


async def test_while_nothing_can_be_read_who_sends_something_is_told_it_was_not_taken() -> None:
    archive = GatedArchive()
    async with room(archive=archive) as here:
        await here.begin(WORDS)
        await here.say(SOUND)
        archive.trouble = StorageUnavailable("The disk is away.")
        with pytest.raises(StorageUnavailable, match="The disk is away"):
            await here.do(arrivals.RepeatAsked)
        archive.trouble = None

        await here.do(arrivals.RepeatAsked)

        assert len(await here.events(arrivals.RepeatAsked)) == 1
        await check(here)


async def test_when_all_stands_still_that_is_told_once_and_it_goes_on_by_itself() -> None:
    archive = GatedArchive()
    async with room(archive=archive) as here:
        await here.begin(WORDS)
        async with here.core.usher.keeping(here.id):
            shown = len(here.hearing.shown)
            await MemoryIntake(archive).take(
                here.id, arrivals.RepeatAsked(by=CANDIDATE), Lane.WORDS, here.clock.now()
            )
            archive.trouble = StorageUnavailable("The disk is away.")
            for _ in range(3):
                await here.look()
            told = here.hearing.shown[shown:]
            archive.trouble = None

            await here.look()

            assert [(each.text, each.is_kept) for each in notices(told)] == [
                ("The disk is away.", True)
            ]
            assert len(await here.events(arrivals.RepeatAsked)) == 1


async def test_an_interview_that_cannot_be_begun_now_begins_by_itself_later() -> None:
    archive = GatedArchive(refusal=StorageUnavailable("The disk is away."))
    async with room(archive=archive) as here:
        here.id = await ask_for(here, WORDS)
        told = list(here.hearing.shown)
        nothing = await archive.summaries()
        archive.refusal = None

        await here.look()

        assert [each.text for each in notices(told)] == [KEPT.format("The disk is away.")]
        assert not nothing
        assert here.now.phase is Phase.QUESTION
        await check(here)


async def test_who_is_second_again_and_again_tries_at_once_a_few_times_and_then_waits() -> None:
    archive = GatedArchive()
    async with room(archive=archive) as here:
        await here.begin(WORDS)
        archive.refusal = StaleTurn("Somebody else was first.")
        before = archive.tried
        await here.say(SOUND)
        tries = archive.tried - before
        archive.refusal = None

        await here.look()

        assert tries == QUICK_TRIES + 1
        assert [each.text for each in answers(here)] == [SOUND]
        assert not notices(here.hearing.shown)


async def test_a_mind_that_ran_out_of_time_by_itself_was_not_interrupted(
    logs: list[EventDict],
) -> None:
    mind = Troubled()
    async with room(listener=mind) as here:
        await here.begin(WORDS)
        mind.troubles = [TimeoutError()]

        await here.say(SOUND)

        assert [each.text for each in answers(here)] == [SOUND]
        assert [each["event"] for each in logs] == ["turn_failed", "turn_broke"]


async def test_a_ring_that_somebody_brings_is_not_kept_if_it_fails() -> None:
    archive = GatedArchive()
    async with room(archive=archive) as here:
        await here.begin(WORDS)
        oversleep(here, 91)
        archive.refusal = StorageUnavailable("The disk is away.")

        await here.submit(arrivals.ClockRang(by=CLOCK, kind=WakeKind.SILENCE))

        assert await MemoryIntake(archive).count(here.id) == 0
        assert [each.text for each in notices(here.hearing.shown)] == ["The disk is away."]
