"""What every archive owes: each event is kept, in its place, to the letter."""

from dataclasses import replace
from datetime import timedelta, timezone
from typing import get_args

import pytest

from core.domain.entry import Event
from core.domain.errors import NoSuchInterview
from core.domain.evolve import rebuild
from core.domain.interview import InterviewId
from core.domain.people import Origin
from tests.contracts.every_kind import whole_interview
from tests.contracts.library import Library
from tests.scenes import COACH, answer, opened_interview, requested, then

FIRST = InterviewId("first")


async def test_every_kind_of_event_is_read_as_it_was_appended(library: Library) -> None:
    interview, entries = whole_interview()

    await library.append(interview, entries)

    assert {type(entry.event) for entry in entries} == set(get_args(Event))
    assert await library.read(FIRST) == entries


async def test_an_interview_is_rebuilt_from_what_was_kept(library: Library) -> None:
    interview, entries = whole_interview()
    await library.append(interview, entries)

    rebuilt = rebuild(FIRST, await library.read(FIRST))

    assert rebuilt == interview


async def test_events_are_read_in_the_order_of_many_appends(library: Library) -> None:
    interview, entries = opened_interview()
    await library.append(interview, entries)
    for number in range(20):
        interview, more = then(interview, answer(f"number {number}"), answer("and more"))
        await library.append(interview, more)
        entries += more

    kept = await library.read(FIRST)

    assert kept == entries
    assert [entry.seq for entry in kept] == list(range(1, 44))


async def test_what_came_after_an_event_can_be_read_alone(library: Library) -> None:
    opened, entries = opened_interview()
    await library.append(opened, entries)
    await library.append(*then(opened, answer("later")))

    later = await library.read(FIRST, after=len(entries))

    assert later == (await library.read(FIRST))[len(entries) :]
    assert len(later) == 1
    with pytest.raises(NoSuchInterview):
        await library.read(FIRST, after=len(entries) + 1)


async def test_interviews_do_not_mix(library: Library) -> None:
    one, two = requested("one"), requested("two", by=COACH)

    await library.append(*one)
    await library.append(*two)

    assert await library.read(one[0].id) == one[1]
    assert await library.read(two[0].id) == two[1]


async def test_a_moment_of_another_time_zone_stays_the_same_moment(library: Library) -> None:
    interview, (entry,) = requested()
    tokyo = timezone(timedelta(hours=9))
    entry = replace(entry, at=entry.at.astimezone(tokyo))

    await library.append(interview, [entry])

    (kept,) = await library.read(FIRST)
    assert kept.at == entry.at
    assert kept.at.utcoffset() == timedelta(0)


async def test_an_edit_is_another_happening_than_what_it_edits(library: Library) -> None:
    opened, entries = opened_interview()
    await library.append(opened, entries)

    await library.append(*then(opened, answer("a", Origin("m1")), answer("b", Origin("m1", 1))))

    assert await library.knows(FIRST, Origin("m1"))
    assert await library.knows(FIRST, Origin("m1", 1))
    assert not await library.knows(FIRST, Origin("m1", 2))
    assert not await library.knows(FIRST, Origin("m2"))


async def test_an_older_revision_is_known_by_a_later_one(library: Library) -> None:
    opened, entries = opened_interview()
    await library.append(opened, entries)

    await library.append(*then(opened, answer("edited twice", Origin("m1", 2))))

    assert [await library.knows(FIRST, Origin("m1", number)) for number in range(4)] == [
        True,
        True,
        True,
        False,
    ]


async def test_an_origin_is_known_to_its_own_interview_only(library: Library) -> None:
    await library.append(*requested("one", origin=Origin("m1")))
    await library.append(*requested("two", origin=Origin("m1")))
    await library.append(*requested("three"))

    assert await library.knows(InterviewId("one"), Origin("m1"))
    assert await library.knows(InterviewId("two"), Origin("m1"))
    assert not await library.knows(InterviewId("three"), Origin("m1"))


async def test_the_head_is_the_last_place_taken(library: Library) -> None:
    before = await library.head(FIRST)
    await library.append(*opened_interview())

    after = await library.head(FIRST)

    assert (before, after) == (0, 3)


async def test_there_is_no_interview_without_events(library: Library) -> None:
    with pytest.raises(NoSuchInterview, match="nobody"):
        await library.read(InterviewId("nobody"))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("".join(map(chr, range(32))) + "\x7f\x85", id="control characters and NUL"),
        pytest.param("👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301 \U0010fffd", id="emoji"),
        pytest.param("\u202eright to left\u202c שלום مرحبا", id="right to left"),
        pytest.param("'); DROP TABLE events; -- %s :id ? {}", id="SQL"),
        pytest.param("line\r\nline\rline\u2028line", id="line ends"),
        pytest.param("ä" * 500_000, id="a megabyte"),
    ],
)
async def test_any_text_is_kept_to_the_letter(library: Library, text: str) -> None:
    opened, entries = opened_interview()
    answered, more = then(opened, answer(text))
    await library.append(opened, entries)

    await library.append(answered, more)

    assert (await library.read(FIRST))[-1:] == more
