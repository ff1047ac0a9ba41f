"""What all alarms owe: the clock finds every interview that it has something to say in."""

from datetime import timedelta

import pytest

from core.domain import arrivals, outcomes
from core.domain.errors import StaleTurn
from core.domain.interview import Interview, InterviewId
from core.domain.wakes import next_wake
from core.ports.alarms import Alarms
from tests.contracts.every_kind import whole_interview
from tests.contracts.library import Library
from tests.scenes import ADA, TEN_O_CLOCK, answer, opened_interview, requested, then

MOMENT = timedelta(microseconds=1)
NEXT_DAY = TEN_O_CLOCK + timedelta(days=1)


async def opened(library: Library, id_: str = "first") -> Interview:
    """Keep an interview whose first question is on the table."""
    interview, entries = opened_interview(id_)
    await library.append(interview, entries)
    return interview


async def test_an_interview_is_found_from_its_next_wake_up_on(
    library: Library, alarms: Alarms
) -> None:
    interview = await opened(library)
    wake = next_wake(interview)
    assert wake

    assert await alarms.due(wake.at - MOMENT, 10) == ()
    assert await alarms.due(wake.at, 10) == (interview.id,)
    assert await alarms.due(NEXT_DAY, 10) == (interview.id,)


async def test_what_happens_moves_the_wake_up(library: Library, alarms: Alarms) -> None:
    before = await opened(library)
    after, entries = then(before, arrivals.RepeatAsked(by=ADA))
    await library.append(after, entries)
    early, late = next_wake(before), next_wake(after)
    assert early
    assert late

    assert await alarms.due(early.at, 10) == ()
    assert await alarms.due(late.at, 10) == (after.id,)


async def test_a_stale_turn_moves_nothing(library: Library, alarms: Alarms) -> None:
    before = await opened(library)
    after, entries = then(before, answer("mine"))
    await library.append(after, entries)
    wake = next_wake(after)
    assert wake

    with pytest.raises(StaleTurn):
        await library.append(*then(before, answer("late"), answer("and later")))

    assert await alarms.due(wake.at, 10) == (after.id,)


async def test_an_interview_that_waits_for_nothing_is_not_found(
    library: Library, alarms: Alarms
) -> None:
    await library.append(*requested("asked for"))
    await library.append(*whole_interview("over"))
    interview = await opened(library, "paused")
    paused = outcomes.InterviewPaused(reason=outcomes.PauseReason.ASKED, text="Later!")
    await library.append(*then(interview, paused))

    assert await alarms.due(NEXT_DAY, 10) == ()


async def test_an_interview_that_ended_is_due_for_its_evaluation_at_once(
    library: Library, alarms: Alarms
) -> None:
    interview = await opened(library)
    ended, entries = then(
        interview, outcomes.InterviewEnded(ending=outcomes.Ending.ASKED, text="Thank you!")
    )
    await library.append(ended, entries)

    assert await alarms.due(ended.now, 10) == (ended.id,)


async def test_the_most_overdue_come_first_and_not_too_many(
    library: Library, alarms: Alarms
) -> None:
    for id_ in ("c", "a", "b"):
        interview = await opened(library, id_)
        for _ in range({"a": 3, "b": 1, "c": 2}[id_]):
            interview, more = then(interview, answer("so far"))
            await library.append(interview, more)

    assert await alarms.due(NEXT_DAY, 10) == ("b", "c", "a")
    assert await alarms.due(NEXT_DAY, 2) == ("b", "c")


async def test_an_interview_that_was_postponed_is_left_alone_until_then(
    library: Library, alarms: Alarms
) -> None:
    interview = await opened(library)
    other = await opened(library, "other")

    await alarms.postpone(interview.id, NEXT_DAY)

    assert await alarms.due(NEXT_DAY - MOMENT, 10) == (other.id,)
    assert await alarms.due(NEXT_DAY, 10) == (other.id, interview.id)


async def test_what_happens_ends_a_postponement(library: Library, alarms: Alarms) -> None:
    before = await opened(library)
    await alarms.postpone(before.id, NEXT_DAY)

    after, entries = then(before, answer("I am back"))
    await library.append(after, entries)

    wake = next_wake(after)
    assert wake
    assert await alarms.due(wake.at, 10) == (after.id,)


async def test_a_wake_up_is_never_brought_forward(library: Library, alarms: Alarms) -> None:
    interview = await opened(library)
    wake = next_wake(interview)
    assert wake

    await alarms.postpone(interview.id, wake.at - MOMENT)

    assert await alarms.due(wake.at - MOMENT, 10) == ()
    assert await alarms.due(wake.at, 10) == (interview.id,)


async def test_nobody_is_woken_by_being_postponed(library: Library, alarms: Alarms) -> None:
    over, entries = whole_interview("over")
    await library.append(over, entries)

    await alarms.postpone(over.id, TEN_O_CLOCK)
    await alarms.postpone(InterviewId("nobody"), TEN_O_CLOCK)

    assert await alarms.due(NEXT_DAY, 10) == ()
