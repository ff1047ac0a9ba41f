"""What every intake owes what people type: none of it is too strange to wait."""

import pytest

from core.domain.entry import Entry
from core.domain.interview import InterviewId
from core.domain.people import Origin, PersonId, Role, Speaker
from core.ports.intake import Intake, Lane
from tests.contracts.library import Library
from tests.scenes import TEN_O_CLOCK, answer, opened_interview, requested, then

FIRST = InterviewId("first")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        pytest.param("a\0b", "a\0b", id="NUL"),
        pytest.param("half \ud83d of it", "half \ufffd of it", id="half an emoji"),
        pytest.param("\udc80\udcff is bytes", "\ufffd\ufffd is bytes", id="bytes of no text"),
        pytest.param("👩‍👩‍👧‍👦 e\u0301 \U0010fffd", "👩‍👩‍👧‍👦 e\u0301 \U0010fffd", id="whole ones"),
    ],
)
async def test_only_half_a_character_is_lost(
    intake: Intake, library: Library, said: str, kept: str
) -> None:
    opened, entries = opened_interview()
    await library.append(opened, entries)
    await intake.take(FIRST, answer(said), Lane.WORDS, TEN_O_CLOCK)
    ticket = await intake.next(FIRST)
    assert ticket
    answered, (entry,) = then(opened, answer(said))

    await library.append(answered, [entry], ticket=ticket.id)

    assert ticket.arrival == answer(kept)
    assert (await library.read(FIRST))[-1] == Entry(seq=4, at=entry.at, event=answer(kept))


async def test_no_name_is_too_strange(intake: Intake, library: Library) -> None:
    odd = Speaker(id=PersonId("a\0b\ud800"), name="\0\udfff", role=Role.CANDIDATE)
    interview, entries = requested(by=odd, origin=Origin("m\0\ud800"))
    await library.append(interview, entries)

    assert len(await library.summaries(odd.id)) == 1
    assert await library.knows(FIRST, Origin("m\0\ud800"))
    assert not await intake.take(
        FIRST, answer("same", Origin("m\0\ud800")), Lane.WORDS, TEN_O_CLOCK
    )
