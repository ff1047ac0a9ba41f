"""What every archive owes two who write at once: one is first, and the other leaves no trace."""

import asyncio

import pytest

from core.domain.entry import Entry
from core.domain.errors import StaleTurn
from core.domain.interview import Interview, InterviewId
from core.domain.people import Origin
from tests.contracts.library import Library, holds_exactly
from tests.scenes import COACH, answer, opened_interview, requested, then

FIRST = InterviewId("first")


async def test_a_place_is_taken_once(library: Library) -> None:
    opened, entries = opened_interview()
    await library.append(opened, entries)
    first = then(opened, answer("first"))
    second = then(opened, answer("second"), answer("and third", Origin("m3")))
    await library.append(*first)

    with pytest.raises(StaleTurn):
        await library.append(*second)

    assert await holds_exactly(library, first[0], (*entries, *first[1]))
    assert not await library.knows(FIRST, Origin("m3"))


async def test_an_interview_begins_once(library: Library) -> None:
    interview, entries = requested()
    await library.append(interview, entries)

    with pytest.raises(StaleTurn):
        await library.append(*requested(by=COACH))

    assert await holds_exactly(library, interview, entries)


async def test_no_place_is_left_out(library: Library) -> None:
    interview, entries = requested()
    await library.append(interview, entries)
    missed, _ = then(interview, answer("lost"))

    with pytest.raises(StaleTurn):
        await library.append(*then(missed, answer("too early")))

    assert await holds_exactly(library, interview, entries)


async def test_an_interview_nobody_began_cannot_go_on(library: Library) -> None:
    interview, _ = requested()

    with pytest.raises(StaleTurn):
        await library.append(*then(interview, answer("hello?")))

    assert await library.head(FIRST) == 0
    assert await library.summaries() == ()


async def test_what_happened_once_is_not_appended_twice(library: Library) -> None:
    opened, entries = opened_interview()
    answered, more = then(opened, answer("once", Origin("m1")))
    await library.append(opened, entries)
    await library.append(answered, more)

    with pytest.raises(StaleTurn):
        await library.append(*then(answered, answer("new", Origin("m2")), more[0].event))

    assert await holds_exactly(library, answered, (*entries, *more))
    assert not await library.knows(FIRST, Origin("m2"))


async def test_one_append_cannot_hold_an_origin_twice(library: Library) -> None:
    opened, entries = opened_interview()
    await library.append(opened, entries)
    once = answer("once", Origin("m1"))

    with pytest.raises(StaleTurn):
        await library.append(*then(opened, once, once))

    assert await holds_exactly(library, opened, entries)


async def test_after_a_stale_append_the_next_one_succeeds(library: Library) -> None:
    opened, entries = opened_interview()
    answered, more = then(opened, answer("mine"))
    await library.append(opened, entries)
    await library.append(answered, more)
    with pytest.raises(StaleTurn):
        await library.append(*then(opened, answer("late")))

    later = then(answered, answer("late"))
    await library.append(*later)

    assert await holds_exactly(library, later[0], (*entries, *more, *later[1]))


async def test_of_two_writers_for_one_place_exactly_one_wins(library: Library) -> None:
    opened, entries = opened_interview()
    await library.append(opened, entries)
    rivals = [then(opened, answer(f"I am {name}")) for name in "abcdefgh"]
    won: list[tuple[Interview, tuple[Entry, ...]]] = []
    lost: list[StaleTurn] = []

    async def write(rival: tuple[Interview, tuple[Entry, ...]]) -> None:
        try:
            await library.append(*rival)
        except StaleTurn as error:
            lost.append(error)
        else:
            won.append(rival)

    async with asyncio.TaskGroup() as tasks:
        for rival in rivals:
            tasks.create_task(write(rival))

    ((winner, its_entries),) = won
    assert len(lost) == 7
    assert await holds_exactly(library, winner, (*entries, *its_entries))


async def test_many_interviews_are_written_at_once(library: Library) -> None:
    async def hold(id_: str) -> None:
        interview, entries = opened_interview(id_)
        await library.append(interview, entries)
        for number in range(3):
            interview, more = then(interview, answer(f"{id_} says {number}"))
            await library.append(interview, more)

    async with asyncio.TaskGroup() as tasks:
        for number in range(40):
            tasks.create_task(hold(f"interview-{number}"))

    heads = [await library.head(line.id) for line in await library.summaries()]
    assert heads == [6] * 40
