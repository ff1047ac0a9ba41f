"""A house that closes finishes what runs, within limits, and leaves the rest to others."""

import asyncio

import pytest

import core.line
import core.usher
from core.domain import arrivals
from core.domain.errors import CacheUnavailable
from core.domain.people import Origin
from tests.core.gates import GatedArchive, Ponderer
from tests.core.glances import SOUND, WORDS
from tests.core.holders import Bell, is_held
from tests.core.nevers import check
from tests.core.troubles import notices
from tests.fakes.ports.intake import MemoryIntake
from tests.room import CANDIDATE, Around, alone, room


async def test_what_runs_when_the_house_closes_is_finished_and_what_waits_is_left() -> None:
    archive, mind, bell = GatedArchive(), Ponderer(), Bell()
    async with room(archive=archive, listener=mind, around=Around(shared=bell.shared)) as here:
        await here.begin(WORDS)
        await here.inbox.submit(here.id, _answer(1))
        await mind.thinks.wait()
        await here.inbox.submit(here.id, _answer(2))
        asyncio.get_running_loop().call_later(0.05, mind.may_go_on.set)

    waiting = await MemoryIntake(archive).next(here.id)
    assert len(await here.answers()) == 1
    assert waiting
    assert waiting.arrival == _answer(2)
    assert bell.rung == [here.id]
    assert not await is_held(bell.shared.leases, here.id)


async def test_what_takes_too_long_when_the_house_closes_is_left_to_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(core.usher, "DRAIN_S", 0.05)
    archive, mind, shared = GatedArchive(), Ponderer(), alone()
    async with room(archive=archive, listener=mind, around=Around(shared=shared)) as here:
        await here.begin(WORDS)
        await here.inbox.submit(here.id, _answer(1))
        await mind.thinks.wait()

    assert mind.given_up == [SOUND]
    assert not await is_held(shared.leases, here.id)
    async with room(archive=archive) as heir:
        heir.id = here.id
        await heir.core.sweep.look()
        await heir.inbox.settled(heir.id)

        assert [each.text for each in await heir.answers()] == [SOUND]
        assert len(heir.hearing.shown) == 1
        assert not notices(heir.hearing.shown)
        await check(heir)


async def test_a_house_that_closes_does_not_wait_for_what_was_put_off() -> None:
    archive = GatedArchive()
    async with asyncio.timeout(core.usher.DRAIN_S / 2):
        async with room(archive=archive) as here:
            await here.begin(WORDS)
            archive.refusal = CacheUnavailable("Not now.")
            await here.say(SOUND)

    assert await MemoryIntake(archive).count(here.id) == 1


async def test_a_kept_interview_is_let_go_of_when_the_house_closes() -> None:
    shared = alone()
    async with asyncio.timeout(core.usher.DRAIN_S / 2):
        async with room(around=Around(shared=shared)) as here:
            await here.begin(WORDS)
            await here.core.usher.keeping(here.id).__aenter__()

    assert not await is_held(shared.leases, here.id)


def _answer(number: int) -> arrivals.AnswerGiven:
    return arrivals.AnswerGiven(by=CANDIDATE, origin=Origin(f"a{number}"), text=SOUND)
