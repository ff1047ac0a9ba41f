"""What every intake owes: what was taken in gets its turn, once, whoever dies in between."""

from datetime import timedelta, timezone

from core.domain.arrivals import Arrival, EndAsked, HintAsked
from core.domain.interview import InterviewId
from core.domain.people import Origin
from core.ports.intake import Intake, Lane
from tests.contracts.every_kind import whole_interview
from tests.contracts.library import Library, first_ticket, line_of
from tests.scenes import ADA, TEN_O_CLOCK, answer, requested

FIRST, SECOND, THIRD = InterviewId("first"), InterviewId("second"), InterviewId("third")


async def test_every_kind_of_arrival_waits_as_it_came(intake: Intake) -> None:
    _, entries = whole_interview()
    arrivals = [entry.event for entry in entries if isinstance(entry.event, Arrival)]

    for arrival in arrivals:
        assert await intake.take(FIRST, arrival, Lane.WORDS, TEN_O_CLOCK)

    assert await intake.count(FIRST) == len(arrivals) == 21
    assert await line_of(intake, FIRST) == arrivals


async def test_whoever_waits_stays_first_until_let_go_of(intake: Intake) -> None:
    await intake.take(FIRST, answer("one"), Lane.WORDS, TEN_O_CLOCK)
    await intake.take(FIRST, answer("two"), Lane.WORDS, TEN_O_CLOCK)

    seen = [await intake.next(FIRST) for _ in range(2)]

    assert seen[0] == seen[1]
    assert await intake.count(FIRST) == 2


async def test_the_control_lane_goes_first(intake: Intake) -> None:
    end, hint = EndAsked(by=ADA), HintAsked(by=ADA)
    await intake.take(FIRST, answer("one"), Lane.WORDS, TEN_O_CLOCK)
    await intake.take(FIRST, answer("two"), Lane.WORDS, TEN_O_CLOCK)
    await intake.take(FIRST, hint, Lane.CONTROL, TEN_O_CLOCK)
    await intake.take(FIRST, end, Lane.CONTROL, TEN_O_CLOCK)

    assert await line_of(intake, FIRST) == [hint, end, answer("one"), answer("two")]


async def test_a_ticket_tells_its_lane_and_when_it_happened_to_the_microsecond(
    intake: Intake,
) -> None:
    at = TEN_O_CLOCK + timedelta(microseconds=1)
    tokyo = timezone(timedelta(hours=9))
    await intake.take(FIRST, answer("one"), Lane.WORDS, at.astimezone(tokyo))
    later = await intake.next(FIRST)
    await intake.take(FIRST, EndAsked(by=ADA), Lane.CONTROL, TEN_O_CLOCK.replace(microsecond=0))

    first = await intake.next(FIRST)

    assert later
    assert first
    assert (later.lane, later.at, later.at.utcoffset()) == (Lane.WORDS, at, timedelta(0))
    assert (first.lane, first.at) == (Lane.CONTROL, TEN_O_CLOCK.replace(microsecond=0))


async def test_the_order_is_that_of_taking_in_whatever_the_clock_said(intake: Intake) -> None:
    await intake.take(FIRST, answer("one"), Lane.WORDS, TEN_O_CLOCK + timedelta(days=1))
    await intake.take(FIRST, answer("two"), Lane.WORDS, TEN_O_CLOCK)

    assert await line_of(intake, FIRST) == [answer("one"), answer("two")]


async def test_whom_the_control_lane_overtook_is_known(intake: Intake) -> None:
    end, hint = EndAsked(by=ADA), HintAsked(by=ADA)
    await intake.take(FIRST, answer("one"), Lane.WORDS, TEN_O_CLOCK)
    await intake.take(FIRST, hint, Lane.CONTROL, TEN_O_CLOCK)
    await intake.take(SECOND, answer("elsewhere"), Lane.WORDS, TEN_O_CLOCK)
    await intake.take(FIRST, answer("two"), Lane.WORDS, TEN_O_CLOCK)
    await intake.take(FIRST, end, Lane.CONTROL, TEN_O_CLOCK)
    await intake.take(FIRST, answer("behind"), Lane.WORDS, TEN_O_CLOCK)
    overtaken: list[list[Arrival]] = []

    while ticket := await intake.next(FIRST):
        overtaken.append([each.arrival for each in await intake.overtaken(ticket)])
        await intake.drop(ticket.id)

    assert overtaken == [[answer("one")], [answer("one"), answer("two")], [], [], []]


