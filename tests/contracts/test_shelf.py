"""What every shelf owes: interviews are found, and what they asked is known."""

from datetime import timedelta

import pytest

from core.domain.errors import StaleTurn
from core.domain.interview import InterviewId, Status
from core.domain.people import PersonId
from core.domain.question import InterviewType
from core.ports.archive import Summary
from tests.contracts.every_kind import whole_interview
from tests.contracts.library import Library
from tests.scenes import ADA, COACH, TEN_O_CLOCK, answer, opened_interview, requested, then

FIRST = InterviewId("first")


async def test_a_summary_says_how_the_interview_stands(library: Library) -> None:
    interview, entries = whole_interview()

    await library.append(interview, entries)

    assert await library.summaries() == (
        Summary(
            id=FIRST,
            candidate=ADA.id,
            type=InterviewType.MIXED,
            pattern="startup",
            status=Status.COMPLETED,
            began_at=TEN_O_CLOCK + timedelta(seconds=1),
            used_s=interview.elapsed_s,
            questions=2,
        ),
    )


async def test_a_summary_follows_its_interview(library: Library) -> None:
    opened, entries = opened_interview()
    await library.append(*requested())
    (before,) = await library.summaries()

    await library.append(opened, entries[1:])

    (after,) = await library.summaries()
    assert (before.pattern, before.used_s) == (None, 0)
    assert (after.pattern, after.used_s) == ("startup", 2)


async def test_the_interview_that_changed_last_comes_first(library: Library) -> None:
    for id_ in ("one", "two", "three"):
        await library.append(*requested(id_))
    one, _ = requested("one")

    await library.append(*then(one, answer("I am back")))

    assert [line.id for line in await library.summaries()] == ["one", "three", "two"]


async def test_summaries_of_one_candidate_leave_out_the_others(library: Library) -> None:
    for id_, by in (("one", ADA), ("two", COACH), ("three", ADA)):
        await library.append(*requested(id_, by))

    assert [line.id for line in await library.summaries(ADA.id)] == ["three", "one"]
    assert [line.id for line in await library.summaries(COACH.id)] == ["two"]
    assert await library.summaries(PersonId("nobody")) == ()


async def test_what_somebody_was_ever_asked_is_known(library: Library) -> None:
    await library.append(*whole_interview("one"))
    await library.append(*opened_interview("two", asks="queues"))
    await library.append(*opened_interview("three", asks="caching"))
    await library.append(*opened_interview("four", by=COACH, asks="locks"))

    assert await library.asked_of(ADA.id) == {"caching", "adding", "queues"}
    assert await library.asked_of(COACH.id) == {"locks"}
    assert await library.asked_of(PersonId("nobody")) == frozenset()


async def test_a_stale_append_asks_nothing(library: Library) -> None:
    interview, entries = requested()
    await library.append(interview, entries)
    await library.append(*then(interview, answer("mine")))

    with pytest.raises(StaleTurn):
        await library.append(*opened_interview(asks="queues"))

    assert await library.asked_of(ADA.id) == frozenset()
