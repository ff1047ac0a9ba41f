"""What every intake owes: what was taken in gets its turn, once, whoever dies in between."""

import pytest

from core.domain.arrivals import Arrival, EndAsked, HintAsked
from core.domain.entry import Entry
from core.domain.interview import InterviewId
from core.domain.people import Origin, PersonId, Role, Speaker
from core.ports.intake import Intake, Lane
from tests.contracts.every_kind import whole_interview
from tests.contracts.library import Library, first_ticket, line_of
from tests.scenes import ADA, answer, opened_interview, requested, then

FIRST, SECOND, THIRD = InterviewId("first"), InterviewId("second"), InterviewId("third")


async def test_every_kind_of_arrival_waits_as_it_came(intake: Intake) -> None:
    _, entries = whole_interview()
    arrivals = [entry.event for entry in entries if isinstance(entry.event, Arrival)]

    for arrival in arrivals:
        assert await intake.take(FIRST, arrival, Lane.WORDS)

    assert await intake.count(FIRST) == len(arrivals) == 26
    assert await line_of(intake, FIRST) == arrivals


async def test_whoever_waits_stays_first_until_let_go_of(intake: Intake) -> None:
    await intake.take(FIRST, answer("one"), Lane.WORDS)
    await intake.take(FIRST, answer("two"), Lane.WORDS)

    seen = [await intake.next(FIRST) for _ in range(2)]

    assert seen[0] == seen[1]
    assert await intake.count(FIRST) == 2


async def test_the_control_lane_goes_first(intake: Intake) -> None:
    end, hint = EndAsked(by=ADA), HintAsked(by=ADA)
    await intake.take(FIRST, answer("one"), Lane.WORDS)
    await intake.take(FIRST, answer("two"), Lane.WORDS)
    await intake.take(FIRST, hint, Lane.CONTROL)
    await intake.take(FIRST, end, Lane.CONTROL)

    assert await line_of(intake, FIRST) == [hint, end, answer("one"), answer("two")]


async def test_a_long_line_keeps_its_order(intake: Intake) -> None:
    arrivals = [answer(f"number {number}") for number in range(30)]
    for arrival in arrivals:
        await intake.take(FIRST, arrival, Lane.WORDS)

    assert await line_of(intake, FIRST) == arrivals


async def test_nobody_waits_where_nobody_came(intake: Intake) -> None:
    await intake.take(SECOND, answer("over here"), Lane.WORDS)

    assert await intake.next(FIRST) is None
    assert await intake.count(FIRST) == 0


async def test_what_waits_is_not_taken_in_twice(intake: Intake) -> None:
    once = answer("once", Origin("m1"))

    taken = [await intake.take(FIRST, once, lane) for lane in (Lane.WORDS, Lane.CONTROL)]

    assert taken == [True, False]
    assert await line_of(intake, FIRST) == [once]


async def test_an_edit_and_another_interview_are_other_happenings(intake: Intake) -> None:
    taken = [
        await intake.take(FIRST, answer("once", Origin("m1")), Lane.WORDS),
        await intake.take(FIRST, answer("edited", Origin("m1", 1)), Lane.WORDS),
        await intake.take(SECOND, answer("once", Origin("m1")), Lane.WORDS),
    ]

    assert taken == [True, True, True]


async def test_what_nobody_named_is_new_each_time(intake: Intake) -> None:
    assert await intake.take(FIRST, answer("again"), Lane.WORDS)
    assert await intake.take(FIRST, answer("again"), Lane.WORDS)

    assert await intake.count(FIRST) == 2


async def test_an_arrival_can_wait_for_its_interview_to_begin(
    intake: Intake, library: Library
) -> None:
    interview, (entry,) = requested(origin=Origin("m1"))
    assert isinstance(entry.event, Arrival)
    await intake.take(FIRST, entry.event, Lane.WORDS)

    await library.append(interview, [entry], ticket=await first_ticket(intake, FIRST))

    assert await intake.count(FIRST) == 0
    assert not await intake.take(FIRST, entry.event, Lane.WORDS)


async def test_a_number_is_never_given_out_again(intake: Intake) -> None:
    """Else somebody who was slow to let go would let go of another."""
    await intake.take(FIRST, answer("one"), Lane.WORDS)
    old = await first_ticket(intake, FIRST)
    await intake.drop(old)
    await intake.take(FIRST, answer("two"), Lane.WORDS)

    await intake.drop(old)

    assert await line_of(intake, FIRST) == [answer("two")]


async def test_the_longest_waiting_interview_comes_first(intake: Intake) -> None:
    for id_ in (SECOND, FIRST, SECOND, THIRD):
        await intake.take(id_, answer("hello"), Lane.WORDS)
    await intake.take(THIRD, EndAsked(by=ADA), Lane.CONTROL)

    assert list(await intake.waiting(10)) == [SECOND, FIRST, THIRD]
    assert list(await intake.waiting(2)) == [SECOND, FIRST]
    await line_of(intake, SECOND)
    assert list(await intake.waiting(10)) == [FIRST, THIRD]


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
    await intake.take(FIRST, answer(said), Lane.WORDS)
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
    assert not await intake.take(FIRST, answer("same", Origin("m\0\ud800")), Lane.WORDS)
