"""The outbox: everything that was committed arrives, once, in order, wherever it belongs."""

from datetime import timedelta

import pytest
from structlog.typing import EventDict

from adapters.in_process import InProcessRates
from core.domain.errors import Busy, PlaceGone, StorageUnavailable, Unavailable
from core.domain.messages import MessageId, Notice
from core.outbox import FORMLESS_TRIES, LONGEST_RETRY_S
from core.ports.rates import Rate
from tests.core.platforms import THREAD, VOICE, Platform
from tests.core.postal import posted

AWAY = Unavailable("The platform is away.")
NOTICE = Notice(id=MessageId("notice"), text="Hello?")


async def test_what_was_committed_is_shown_in_order_and_under_its_platform_s_name() -> None:
    post = await posted(says=3)
    ids = post.ids

    await post.go()

    assert post.platform.ids(THREAD) == ids
    assert [await post.deliveries.platform_id(each, THREAD) for each in ids] == [
        f"name of {each}" for each in ids
    ]
    assert not post.floor.underway
    assert not post.floor.unsaid
    assert not await post.deliveries.underway(post.floor.id)


async def test_what_is_new_is_looked_for_nowhere() -> None:
    post = await posted(says=3)

    await post.go()

    assert post.platform.looked == []


async def test_nothing_overtakes_what_waits_in_its_place() -> None:
    post = await posted(says=2, platform=Platform(troubles=[AWAY]))
    ids = post.ids

    await post.go()
    early = post.platform.ids(THREAD)
    await post.go(1.9)
    late = post.platform.ids(THREAD)
    await post.go(0.1)

    assert early == late == []
    assert post.platform.ids(THREAD) == ids


async def test_one_place_does_not_wait_for_another() -> None:
    post = await posted(THREAD, VOICE, says=2, platform=Platform(troubles=[AWAY]))
    ids = post.ids

    await post.go()
    first = (post.platform.ids(THREAD), post.platform.ids(VOICE))
    await post.go(2)

    assert first == ([], ids)
    assert post.platform.ids(THREAD) == ids
    assert len(post.platform.shown) == 2 * len(ids)


async def test_each_failure_doubles_the_wait_up_to_a_limit(logs: list[EventDict]) -> None:
    tries = 12
    post = await posted(platform=Platform(troubles=[AWAY] * tries))

    waits = []
    for _ in range(tries):
        await post.go()
        moment = post.outbox.next_moment(post.floor)
        assert moment
        waits.append((moment - post.clock.now()).total_seconds())
        assert await post.due() == ()
        post.clock.turn_to(moment)
        assert await post.due() == (post.floor.id,)
    await post.go()

    assert waits[:4] == [2, 4, 8, 16]
    assert waits[-1] == LONGEST_RETRY_S
    assert len(post.platform.shown) == 2
    assert [each["event"] for each in logs] == ["message_put_off"] * tries


async def test_the_wait_is_remembered_by_whoever_comes_after_a_crash() -> None:
    post = await posted(platform=Platform(troubles=[AWAY] * 3))
    await post.go()
    await post.go(2)
    await post.crash()
    first = post.floor.underway[0]

    await post.go(3.9)
    early = list(post.platform.troubles)
    await post.go(0.1)

    assert first.attempts == 2
    assert len(early) == 1
    assert post.platform.troubles == []


async def test_a_platform_that_is_busy_says_how_long_to_wait() -> None:
    post = await posted(platform=Platform(troubles=[Busy("Slow down.", 37.5)]))

    await post.go()

    assert post.outbox.next_moment(post.floor) == post.clock.now() + timedelta(seconds=37.5)
    await post.go(37.5)
    assert len(post.platform.shown) == 2


async def test_a_place_that_is_gone_is_given_up(logs: list[EventDict]) -> None:
    post = await posted(
        THREAD, VOICE, platform=Platform(troubles=[PlaceGone("It was deleted.")] * 2)
    )
    ids = post.ids

    await post.go()

    assert not post.floor.underway
    assert not await post.deliveries.underway(post.floor.id)
    assert post.platform.ids(THREAD) == [ids[1]]
    assert post.platform.ids(VOICE) == [ids[1]]
    assert [each["event"] for each in logs] == ["message_given_up"] * 2


