"""What all deliveries owe: no committed message is forgotten, and what became of it is known."""

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone

import pytest

from core.domain.entry import Entry
from core.domain.errors import StaleTurn
from core.domain.interview import Interview, InterviewId
from core.domain.messages import MessageId
from core.domain.people import Place, PlaceKind
from core.ports.archive import Post
from core.ports.deliveries import Deliveries, Delivery
from tests.contracts.library import Library
from tests.scenes import TEN_O_CLOCK, answer, opened_interview, then

FIRST = InterviewId("first")
THREAD = Place(kind=PlaceKind.THREAD, id="t1")
# Two places may have one id, if they are of different kinds.
ROOM = Place(kind=PlaceKind.VOICE, id="t1")
POSTED = opened_interview()[0].now
LATER = TEN_O_CLOCK + timedelta(minutes=2)


def named(interview: InterviewId, seq: int) -> MessageId:
    return MessageId(f"{interview}:{seq}")


def posts(entries: Sequence[Entry], *places: Place, id_: InterviewId = FIRST) -> list[Post]:
    """Say that every entry is to be shown at every place."""
    return [(named(id_, entry.seq), entry.seq, place) for entry in entries for place in places]


def delivery(
    seq: int, place: Place = THREAD, due_at: datetime = POSTED, attempts: int = 0
) -> Delivery:
    return Delivery(
        message=named(FIRST, seq),
        interview=FIRST,
        seq=seq,
        place=place,
        due_at=due_at,
        attempts=attempts,
    )


async def opened(library: Library, *places: Place, id_: str = "first") -> Interview:
    """Keep an interview of three events, each of which is to be shown at all `places`."""
    interview, entries = opened_interview(id_)
    await library.append(interview, entries, post=posts(entries, *places, id_=interview.id))
    return interview


async def test_nothing_is_underway_that_was_not_posted(
    library: Library, deliveries: Deliveries
) -> None:
    await opened(library)

    assert await deliveries.underway(FIRST) == ()
    assert await deliveries.underway(InterviewId("nobody")) == ()
    assert await deliveries.platform_id(named(FIRST, 1), THREAD) is None


async def test_what_was_posted_is_underway_in_the_order_of_the_commits(
    library: Library, deliveries: Deliveries
) -> None:
    interview = await opened(library, THREAD)
    answered, entries = then(interview, answer("and"), answer("so on"))
    await library.append(answered, entries, post=posts(entries, THREAD, ROOM))

    underway = await deliveries.underway(FIRST)

    so_on = [delivery(seq, place, answered.now) for seq in (4, 5) for place in (THREAD, ROOM)]
    assert list(underway) == [delivery(1), delivery(2), delivery(3), *so_on]


async def test_an_earlier_message_can_be_posted_to_a_place_that_came_later(
    library: Library, deliveries: Deliveries
) -> None:
    interview = await opened(library, THREAD)
    answered, entries = then(interview, answer("and"))

    await library.append(answered, entries, post=[(named(FIRST, 1), 1, ROOM)])

    assert (await deliveries.underway(FIRST))[-1] == delivery(1, ROOM, answered.now)


async def test_a_stale_turn_posts_nothing(library: Library, deliveries: Deliveries) -> None:
    interview = await opened(library)
    await library.append(*then(interview, answer("mine")))
    late, entries = then(interview, answer("late"))

    with pytest.raises(StaleTurn):
        await library.append(late, entries, post=posts(entries, THREAD))

    assert await deliveries.underway(FIRST) == ()


async def test_a_message_is_posted_to_a_place_once(
    library: Library, deliveries: Deliveries
) -> None:
    interview = await opened(library, THREAD)
    answered, entries = then(interview, answer("and"))

    with pytest.raises(StaleTurn):
        await library.append(answered, entries, post=[(named(FIRST, 3), 3, THREAD)])

    assert await library.head(FIRST) == 3
    assert len(await deliveries.underway(FIRST)) == 3


async def test_what_was_sent_has_arrived_and_is_known_by_its_name(
    library: Library, deliveries: Deliveries
) -> None:
    await opened(library, THREAD, ROOM)

    await deliveries.sent(delivery(1), "discord-17")

    underway = await deliveries.underway(FIRST)
    assert delivery(1) not in underway
    assert delivery(1, ROOM) in underway
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
    await deliveries.gave_up(delivery(1))

    assert await deliveries.platform_id(named(FIRST, 1), THREAD) == "one"
    assert list(await deliveries.underway(FIRST)) == [delivery(2), delivery(3)]


async def test_what_failed_keeps_its_place_and_is_due_again_later(
    library: Library, deliveries: Deliveries
) -> None:
    await opened(library, THREAD)
    (first, *_) = await deliveries.underway(FIRST)

    await deliveries.failed(first, LATER)
    await deliveries.failed(first, LATER + timedelta(microseconds=1))

    again = delivery(1, due_at=LATER + timedelta(microseconds=1), attempts=2)
    assert list(await deliveries.underway(FIRST)) == [again, delivery(2), delivery(3)]


async def test_a_moment_of_another_time_zone_stays_the_same_moment(
    library: Library, deliveries: Deliveries
) -> None:
    await opened(library, THREAD)
    tokyo = timezone(timedelta(hours=9))

    await deliveries.failed(delivery(1), LATER.astimezone(tokyo))

    (first, *_) = await deliveries.underway(FIRST)
    assert first.due_at == LATER
    assert first.due_at.utcoffset() == timedelta(0)


async def test_what_was_given_up_is_underway_no_more_and_has_no_name(
    library: Library, deliveries: Deliveries
) -> None:
    await opened(library, THREAD)

    await deliveries.gave_up(delivery(1))
    await deliveries.failed(delivery(1), LATER)

    assert list(await deliveries.underway(FIRST)) == [delivery(2), delivery(3)]
    assert await deliveries.platform_id(named(FIRST, 1), THREAD) is None


async def test_what_was_given_up_too_early_is_known_by_the_name_under_which_it_arrived(
    library: Library, deliveries: Deliveries
) -> None:
    """One process may give up while another, which was slow, has the platform's reply at last."""
    await opened(library, THREAD)
    await deliveries.gave_up(delivery(1))

    await deliveries.sent(delivery(1), "late")

    assert await deliveries.platform_id(named(FIRST, 1), THREAD) == "late"


async def test_interviews_have_messages_of_their_own(
    library: Library, deliveries: Deliveries
) -> None:
    """Even in one and the same place, such as a terminal."""
    await opened(library, THREAD)
    await opened(library, THREAD, id_="other")

    await deliveries.sent(delivery(1), "sent")
    await deliveries.gave_up(delivery(2))
    await deliveries.failed(delivery(3), LATER)

    others = await deliveries.underway(InterviewId("other"))
    assert [(each.message, each.attempts) for each in others] == [
        ("other:1", 0),
        ("other:2", 0),
        ("other:3", 0),
    ]
