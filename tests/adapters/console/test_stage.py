"""The terminal as a place where messages are shown."""

from core.domain.messages import MessageId, Notice, Say, ShowReport
from core.domain.people import TERMINAL, PlaceKind
from core.domain.people import Place as Where
from tests.adapters.console.places import Place

HELLO = Say(id=MessageId("first:2"), text="Hello!")


async def test_what_was_shown_in_this_sitting_can_be_found() -> None:
    stage = Place().session.stage
    before = await stage.find(TERMINAL, HELLO.id)

    name = await stage.show(TERMINAL, HELLO)

    assert before is None
    assert await stage.find(TERMINAL, HELLO.id) == name
    assert await stage.find(TERMINAL, MessageId("first:3")) is None


async def test_what_another_sitting_showed_is_unknown() -> None:
    await Place().session.stage.show(TERMINAL, HELLO)

    assert await Place().session.stage.find(TERMINAL, HELLO.id) is None


async def test_a_report_that_is_ready_is_printed_by_whoever_waits_for_it() -> None:
    place = Place()

    await place.session.stage.show(TERMINAL, ShowReport(id=MessageId("first:9")))

    assert place.session.stage.over.is_set()
    assert place.text() == ""


async def test_failures_and_what_they_cost_are_counted_apart() -> None:
    stage = Place().session.stage

    for is_failure, is_kept in ((False, False), (True, True), (True, False)):
        notice = Notice(id=MessageId("notice"), text="Hm.", is_failure=is_failure, is_kept=is_kept)
        await stage.show(TERMINAL, notice)

    assert (stage.failures, stage.losses) == (2, 1)


def test_a_terminal_is_within_reach_of_its_own_sitting_alone() -> None:
    stage = Place().session.stage

    assert stage.is_here(TERMINAL)
    assert not stage.is_here(Where(kind=PlaceKind.TERMINAL, id="another"))
    assert stage.rate(TERMINAL) is None