async def test_a_message_that_finds_no_form_holds_up_the_others_for_a_while_only(
    logs: list[EventDict],
) -> None:
    post = await posted(platform=Platform(troubles=[ValueError()] * FORMLESS_TRIES))
    _, last = post.ids

    for _ in range(FORMLESS_TRIES):
        await post.go()
        post.clock.turn_to(post.outbox.next_moment(post.floor) or post.clock.now())

    assert post.platform.ids(THREAD) == [last]
    assert not await post.deliveries.underway(post.floor.id)
    assert [each["event"] for each in logs] == [
        *["message_put_off"] * (FORMLESS_TRIES - 1),
        "message_given_up",
    ]


async def test_a_platform_that_is_away_is_never_given_up() -> None:
    post = await posted(platform=Platform(troubles=[AWAY] * (FORMLESS_TRIES + 2)))

    for _ in range(FORMLESS_TRIES + 3):
        await post.go(LONGEST_RETRY_S)

    assert len(post.platform.shown) == 2


async def test_what_was_shown_before_a_crash_is_found_and_not_shown_again() -> None:
    post = await posted(says=1, platform=Platform(after=[AWAY]))
    ids = post.ids
    await post.go()
    await post.crash()

    await post.go(2)

    assert post.platform.ids(THREAD) == ids
    assert post.platform.looked == ids
    assert await post.deliveries.platform_id(ids[0], THREAD) == f"name of {ids[0]}"


async def test_what_may_have_been_shown_is_looked_for_without_a_crash_too() -> None:
    post = await posted(says=1, platform=Platform(after=[AWAY]))
    ids = post.ids

    await post.go()
    await post.go(2)

    assert post.platform.ids(THREAD) == ids
    assert post.platform.looked == ids[:1]


async def test_what_was_shown_in_one_place_is_still_shown_in_the_other() -> None:
    post = await posted(THREAD, VOICE, platform=Platform(after=[AWAY]))
    ids = post.ids
    await post.crash()

    await post.go()
    await post.go(2)

    assert post.platform.ids(THREAD) == post.platform.ids(VOICE) == ids


async def test_a_name_that_cannot_be_noted_is_noted_later() -> None:
    post = await posted()
    ids = post.ids
    trouble = StorageUnavailable("The disk is away.")
    first = post.floor.underway[0]
    post.deliveries.archive.trouble = trouble
    with pytest.raises(StorageUnavailable):
        await post.outbox.send(post.floor, first)
    post.deliveries.archive.trouble = None
    await post.crash()

    await post.go()

    assert post.platform.ids(THREAD) == ids


async def test_a_place_out_of_reach_is_left_to_whoever_can_reach_it() -> None:
    post = await posted(THREAD, VOICE, platform=Platform(away={VOICE}))
    ids = post.ids

    await post.go(1_000)

    assert post.platform.ids(THREAD) == ids
    assert post.platform.ids(VOICE) == []
    assert post.outbox.next_moment(post.floor) is None
    assert len(await post.deliveries.underway(post.floor.id)) == len(ids)


async def test_no_more_is_shown_than_the_platform_minds() -> None:
    clock = [0.0]
    limit = Rate(key="thread", times=2, per_s=10)
    post = await posted(
        says=3, platform=Platform(limit=limit), rates=InProcessRates(lambda: clock[0])
    )
    ids = post.ids

    counts = []
    for _ in range(3):
        await post.go()
        counts.append(len(post.platform.shown))
        moment = post.outbox.next_moment(post.floor)
        clock[0] += (moment - post.clock.now()).total_seconds() if moment else 0
        post.clock.turn_to(moment or post.clock.now())

    assert counts == [2, 4, 5]
    assert post.platform.ids(THREAD) == ids
    # Waiting for its turn is no failure.
    assert all(each.attempts == 0 for each in post.floor.underway)


async def test_a_word_about_the_handling_is_shown_where_it_can_be_and_kept_nowhere() -> None:
    post = await posted(THREAD, platform=Platform(away={VOICE}))

    await post.outbox.tell(THREAD, NOTICE)
    await post.outbox.tell(VOICE, NOTICE)

    assert post.platform.shown == [(THREAD, NOTICE)]
    assert len(await post.deliveries.underway(post.floor.id)) == 2
