"""What a process remembers of interviews between their turns is bounded, and can be lost."""

import pytest

import core.timers
import core.turns
from adapters.in_process import InProcessCheckpoints
from core.domain import arrivals
from core.domain.errors import Unavailable
from core.domain.interview import InterviewId
from core.domain.people import PlaceKind
from core.domain.setup import Setup
from tests.core.gates import Troubled
from tests.core.glances import SOUND, WORDS
from tests.core.nevers import check
from tests.core.platforms import Platform
from tests.core.troubles import ask_for
from tests.room import Around, Room, alone, room

FEW = 3


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(core.turns, "REMEMBERED", FEW)


async def test_only_so_many_interviews_are_remembered_the_latest_of_all() -> None:
    shared = alone()
    async with room(around=Around(shared=shared)) as here:
        ids = [(await here.begin(WORDS)).id for _ in range(FEW + 2)]
        here.id = ids[2]
        await here.look()
        await here.begin(WORDS)

        kept = [*ids[4:], ids[2], here.id]
        assert list(here.core.usher.turns._floors) == kept
        assert _known(here) == set(kept)
        assert set(_saver(shared.saver)._threads) == set(kept)


async def test_it_is_known_of_so_many_only_that_they_are_at_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(core.timers, "AT_IT", 2)
    async with room() as here:
        for id_ in ("one", "two", "one", "three"):
            here.core.timers.stir(InterviewId(id_))

        assert list(here.core.timers._stirred) == ["one", "three"]


async def test_who_was_forgotten_goes_on_from_the_log() -> None:
    async with room() as here:
        first = (await here.begin(WORDS)).id
        await here.say(SOUND)
        for _ in range(FEW + 1):
            await here.begin(WORDS)
        here.id = first

        await here.say("And then I would measure again.")

        assert len(await here.answers()) == 2
        await check(here)


async def test_nothing_is_remembered_of_an_interview_that_is_over() -> None:
    shared = alone()
    async with room(around=Around(shared=shared)) as here:
        await here.begin(WORDS)
        here.core.timers.stir(here.id)

        await here.finish()

        assert not here.core.usher.turns._floors
        assert not here.core.timers._stirred
        assert not _known(here)
        assert not _saver(shared.saver)._threads


async def test_nothing_is_remembered_of_an_interview_that_never_began() -> None:
    shared = alone()
    async with room(around=Around(shared=shared)) as here:
        await ask_for(here, Setup(seed=1, persona="pirate"))

        assert not here.core.usher.turns._floors
        assert not _known(here)
        assert not _saver(shared.saver)._threads


async def test_interviews_whose_messages_wait_are_within_the_bound_too() -> None:
    platform, shared = Platform(), alone()
    around = Around(stages={PlaceKind.TERMINAL: platform}, shared=shared)
    async with room(around=around) as here:
        for _ in range(FEW + 2):
            platform.troubles = [Unavailable("The platform is away.")]
            await here.begin(WORDS)

        assert len(here.core.usher.turns._floors) == FEW
        assert len(_known(here)) == FEW
        assert len(_saver(shared.saver)._threads) == FEW


async def test_what_another_process_sent_meanwhile_is_not_sent_again() -> None:
    platform = Platform(troubles=[Unavailable("The platform is away.")])
    around = Around(stages={PlaceKind.TERMINAL: platform})
    async with room(around=around) as here:
        await here.begin(WORDS)
        async with room(archive=here.archive, around=around) as other:
            other.clock.turn_to(here.clock.now().replace(minute=1))
            other.id = here.id
            other.core.usher.ring(here.id)
            await other.inbox.settled(here.id)
        shown = len(platform.shown)
        here.clock.turn_to(here.clock.now().replace(minute=2))

        await here.do(arrivals.RepeatAsked)

        assert shown == 2
        assert len({message.id for _, message in platform.shown}) == len(platform.shown) == 3


async def test_an_hour_of_an_interview_takes_no_more_room_than_its_beginning() -> None:
    shared = alone()
    async with room(around=Around(shared=shared)) as here:
        await here.begin(WORDS)
        for _ in range(60):
            await here.do(arrivals.RepeatAsked)

        (namespaces,) = _saver(shared.saver)._threads.values()
        assert [len(kept) for kept in namespaces.values()] == [2]


async def test_what_is_forgotten_of_a_kept_interview_costs_it_nothing() -> None:
    mind = Troubled()
    async with room(listener=mind) as here:
        await here.begin(WORDS)
        first = here.id
        async with here.core.usher.keeping(first):
            for _ in range(FEW + 1):
                await here.begin(WORDS)
            here.id = first
            await here.say(SOUND)

        assert len(await here.answers()) == 1


def _known(here: Room) -> set[InterviewId]:
    return set(here.interviews.conductor._waits)


def _saver(saver: object) -> InProcessCheckpoints:
    assert isinstance(saver, InProcessCheckpoints)
    return saver
