"""What all deliveries owe who sweeps: every interview with something to be sent is found, and no other."""

from datetime import timedelta

from core.domain.interview import InterviewId
from core.domain.people import Place, PlaceKind
from core.ports.deliveries import Deliveries
from tests.contracts.library import Library
from tests.contracts.test_deliveries import LATER, POSTED, ROOM, THREAD, delivery, opened, posts
from tests.scenes import answer, then

FIRST = InterviewId("first")
MOMENT = timedelta(microseconds=1)
THREADS, ROOMS = [PlaceKind.THREAD], [PlaceKind.VOICE]
ANY = frozenset(PlaceKind)


async def test_a_message_is_due_from_the_moment_of_its_commit(
    library: Library, deliveries: Deliveries
) -> None:
    await opened(library, THREAD)

    assert await deliveries.due(POSTED - MOMENT, ANY, 10) == ()
    assert await deliveries.due(POSTED, ANY, 10) == (FIRST,)
    assert await deliveries.due(LATER, ANY, 10) == (FIRST,)


async def test_only_such_places_count_as_were_asked_for(
    library: Library, deliveries: Deliveries
) -> None:
    await opened(library, THREAD)
    await opened(library, ROOM, id_="other")

    assert await deliveries.due(LATER, THREADS, 10) == (FIRST,)
    assert await deliveries.due(LATER, ROOMS, 10) == ("other",)
    assert await deliveries.due(LATER, [PlaceKind.TERMINAL], 10) == ()
    assert await deliveries.due(LATER, [], 10) == ()


async def test_nothing_is_due_where_nothing_is_underway(
    library: Library, deliveries: Deliveries
) -> None:
    await opened(library, THREAD)

    await deliveries.sent(delivery(1), "sent")
    await deliveries.gave_up(delivery(2))
    before = await deliveries.due(LATER, ANY, 10)
    await deliveries.sent(delivery(3), "sent")

    assert before == (FIRST,)
    assert await deliveries.due(LATER, ANY, 10) == ()


async def test_what_failed_holds_up_what_is_behind_it_in_its_place(
    library: Library, deliveries: Deliveries
) -> None:
    """Else an interview that can do nothing would be found first, each time."""
    interview = await opened(library, THREAD, ROOM)
    await deliveries.sent(delivery(1), "sent")
    await deliveries.failed(delivery(2), LATER)
    answered, entries = then(interview, answer("and"))
    await library.append(answered, entries, post=posts(entries, THREAD))

    assert await deliveries.due(LATER - MOMENT, THREADS, 10) == ()
    assert await deliveries.due(LATER - MOMENT, ROOMS, 10) == (FIRST,)
    assert await deliveries.due(LATER, THREADS, 10) == (FIRST,)


async def test_what_is_behind_it_holds_up_nothing(library: Library, deliveries: Deliveries) -> None:
    await opened(library, THREAD)

    await deliveries.failed(delivery(2), LATER)

    assert await deliveries.due(POSTED, THREADS, 10) == (FIRST,)


async def test_another_interview_and_another_place_are_not_held_up(
    library: Library, deliveries: Deliveries
) -> None:
    other = Place(kind=PlaceKind.THREAD, id="t2")
    interview = await opened(library, THREAD)
    await opened(library, THREAD, id_="second")
    await deliveries.failed(delivery(1), LATER)
    alone = await deliveries.due(POSTED, THREADS, 10)
    answered, entries = then(interview, answer("and"))
    await library.append(answered, entries, post=posts(entries, other))

    assert alone == ("second",)
    assert await deliveries.due(answered.now, THREADS, 10) == ("second", FIRST)


async def test_the_longest_overdue_come_first_and_not_too_many(
    library: Library, deliveries: Deliveries
) -> None:
    for number, id_ in enumerate(("c", "a", "b")):
        interview = await opened(library, id_=id_)
        said = [answer("so far")] * number
        interview, entries = then(interview, answer("and"), *said)
        await library.append(interview, entries, post=posts(entries, THREAD, id_=interview.id))

    assert await deliveries.due(LATER, ANY, 10) == ("c", "a", "b")
    assert await deliveries.due(LATER, ANY, 2) == ("c", "a")
