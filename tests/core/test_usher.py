"""The usher: who holds an interview, and for how long."""

import asyncio
from dataclasses import replace

import pytest
from structlog.typing import EventDict

import core.line
import core.usher
from core.domain import arrivals
from core.domain.errors import CacheUnavailable, Refused
from core.domain.people import Origin
from core.ports.intake import Lane
from core.usher import ELSEWHERE
from tests.core.gates import Board, GatedArchive, Ponderer
from tests.core.glances import SOUND, WORDS
from tests.core.holders import Bell, Between, Losing, is_held
from tests.core.nevers import check
from tests.core.troubles import notices
from tests.fakes.ports.intake import MemoryIntake
from tests.room import CANDIDATE, Around, Room, alone, room


async def test_who_keeps_an_interview_holds_it_between_its_turns_too() -> None:
    shared = alone()
    async with room(around=Around(shared=shared)) as here:
        await here.begin(WORDS)
        between = await is_held(shared.leases, here.id)
        async with here.core.usher.keeping(here.id):
            await here.say(SOUND)
            kept = await is_held(shared.leases, here.id)

        await here.core.usher.settled(here.id)

        assert not between
        assert kept
        assert not await is_held(shared.leases, here.id)


async def test_what_waits_is_seen_to_before_the_connection_s_owner_begins() -> None:
    archive = GatedArchive()
    async with room(archive=archive) as before:
        await before.begin(WORDS)
    await MemoryIntake(archive).take(before.id, _answer(1), Lane.WORDS, before.clock.now())

    async with room(archive=archive) as here, here.core.usher.keeping(before.id):
        here.id = before.id

        assert [each.text for each in await here.answers()] == [SOUND]


async def test_who_comes_while_somebody_holds_the_interview_is_refused_in_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(core.usher, "TAKE_OVER_S", 0.05)
    shared = alone()
    async with room(around=Around(shared=shared)) as here:
        await here.begin(WORDS)
        async with shared.leases.hold(here.id):
            with pytest.raises(Refused, match=ELSEWHERE):
                async with here.core.usher.keeping(here.id):
                    pytest.fail("two hold it")

        await here.say(SOUND)

        assert len(await here.answers()) == 1


async def test_who_comes_takes_over_as_soon_as_the_holder_lets_go(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(core.line, "FIRST_PAUSE_S", 0.01)
    shared = alone()
    async with room(around=Around(shared=shared)) as here:
        await here.begin(WORDS)
        async with asyncio.TaskGroup() as tasks, shared.leases.hold(here.id):
            entered = tasks.create_task(_keep_and_say(here))
            await asyncio.sleep(0.02)
            early = entered.done()

        assert not early
        assert len(await here.answers()) == 1


async def test_an_arrival_for_an_interview_that_somebody_holds_is_told_to_them() -> None:
    archive, bell = GatedArchive(), Bell()
    async with room(archive=archive, around=Around(shared=bell.shared)) as here:
        await here.begin(WORDS)
        async with bell.shared.leases.hold(here.id):
            await here.inbox.submit(here.id, _answer(1))
            await here.inbox.settled(here.id)

            assert bell.told == [here.id]
            assert await MemoryIntake(archive).count(here.id) == 1
            assert here.id not in here.core.usher._lines


async def test_a_ring_at_the_door_is_answered() -> None:
    shared = alone()
    archive = GatedArchive()
    async with room(archive=archive, around=Around(shared=shared)) as here:
        await here.begin(WORDS)
        await MemoryIntake(archive).take(here.id, _answer(1), Lane.WORDS, here.clock.now())

        board = Board()
        here.interviews.watchers.append(board.put_up)

        await shared.doorbell.ring(here.id)
        await board.until(lambda each: bool(each.open and each.open.answers))

        assert len(await here.answers()) == 1


async def test_a_ring_that_comes_while_a_kept_interview_is_put_to_rest_is_heard() -> None:
    async with room() as here:
        await here.begin(WORDS)
        usher, between = here.core.usher, Between(here.archive)
        usher.turns = replace(usher.turns, intake=between)

        async def comes() -> None:
            await here.inbox.submit(here.id, _answer(1))

        between.then.append(comes)
        async with usher.keeping(here.id):
            answers = await here.answers()

        assert not between.then
        assert len(answers) == 1


async def test_a_failure_is_not_tried_again_whenever_somebody_happens_to_look() -> None:
    shared = alone()
    archive = GatedArchive()
    async with room(archive=archive, around=Around(shared=shared)) as here:
        await here.begin(WORDS)
        archive.refusal = CacheUnavailable("Not now.")
        await here.say(SOUND)
        tries = archive.tried
        for _ in range(5):
            await here.core.sweep.look()
            await shared.doorbell.ring(here.id)
            await asyncio.sleep(0.01)
        after_looks = archive.tried

        await here.look()

        assert after_looks == tries
        assert archive.tried == tries + 1


async def test_a_lost_lease_costs_a_thought_and_no_answer(logs: list[EventDict]) -> None:
    losing, mind = Losing(), Ponderer()
    shared = replace(alone(), leases=losing)
    async with room(listener=mind, around=Around(shared=shared)) as here:
        await here.begin(WORDS)
        await here.inbox.submit(here.id, _answer(1))
        await mind.thinks.wait()
        mind.may_go_on.set()
        losing.lose()
        await here.inbox.settled(here.id)

        assert mind.begun == [SOUND, SOUND]
        assert [each["event"] for each in logs] == ["turn_lost"]
        assert len(await here.answers()) == 1
        assert not notices(here.hearing.shown)
        await check(here)


async def test_who_cannot_tell_who_holds_an_interview_tries_later() -> None:
    losing = Losing()
    shared = replace(alone(), leases=losing)
    async with room(around=Around(shared=shared)) as here:
        await here.begin(WORDS)
        losing.trouble = CacheUnavailable("Nobody knows.")
        await here.say(SOUND)
        none = await here.answers()
        losing.trouble = None

        await here.look()

        assert none == []
        assert len(await here.answers()) == 1


async def test_no_more_interviews_are_attended_to_at_once_than_there_are_places() -> None:
    archive = GatedArchive()
    async with room(archive=archive) as here:
        here.core.usher._places = asyncio.Semaphore(1)
        await here.begin(WORDS)
        first = here.id
        await here.begin(WORDS)
        archive.shut = first
        await here.inbox.submit(first, _answer(1))
        await archive.waits.wait()
        await here.inbox.submit(here.id, _answer(2))
        await asyncio.sleep(0.01)
        waits = await here.answers()
        archive.opened.set()
        await here.inbox.settled(here.id)

        assert waits == []
        assert len(await here.answers()) == 1


async def test_who_keeps_an_interview_takes_nobody_s_place_even_if_it_had_one_before() -> None:
    archive = GatedArchive()
    async with room(archive=archive) as here:
        here.core.usher._places = asyncio.Semaphore(1)
        await here.begin(WORDS)
        first = archive.shut = here.id
        await here.inbox.submit(first, _answer(1))
        await archive.waits.wait()
        asyncio.get_running_loop().call_later(0.01, archive.opened.set)

        async with here.core.usher.keeping(first):
            await here.begin(WORDS)
            async with here.core.usher.keeping(here.id):
                await here.say(SOUND)

        assert len(await here.answers()) == 1


async def _keep_and_say(here: Room) -> None:
    async with here.core.usher.keeping(here.id):
        await here.say(SOUND)


def _answer(number: int) -> arrivals.AnswerGiven:
    return arrivals.AnswerGiven(by=CANDIDATE, origin=Origin(f"a{number}"), text=SOUND)
