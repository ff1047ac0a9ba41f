"""The inbox: one turn at a time for each interview, in order, and nobody in anybody's way."""

import asyncio
from dataclasses import replace

import pytest

from core.domain import arrivals
from core.domain.arrivals import AnswerGiven
from core.domain.errors import (
    GreenroomError,
    NoSuchInterview,
    Refused,
    StorageUnavailable,
    Unavailable,
)
from core.domain.interview import InterviewId
from core.domain.messages import Notice
from core.domain.outcomes import Ending
from core.domain.people import TERMINAL, Origin
from core.domain.setup import Setup
from core.inbox import CLOSING, FULL, WAITING, Inbox
from tests.core.gates import GatedArchive
from tests.core.glances import SOUND, WORDS
from tests.core.nevers import check
from tests.fakes.ports.intake import MemoryIntake
from tests.room import CANDIDATE, Room, room

NOBODY = InterviewId("nobody")


async def test_arrivals_are_handled_in_the_order_in_which_they_came() -> None:
    async with room(archive=GatedArchive()) as here:
        await here.begin(WORDS)

        async with asyncio.TaskGroup() as tasks:
            for number in range(12):
                tasks.create_task(here.inbox.submit(here.id, _answer(number)))
        await here.inbox.settled(here.id)

        assert await _numbers(here) == list(range(12))
        await check(here)


async def test_a_new_process_begins_with_one_line_for_all_who_come_at_once() -> None:
    archive = GatedArchive()
    async with room(archive=archive) as before:
        await before.begin(WORDS)
    async with room(archive=archive) as here:
        here.id = before.id

        async with asyncio.TaskGroup() as tasks:
            for number in range(6):
                tasks.create_task(here.inbox.submit(here.id, _answer(number)))
        await here.inbox.settled(here.id)

        assert await _numbers(here) == list(range(6))
        assert not any(isinstance(each, Notice) for each in here.hearing.shown)


async def test_one_interview_does_not_wait_for_another() -> None:
    archive = GatedArchive()
    async with room(archive=archive) as here:
        await here.begin(WORDS)
        slow = archive.shut = here.id
        await here.inbox.submit(slow, _answer(1))
        await archive.waits.wait()

        await here.begin(WORDS)
        await here.say(SOUND)
        head = await archive.head(slow)
        archive.opened.set()
        await here.inbox.settled(slow)

        assert len(await here.events(AnswerGiven)) == 1
        assert await archive.head(slow) > head


async def test_who_sends_too_much_at_once_is_asked_to_wait() -> None:
    archive = GatedArchive()
    async with room(archive=archive) as here:
        await here.begin(WORDS)
        archive.shut = here.id
        await here.inbox.submit(here.id, _note(0))
        await archive.waits.wait()
        for number in range(1, WAITING):
            await here.inbox.submit(here.id, _note(number))

        with pytest.raises(Refused) as refused:
            await here.inbox.submit(here.id, _note(WAITING))

        assert refused.value.reply == FULL
        archive.shut = None
        archive.opened.set()
        await here.inbox.settled(here.id)
        assert len(await here.events(arrivals.ConfidenceGiven)) == WAITING


async def test_what_came_twice_is_handled_once() -> None:
    async with room() as here:
        await here.begin(WORDS)
        await here.submit(_answer(1))
        before = here.now

        await here.submit(_answer(1))

        assert here.now == before
        assert await _numbers(here) == [1]


async def test_a_later_revision_of_the_same_message_is_something_new() -> None:
    async with room() as here:
        await here.begin(WORDS)
        await here.submit(_answer(1))
        turn = (await here.turns())[-2].id
        revised = arrivals.AnswerRevised(
            by=CANDIDATE, origin=Origin("m1", 1), turn=turn, text="No."
        )

        await here.submit(revised)
        await here.submit(revised)

        assert len(await here.events(arrivals.AnswerRevised)) == 1


async def test_everybody_who_writes_to_an_unknown_interview_is_told() -> None:
    async with room(archive=GatedArchive()) as here:
        told: list[GreenroomError] = []

        async with asyncio.TaskGroup() as tasks:
            for number in range(3):
                tasks.create_task(_send(here.inbox, NOBODY, number, told))
        await here.inbox.settled(NOBODY)

        assert [type(each) for each in told] == [NoSuchInterview] * 3


async def test_an_interview_that_cannot_be_found_now_can_be_found_later() -> None:
    archive = GatedArchive()
    async with room(archive=archive) as before:
        await before.begin(WORDS)
    async with room(archive=archive) as here:
        here.id = before.id
        archive.trouble = StorageUnavailable("The disk is away.")
        with pytest.raises(StorageUnavailable):
            await here.submit(_answer(1))
        archive.trouble = None

        await here.submit(_answer(1))

        assert await _numbers(here) == [1]


