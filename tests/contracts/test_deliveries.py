"""What all deliveries owe: no committed message is forgotten, and none overtakes another."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from core.domain.entry import Entry
from core.domain.errors import StaleTurn
from core.domain.interview import Interview, InterviewId
from core.domain.messages import MessageId
from core.domain.people import TERMINAL, Place, PlaceKind
from core.ports.archive import Post
from core.ports.deliveries import Deliveries, Delivery
from tests.contracts.library import Library
from tests.scenes import TEN_O_CLOCK, answer, opened_interview, then

FIRST = InterviewId("first")
THREAD = Place(kind=PlaceKind.THREAD, id="t1")
# Two places may have one id, if they are of different kinds.
ROOM = Place(kind=PlaceKind.VOICE, id="t1")
NOW = TEN_O_CLOCK + timedelta(minutes=1)
LATER = NOW + timedelta(minutes=1)


def named(interview: InterviewId, seq: int) -> MessageId:
    return MessageId(f"{interview}:{seq}")


def posts(entries: Sequence[Entry], *places: Place, id_: InterviewId = FIRST) -> list[Post]:
    """Say that every entry is to be shown at every place."""
    return [(named(id_, entry.seq), entry.seq, place) for entry in entries for place in places]


def delivery(seq: int, place: Place = THREAD, attempts: int = 0) -> Delivery:
    return Delivery(
        message=named(FIRST, seq), interview=FIRST, seq=seq, place=place, attempts=attempts
    )


async def opened(library: Library, *places: Place, id_: str = "first") -> Interview:
    """Keep an interview of three events, each of which is to be shown at all `places`."""
    interview, entries = opened_interview(id_)
    await library.append(interview, entries, post=posts(entries, *places, id_=interview.id))
    return interview


async def test_nothing_is_due_that_was_not_posted(library: Library, deliveries: Deliveries) -> None:
    await opened(library)

    assert await deliveries.due(LATER, 10) == ()
    assert await deliveries.platform_id(named(FIRST, 1), THREAD) is None


async def test_what_was_posted_is_due_in_the_order_of_the_log(
    library: Library, deliveries: Deliveries
) -> None:
    interview = await opened(library, THREAD)
    answered, entries = then(interview, answer("and"), answer("so on"))
    await library.append(answered, entries, post=posts(entries, THREAD))

    due = await deliveries.due(NOW, 10)

    assert due == tuple(delivery(seq) for seq in (1, 2, 3, 4, 5))
    assert await deliveries.due(NOW, 2) == due[:2]


async def test_a_message_is_due_from_the_moment_of_its_commit(
    library: Library, deliveries: Deliveries
) -> None:
    """So whoever sweeps for what was left lying leaves alone what was committed just now."""
    interview = await opened(library, THREAD)

    assert await deliveries.due(interview.now - timedelta(seconds=1), 10) == ()
    assert len(await deliveries.due(interview.now, 10)) == 3


async def test_a_stale_turn_posts_nothing(library: Library, deliveries: Deliveries) -> None:
    interview = await opened(library)
    await library.append(*then(interview, answer("mine")))
    late, entries = then(interview, answer("late"))

    with pytest.raises(StaleTurn):
        await library.append(late, entries, post=posts(entries, THREAD))

    assert await deliveries.due(LATER, 10) == ()


async def test_a_message_is_posted_to_a_place_once(
    library: Library, deliveries: Deliveries
) -> None:
    interview = await opened(library, THREAD)
    answered, entries = then(interview, answer("and"))

    with pytest.raises(StaleTurn):
        await library.append(answered, entries, post=[(named(FIRST, 3), 3, THREAD)])

    assert await library.head(FIRST) == 3
    assert len(await deliveries.due(NOW, 10)) == 3


async def test_an_earlier_message_can_be_posted_to_a_place_that_came_later(
    library: Library, deliveries: Deliveries
) -> None:
    interview = await opened(library, THREAD)
    answered, entries = then(interview, answer("and"))

    await library.append(answered, entries, post=[(named(FIRST, 1), 1, ROOM)])

    assert (await deliveries.due(NOW, 10))[-1] == delivery(1, ROOM)


async def test_what_was_sent_is_not_due_and_is_known_by_its_name(
    library: Library, deliveries: Deliveries
) -> None:
    await opened(library, THREAD, ROOM)

    await deliveries.sent(delivery(1), "discord-17")

    assert delivery(1) not in await deliveries.due(LATER, 10)
    assert delivery(1, ROOM) in await deliveries.due(LATER, 10)
    assert await deliveries.platform_id(named(FIRST, 1), THREAD) == "discord-17"
    assert await deliveries.platform_id(named(FIRST, 1), ROOM) is None
    assert await deliveries.platform_id(named(FIRST, 2), THREAD) is None


async def test_a_message_that_arrived_keeps_its_first_name(
    library: Library, deliveries: Deliveries
) -> None:
    await opened(library, THREAD)
    await deliveries.sent(delivery(1), "one")

    await deliveries.sent(delivery(1), "two")
    await deliveries.failed(delivery(1), LATER)

    assert await deliveries.platform_id(named(FIRST, 1), THREAD) == "one"
    assert await deliveries.due(NOW, 10) == (delivery(2), delivery(3))


async def test_what_failed_is_due_again_later_and_counts(
    library: Library, deliveries: Deliveries
) -> None:
    await opened(library, THREAD)
    (first, *_) = await deliveries.due(NOW, 10)

    await deliveries.failed(first, LATER)
    await deliveries.failed(first, LATER)

    assert await deliveries.due(LATER - timedelta(seconds=1), 10) == ()
    assert await deliveries.due(LATER, 1) == (delivery(1, attempts=2),)


async def test_nothing_overtakes_a_message_that_failed(
    library: Library, deliveries: Deliveries
) -> None:
    interview = await opened(library, THREAD, ROOM)
    await deliveries.sent(delivery(1), "sent")
    await deliveries.failed(delivery(2), LATER)
    answered, entries = then(interview, answer("and"))
    await library.append(answered, entries, post=posts(entries, THREAD, ROOM))

    now, later = await deliveries.due(NOW, 10), await deliveries.due(LATER, 10)

    assert [each.seq for each in now if each.place == ROOM] == [1, 2, 3, 4]
    assert [each.seq for each in now if each.place == THREAD] == []
    assert [each.seq for each in later if each.place == THREAD] == [2, 3, 4]


async def test_what_went_out_before_a_message_failed_stays_out(
    library: Library, deliveries: Deliveries
) -> None:
    """One that waits behind another is held up by it, not the other way round."""
    await opened(library, THREAD)

    await deliveries.failed(delivery(2), LATER)

    assert await deliveries.due(NOW, 10) == (delivery(1),)


async def test_interviews_have_messages_of_their_own(
    library: Library, deliveries: Deliveries
) -> None:
    await opened(library, TERMINAL, id_="one")
    await opened(library, THREAD, id_="two")

    await deliveries.failed((await deliveries.due(NOW, 1))[0], LATER)

    assert {each.interview for each in await deliveries.due(NOW, 10)} == {"two"}
    assert [each.interview for each in await deliveries.due(LATER, 10)] == ["one"] * 3 + ["two"] * 3
