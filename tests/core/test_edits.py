"""A platform tells of edits and deletions by its message's name; the interview knows what they are about."""

import pytest

from core.domain import arrivals
from core.domain.arrivals import Arrival
from core.domain.people import Origin
from core.domain.transcript import Turn, TurnKind
from tests.core.gates import GatedArchive
from tests.core.glances import SOUND, WORDS, open_question
from tests.core.nevers import check
from tests.core.troubles import notices
from tests.fakes.ports.intake import MemoryIntake
from tests.room import CANDIDATE, Room, room

BETTER = "I would begin with a measurement, since the simplest thing may be fast enough."


async def test_an_edit_changes_the_answer_of_that_message_and_no_other() -> None:
    async with room() as here:
        await here.begin(WORDS)
        await here.submit(_said("one", SOUND))
        await here.submit(_said("two", "And then I would look at the cache."))

        await here.submit(_edited("one", BETTER, revision=1))

        assert open_question(here).answers[0].text == BETTER
        said = await _said_so_far(here)
        assert [(each.text, each.is_revised) for each in said] == [
            (BETTER, True),
            ("And then I would look at the cache.", False),
        ]
        await check(here)


async def test_the_last_of_several_edits_counts() -> None:
    async with room() as here:
        await here.begin(WORDS)
        await here.submit(_said("one", SOUND))

        await here.submit(_edited("one", "Second thoughts about it all.", revision=1))
        await here.submit(_edited("one", BETTER, revision=3))
        await here.submit(_edited("one", "Too late to matter, whatever it says.", revision=2))

        assert [each.text for each in await _said_so_far(here)] == [BETTER]
        assert not notices(here.hearing.shown)
        await check(here)


async def test_an_edit_that_overtakes_its_message_is_the_answer() -> None:
    async with room() as here:
        await here.begin(WORDS)

        await here.submit(_edited("one", BETTER, revision=1))
        await here.submit(_said("one", SOUND))

        assert [each.text for each in await here.answers()] == [BETTER]
        assert [each.text for each in open_question(here).answers] == [BETTER]
        assert not notices(here.hearing.shown)
        assert await MemoryIntake(here.archive).count(here.id) == 0
        await check(here)


async def test_an_edit_after_one_that_overtook_its_message_still_finds_it() -> None:
    async with room() as here:
        await here.begin(WORDS)
        await here.submit(_edited("one", "Second thoughts about it all.", revision=1))

        await here.submit(_edited("one", BETTER, revision=2))

        assert [each.text for each in await _said_so_far(here)] == [BETTER]
        await check(here)


async def test_a_message_that_was_deleted_is_taken_back() -> None:
    async with room() as here:
        await here.begin(WORDS)
        await here.submit(_said("one", SOUND))

        await here.submit(_deleted("one", revision=1))

        assert open_question(here).answers == ()
        assert [each.is_withdrawn for each in await _said_so_far(here)] == [True]
        await check(here)


async def test_a_message_that_was_deleted_before_it_arrived_is_never_heard() -> None:
    async with room() as here:
        await here.begin(WORDS)

        await here.submit(_deleted("one", revision=1))
        await here.submit(_said("one", SOUND))

        assert await here.answers() == []
        assert open_question(here).answers == ()
        assert not notices(here.hearing.shown)
        await check(here)


async def test_an_edit_that_waits_with_its_message_comes_after_it() -> None:
    archive = GatedArchive()
    async with room(archive=archive) as here:
        await here.begin(WORDS)
        archive.shut = here.id
        await here.inbox.submit(here.id, _said("one", SOUND))
        await archive.waits.wait()
        await here.inbox.submit(here.id, _edited("one", BETTER, revision=1))
        archive.opened.set()
        await here.inbox.settled(here.id)

        assert [each.text for each in await here.answers()] == [SOUND]
        assert [each.text for each in await _said_so_far(here)] == [BETTER]
        await check(here)


@pytest.mark.parametrize("kind", [arrivals.AnswerRevised, arrivals.AnswerWithdrawn])
async def test_a_correction_after_the_end_is_refused(kind: type[Arrival]) -> None:
    async with room() as here:
        await here.begin(WORDS)
        await here.submit(_said("one", SOUND))
        await here.finish()
        before = await here.entries()

        if kind is arrivals.AnswerRevised:
            await here.submit(_edited("one", BETTER, revision=1))
        else:
            await here.submit(_deleted("one", revision=1))

        assert ["over" in each.text for each in notices(here.hearing.shown)] == [True]
        assert await here.entries() == before


def _said(message: str, text: str) -> arrivals.AnswerGiven:
    return arrivals.AnswerGiven(by=CANDIDATE, origin=Origin(message), text=text)


def _edited(message: str, text: str, *, revision: int) -> arrivals.AnswerRevised:
    return arrivals.AnswerRevised(by=CANDIDATE, origin=Origin(message, revision), text=text)


def _deleted(message: str, *, revision: int) -> arrivals.AnswerWithdrawn:
    return arrivals.AnswerWithdrawn(by=CANDIDATE, origin=Origin(message, revision))


async def _said_so_far(here: Room) -> list[Turn]:
    return [turn for turn in await here.turns() if turn.kind is TurnKind.ANSWER]