@pytest.mark.parametrize("kind", [arrivals.HintAsked, arrivals.EndAsked, arrivals.ResumeAsked])
async def test_what_comes_after_the_end_is_refused_with_a_sentence(
    kind: type[arrivals.Arrival],
) -> None:
    async with room() as here:
        await here.begin(WORDS)
        await here.finish()
        before = await here.entries()

        await here.do(kind)

        told = here.hearing.shown[-1]
        assert isinstance(told, Notice)
        assert "over" in told.text
        assert not told.is_failure
        assert await here.entries() == before


async def test_nobody_is_bothered_with_what_nobody_asked_for_after_the_end() -> None:
    async with room() as here:
        await here.begin(WORDS)
        await here.finish()
        shown = len(here.hearing.shown)

        await here.do(arrivals.PlaceLost)

        assert len(here.hearing.shown) == shown


async def test_an_interview_is_not_begun_twice() -> None:
    async with room() as here:
        await here.begin(WORDS)

        await here.do(arrivals.InterviewRequested, setup=Setup(seed=1), place=TERMINAL)
        await here.say(SOUND)

        assert "has begun already" in here.said()
        await check(here)


async def test_nothing_is_kept_in_hand_of_an_interview_that_rests() -> None:
    archive = GatedArchive()
    async with room(archive=archive) as here:
        await here.begin(WORDS)
        archive.shut = here.id
        await here.inbox.submit(here.id, _answer(1))
        await archive.waits.wait()
        busy = set(here.core.usher._lines)
        archive.opened.set()

        await here.inbox.settled(here.id)
        await asyncio.sleep(0)

        assert busy == {here.id}
        assert not here.core.usher._lines


async def test_who_comes_while_the_house_closes_is_told_and_nothing_is_taken() -> None:
    async with room() as here:
        await here.begin(WORDS)
    before = await here.entries()

    with pytest.raises(Unavailable) as told:
        await here.inbox.submit(here.id, _answer(1))

    assert told.value.reply == CLOSING
    assert await MemoryIntake(here.archive).count(here.id) == 0
    assert await here.entries() == before


async def test_who_wants_to_stop_can_say_so_where_nothing_else_fits_in() -> None:
    archive = GatedArchive()
    async with room(archive=archive) as here:
        await here.begin(WORDS)
        archive.shut = here.id
        await here.inbox.submit(here.id, _note(0))
        await archive.waits.wait()
        for number in range(1, WAITING):
            await here.inbox.submit(here.id, _note(number))

        await here.inbox.submit(here.id, arrivals.EndAsked(by=CANDIDATE, origin=Origin("end")))
        archive.shut = None
        archive.opened.set()
        await here.inbox.settled(here.id)

        assert here.now.ending is Ending.ASKED
        # What was said before the wish to stop came in time.
        assert len(await here.events(arrivals.ConfidenceGiven)) == WAITING


async def test_a_request_that_comes_twice_is_one_interview() -> None:
    async with room() as here:
        inbox = replace(here.inbox, new_id=lambda _: NOBODY)
        request = arrivals.InterviewRequested(
            by=CANDIDATE, origin=Origin("click"), setup=WORDS, place=TERMINAL
        )

        ids = {await inbox.open(request) for _ in range(3)}
        await inbox.settled(NOBODY)
        await inbox.open(request)
        await inbox.settled(NOBODY)

        here.id = NOBODY
        assert ids == {NOBODY}
        assert len(await here.events(arrivals.InterviewRequested)) == 1
        assert not any(isinstance(each, Notice) for each in here.hearing.shown)


async def _send(inbox: Inbox, id_: InterviewId, number: int, told: list[GreenroomError]) -> None:
    try:
        await inbox.submit(id_, _answer(number))
    except GreenroomError as error:
        told.append(error)


def _answer(number: int) -> AnswerGiven:
    return AnswerGiven(by=CANDIDATE, origin=Origin(f"m{number}"), text=f"{number} {SOUND}")


def _note(number: int) -> arrivals.ConfidenceGiven:
    return arrivals.ConfidenceGiven(by=CANDIDATE, origin=Origin(f"n{number}"), value=3)


async def _numbers(here: Room) -> list[int]:
    events = [entry.event for entry in await here.entries()]
    return [int(event.text.split()[0]) for event in events if isinstance(event, AnswerGiven)]
