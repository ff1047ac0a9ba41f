"""What every intake owes: what was taken in gets its turn, once, whoever dies in between."""

import asyncio

import pytest

from core.domain.arrivals import Arrival, EndAsked, HintAsked
from core.domain.entry import Entry
from core.domain.errors import StaleTurn
from core.domain.interview import InterviewId
from core.domain.people import Origin, PersonId, Role, Speaker
from core.ports.intake import Intake, Lane, TicketId
from tests.contracts.every_kind import whole_interview
from tests.contracts.library import Library
from tests.scenes import ADA, answer, opened_interview, requested, then

FIRST, SECOND, THIRD = InterviewId("first"), InterviewId("second"), InterviewId("third")


async def line_of(intake: Intake, id_: InterviewId = FIRST) -> list[Arrival]:
    """Empty an interview's line; return who stood there, in order."""
    line = []
    while ticket := await intake.next(id_):
        assert ticket.interview == id_
        line.append(ticket.arrival)
        await intake.drop(ticket.id)
    return line


async def first_ticket(intake: Intake) -> TicketId:
    """Return the number of whose turn it is."""
    ticket = await intake.next(FIRST)
    assert ticket
    return ticket.id


async def test_every_kind_of_arrival_waits_as_it_came(intake: Intake) -> None:
    _, entries = whole_interview()
    arrivals = [entry.event for entry in entries if isinstance(entry.event, Arrival)]

    for arrival in arrivals:
        assert await intake.take(FIRST, arrival, Lane.WORDS)

    assert await intake.count(FIRST) == len(arrivals) == 20
    assert await line_of(intake) == arrivals


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

    assert await line_of(intake) == [hint, end, answer("one"), answer("two")]


async def test_a_long_line_keeps_its_order(intake: Intake) -> None:
    arrivals = [answer(f"number {number}") for number in range(30)]
    for arrival in arrivals:
        await intake.take(FIRST, arrival, Lane.WORDS)

    assert await line_of(intake) == arrivals


async def test_nobody_waits_where_nobody_came(intake: Intake) -> None:
    await intake.take(SECOND, answer("over here"), Lane.WORDS)

    assert await intake.next(FIRST) is None
    assert await intake.count(FIRST) == 0


async def test_what_waits_is_not_taken_in_twice(intake: Intake) -> None:
    once = answer("once", Origin("m1"))

    taken = [await intake.take(FIRST, once, lane) for lane in (Lane.WORDS, Lane.CONTROL)]

    assert taken == [True, False]
    assert await line_of(intake) == [once]


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

    await library.append(interview, [entry], ticket=await first_ticket(intake))

    assert await intake.count(FIRST) == 0
    assert not await intake.take(FIRST, entry.event, Lane.WORDS)


async def test_what_was_handled_is_let_go_of_and_not_taken_in_again(
    intake: Intake, library: Library
) -> None:
    opened, entries = opened_interview()
    await library.append(opened, entries)
    once = answer("once", Origin("m1"))
    await intake.take(FIRST, once, Lane.WORDS)
    await intake.take(FIRST, answer("twice"), Lane.WORDS)

    await library.append(*then(opened, once), ticket=await first_ticket(intake))

    assert not await intake.take(FIRST, once, Lane.WORDS)
    assert await line_of(intake) == [answer("twice")]


async def test_an_arrival_is_handled_once(intake: Intake, library: Library) -> None:
    opened, entries = opened_interview()
    await library.append(opened, entries)
    await intake.take(FIRST, answer("once"), Lane.WORDS)
    ticket = await first_ticket(intake)
    answered, more = then(opened, answer("once"))
    await library.append(answered, more, ticket=ticket)

    with pytest.raises(StaleTurn):
        await library.append(*then(answered, answer("once")), ticket=ticket)

    assert await library.read(FIRST) == (*entries, *more)


async def test_a_stale_turn_lets_go_of_nobody(intake: Intake, library: Library) -> None:
    opened, entries = opened_interview()
    await library.append(opened, entries)
    await library.append(*then(opened, answer("first")))
    await intake.take(FIRST, answer("second"), Lane.WORDS)

    with pytest.raises(StaleTurn):
        await library.append(*then(opened, answer("second")), ticket=await first_ticket(intake))

    assert await line_of(intake) == [answer("second")]


async def test_a_ticket_is_good_for_its_own_interview_only(
    intake: Intake, library: Library
) -> None:
    await intake.take(FIRST, requested()[1][0].event, Lane.WORDS)  # type: ignore[arg-type]  # a request is an arrival

    with pytest.raises(StaleTurn):
        await library.append(*requested("second"), ticket=await first_ticket(intake))

    assert await intake.count(FIRST) == 1
    assert await library.head(SECOND) == 0


async def test_a_number_is_never_given_out_again(intake: Intake) -> None:
    """Else somebody who was slow to let go would let go of another."""
    await intake.take(FIRST, answer("one"), Lane.WORDS)
    old = await first_ticket(intake)
    await intake.drop(old)
    await intake.take(FIRST, answer("two"), Lane.WORDS)

    await intake.drop(old)

    assert await line_of(intake) == [answer("two")]


async def test_the_longest_waiting_interview_comes_first(intake: Intake) -> None:
    for id_ in (SECOND, FIRST, SECOND, THIRD):
        await intake.take(id_, answer("hello"), Lane.WORDS)
    await intake.take(THIRD, EndAsked(by=ADA), Lane.CONTROL)

    assert list(await intake.waiting(10)) == [SECOND, FIRST, THIRD]
    assert list(await intake.waiting(2)) == [SECOND, FIRST]
    await line_of(intake, SECOND)
    assert list(await intake.waiting(10)) == [FIRST, THIRD]


async def test_of_many_who_take_the_same_in_exactly_one_does(intake: Intake) -> None:
    taken: list[bool] = []

    async def take() -> None:
        taken.append(await intake.take(FIRST, answer("once", Origin("m1")), Lane.WORDS))

    async with asyncio.TaskGroup() as tasks:
        for _ in range(8):
            tasks.create_task(take())

    assert sorted(taken) == [False] * 7 + [True]
    assert await intake.count(FIRST) == 1


async def test_nothing_is_taken_in_while_it_is_being_handled(
    intake: Intake, library: Library
) -> None:
    """A platform sends a message again just while its turn is committed."""
    interview, entries = opened_interview()
    await library.append(interview, entries)
    for number in range(10):
        arrival = answer("once", Origin(f"m{number}"))
        await intake.take(FIRST, arrival, Lane.WORDS)
        ticket = await first_ticket(intake)
        interview, more = then(interview, arrival)

        async with asyncio.TaskGroup() as tasks:
            again = [tasks.create_task(intake.take(FIRST, arrival, Lane.WORDS)) for _ in range(3)]
            tasks.create_task(library.append(interview, more, ticket=ticket))

        assert not any(each.result() for each in again)
        assert await intake.count(FIRST) == 0


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