async def test_who_was_overtaken_is_known_by_a_ticket_of_their_own(intake: Intake) -> None:
    await intake.take(FIRST, answer("one"), Lane.WORDS, TEN_O_CLOCK)
    one = await intake.next(FIRST)
    await intake.take(FIRST, EndAsked(by=ADA), Lane.CONTROL, TEN_O_CLOCK)
    end = await intake.next(FIRST)
    assert end

    assert list(await intake.overtaken(end)) == [one]


async def test_a_long_line_keeps_its_order(intake: Intake) -> None:
    arrivals = [answer(f"number {number}") for number in range(30)]
    for arrival in arrivals:
        await intake.take(FIRST, arrival, Lane.WORDS, TEN_O_CLOCK)

    assert await line_of(intake, FIRST) == arrivals


async def test_nobody_waits_where_nobody_came(intake: Intake) -> None:
    await intake.take(SECOND, answer("over here"), Lane.WORDS, TEN_O_CLOCK)

    assert await intake.next(FIRST) is None
    assert await intake.count(FIRST) == 0


async def test_what_waits_is_not_taken_in_twice(intake: Intake) -> None:
    once = answer("once", Origin("m1"))

    taken = [
        await intake.take(FIRST, once, lane, TEN_O_CLOCK) for lane in (Lane.WORDS, Lane.CONTROL)
    ]

    assert taken == [True, False]
    assert await line_of(intake, FIRST) == [once]


async def test_an_edit_and_another_interview_are_other_happenings(intake: Intake) -> None:
    taken = [
        await intake.take(FIRST, answer("once", Origin("m1")), Lane.WORDS, TEN_O_CLOCK),
        await intake.take(FIRST, answer("edited", Origin("m1", 1)), Lane.WORDS, TEN_O_CLOCK),
        await intake.take(SECOND, answer("once", Origin("m1")), Lane.WORDS, TEN_O_CLOCK),
    ]

    assert taken == [True, True, True]


async def test_what_nobody_named_is_new_each_time(intake: Intake) -> None:
    assert await intake.take(FIRST, answer("again"), Lane.WORDS, TEN_O_CLOCK)
    assert await intake.take(FIRST, answer("again"), Lane.WORDS, TEN_O_CLOCK)

    assert await intake.count(FIRST) == 2


async def test_an_arrival_can_wait_for_its_interview_to_begin(
    intake: Intake, library: Library
) -> None:
    interview, (entry,) = requested(origin=Origin("m1"))
    assert isinstance(entry.event, Arrival)
    await intake.take(FIRST, entry.event, Lane.WORDS, TEN_O_CLOCK)

    await library.append(interview, [entry], ticket=await first_ticket(intake, FIRST))

    assert await intake.count(FIRST) == 0
    assert not await intake.take(FIRST, entry.event, Lane.WORDS, TEN_O_CLOCK)


async def test_a_number_is_never_given_out_again(intake: Intake) -> None:
    """Else somebody who was slow to let go would let go of another."""
    await intake.take(FIRST, answer("one"), Lane.WORDS, TEN_O_CLOCK)
    old = await first_ticket(intake, FIRST)
    await intake.drop(old)
    await intake.take(FIRST, answer("two"), Lane.WORDS, TEN_O_CLOCK)

    await intake.drop(old)

    assert await line_of(intake, FIRST) == [answer("two")]


async def test_the_longest_waiting_interview_comes_first(intake: Intake) -> None:
    for id_ in (SECOND, FIRST, SECOND, THIRD):
        await intake.take(id_, answer("hello"), Lane.WORDS, TEN_O_CLOCK)
    await intake.take(THIRD, EndAsked(by=ADA), Lane.CONTROL, TEN_O_CLOCK)

    assert list(await intake.waiting(10)) == [SECOND, FIRST, THIRD]
    assert list(await intake.waiting(2)) == [SECOND, FIRST]
    await line_of(intake, SECOND)
    assert list(await intake.waiting(10)) == [FIRST, THIRD]
