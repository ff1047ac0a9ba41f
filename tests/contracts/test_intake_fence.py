"""What every intake owes who takes in and who handles at once: each arrival is handled, and once."""

import asyncio

import pytest

from core.domain.errors import StaleTurn
from core.domain.interview import InterviewId
from core.domain.people import Origin
from core.ports.intake import Intake, Lane
from tests.contracts.library import Library, first_ticket, line_of
from tests.scenes import TEN_O_CLOCK, answer, opened_interview, requested, then

FIRST, SECOND = InterviewId("first"), InterviewId("second")


async def test_what_was_handled_is_let_go_of_and_not_taken_in_again(
    intake: Intake, library: Library
) -> None:
    opened, entries = opened_interview()
    await library.append(opened, entries)
    once = answer("once", Origin("m1"))
    await intake.take(FIRST, once, Lane.WORDS, TEN_O_CLOCK)
    await intake.take(FIRST, answer("twice"), Lane.WORDS, TEN_O_CLOCK)

    await library.append(*then(opened, once), ticket=await first_ticket(intake, FIRST))

    assert not await intake.take(FIRST, once, Lane.WORDS, TEN_O_CLOCK)
    assert await line_of(intake, FIRST) == [answer("twice")]


async def test_an_older_revision_of_what_was_handled_is_as_good_as_handled(
    intake: Intake, library: Library
) -> None:
    opened, entries = opened_interview()
    await library.append(opened, entries)
    await library.append(*then(opened, answer("edited twice", Origin("m1", 2))))

    for revision in (0, 1, 2):
        older = answer("older", Origin("m1", revision))
        assert not await intake.take(FIRST, older, Lane.WORDS, TEN_O_CLOCK)

    assert await intake.take(FIRST, answer("new", Origin("m1", 3)), Lane.WORDS, TEN_O_CLOCK)
    assert await intake.take(FIRST, answer("other", Origin("m2")), Lane.WORDS, TEN_O_CLOCK)
    assert await intake.take(SECOND, answer("there", Origin("m1")), Lane.WORDS, TEN_O_CLOCK)


async def test_an_older_revision_of_what_only_waits_is_taken_in(intake: Intake) -> None:
    await intake.take(FIRST, answer("edited", Origin("m1", 1)), Lane.WORDS, TEN_O_CLOCK)

    assert await intake.take(FIRST, answer("older", Origin("m1")), Lane.WORDS, TEN_O_CLOCK)


async def test_an_arrival_is_handled_once(intake: Intake, library: Library) -> None:
    opened, entries = opened_interview()
    await library.append(opened, entries)
    await intake.take(FIRST, answer("once"), Lane.WORDS, TEN_O_CLOCK)
    ticket = await first_ticket(intake, FIRST)
    answered, more = then(opened, answer("once"))
    await library.append(answered, more, ticket=ticket)

    with pytest.raises(StaleTurn):
        await library.append(*then(answered, answer("once")), ticket=ticket)

    assert await library.read(FIRST) == (*entries, *more)


async def test_what_an_edit_of_it_has_overtaken_is_not_handled_after_it(
    intake: Intake, library: Library
) -> None:
    opened, entries = opened_interview()
    await library.append(opened, entries)
    edited, older = answer("edited", Origin("m1", 1)), answer("older", Origin("m1"))
    for each in (edited, older):
        await intake.take(FIRST, each, Lane.WORDS, TEN_O_CLOCK)
    answered, more = then(opened, edited)
    await library.append(answered, more, ticket=await first_ticket(intake, FIRST))

    with pytest.raises(StaleTurn):
        await library.append(*then(answered, older), ticket=await first_ticket(intake, FIRST))

    assert await line_of(intake, FIRST) == [older]


async def test_an_edit_is_handled_after_what_it_edits(intake: Intake, library: Library) -> None:
    opened, entries = opened_interview()
    await library.append(opened, entries)
    older, edited = answer("older", Origin("m1")), answer("edited", Origin("m1", 1))
    for each in (older, edited):
        await intake.take(FIRST, each, Lane.WORDS, TEN_O_CLOCK)
    answered, more = then(opened, older)
    await library.append(answered, more, ticket=await first_ticket(intake, FIRST))

    await library.append(*then(answered, edited), ticket=await first_ticket(intake, FIRST))

    assert await intake.count(FIRST) == 0


async def test_a_stale_turn_lets_go_of_nobody(intake: Intake, library: Library) -> None:
    opened, entries = opened_interview()
    await library.append(opened, entries)
    await library.append(*then(opened, answer("first")))
    await intake.take(FIRST, answer("second"), Lane.WORDS, TEN_O_CLOCK)

    with pytest.raises(StaleTurn):
        await library.append(
            *then(opened, answer("second")), ticket=await first_ticket(intake, FIRST)
        )

    assert await line_of(intake, FIRST) == [answer("second")]


async def test_a_ticket_is_good_for_its_own_interview_only(
    intake: Intake, library: Library
) -> None:
    await intake.take(FIRST, requested()[1][0].event, Lane.WORDS, TEN_O_CLOCK)  # type: ignore[arg-type]  # a request is an arrival

    with pytest.raises(StaleTurn):
        await library.append(*requested("second"), ticket=await first_ticket(intake, FIRST))

    assert await intake.count(FIRST) == 1
    assert await library.head(SECOND) == 0


async def test_of_many_who_take_the_same_in_exactly_one_does(intake: Intake) -> None:
    taken: list[bool] = []

    async def take() -> None:
        taken.append(
            await intake.take(FIRST, answer("once", Origin("m1")), Lane.WORDS, TEN_O_CLOCK)
        )

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
        await intake.take(FIRST, arrival, Lane.WORDS, TEN_O_CLOCK)
        ticket = await first_ticket(intake, FIRST)
        interview, more = then(interview, arrival)

        async with asyncio.TaskGroup() as tasks:
            again = [
                tasks.create_task(intake.take(FIRST, arrival, Lane.WORDS, TEN_O_CLOCK))
                for _ in range(3)
            ]
            tasks.create_task(library.append(interview, more, ticket=ticket))

        assert not any(each.result() for each in again)
        assert await intake.count(FIRST) == 0
