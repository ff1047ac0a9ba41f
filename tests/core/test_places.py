"""Where an interview is held, and from where it is followed."""

import pytest

from core.domain import arrivals, outcomes
from core.domain.entry import Event
from core.domain.interview import Interview, Phase
from core.domain.people import TERMINAL, Audience, Place, PlaceKind
from core.domain.places import places_for
from core.domain.reading import Move
from tests.core.glances import SOUND, WORDS
from tests.core.nevers import check
from tests.room import room
from tests.scenes import ADA, COACH, opened_interview, requested, then

VOICE = Place(kind=PlaceKind.VOICE, id="v1")
BACK_ROOM = Place(kind=PlaceKind.OBSERVER_THREAD, id="o1")
HALL = Place(kind=PlaceKind.THREAD, id="t1")
ELSEWHERE = Place(kind=PlaceKind.TERMINAL, id="elsewhere")
MOVED = arrivals.PlaceMoved(by=ADA, place=VOICE)
COACHED = arrivals.PlaceAdded(by=COACH, place=BACK_ROOM, audience=Audience.COACHES)
FOLLOWED = arrivals.PlaceAdded(by=COACH, place=HALL, audience=Audience.EVERYONE)


def after(*events: Event) -> Interview:
    """Return an interview to which that happened."""
    return then(opened_interview()[0], *events)[0]


@pytest.mark.parametrize(
    ("audience", "places"),
    [
        (Audience.EVERYONE, (TERMINAL, BACK_ROOM, HALL)),
        (Audience.COACHES, (BACK_ROOM,)),
        (Audience.CANDIDATE, (TERMINAL,)),
    ],
)
def test_a_message_goes_where_its_audience_is(
    audience: Audience, places: tuple[Place, ...]
) -> None:
    assert places_for(after(COACHED, FOLLOWED), audience) == places


def test_what_is_for_coaches_goes_nowhere_where_there_is_none() -> None:
    assert places_for(after(FOLLOWED), Audience.COACHES) == ()


def test_adding_twice_and_removing_the_unknown_change_nothing() -> None:
    again = arrivals.PlaceAdded(by=COACH, place=BACK_ROOM, audience=Audience.EVERYONE)
    unknown = arrivals.PlaceRemoved(by=COACH, place=VOICE)
    at_home = arrivals.PlaceAdded(by=COACH, place=TERMINAL, audience=Audience.COACHES)

    assert after(COACHED, again, unknown, at_home).others == after(COACHED).others
    assert after(COACHED, arrivals.PlaceRemoved(by=COACH, place=BACK_ROOM)).others == ()


def test_an_interview_that_moves_to_where_it_was_followed_is_followed_there_no_more() -> None:
    moved = after(COACHED, FOLLOWED, arrivals.PlaceMoved(by=ADA, place=BACK_ROOM))

    assert moved.place == BACK_ROOM
    assert places_for(moved, Audience.EVERYONE) == (BACK_ROOM, HALL)
    assert places_for(moved, Audience.COACHES) == ()


def test_a_place_may_change_before_the_first_question_and_after_the_last() -> None:
    closed = outcomes.QuestionClosed(closing=outcomes.Closing.ENDED, grade=None)
    ended = outcomes.InterviewEnded(ending=outcomes.Ending.ASKED, text="Bye.")
    evaluated = outcomes.InterviewEvaluated(evaluator="nobody", reviews=(), ratings=())

    early, _ = then(requested()[0], MOVED)
    over = after(closed, ended, evaluated, MOVED)

    assert (early.place, over.place) == (VOICE, VOICE)
    assert over.phase is Phase.OVER


async def test_who_moves_is_asked_nothing_new_and_goes_on_there() -> None:
    async with room() as here:
        await here.begin(WORDS)
        shown, open_ = len(here.hearing.shown), here.now.open

        await here.do(arrivals.PlaceMoved, place=ELSEWHERE)

        last = (await here.entries())[-1].event
        assert isinstance(last, outcomes.MoveChosen)
        assert last.move is Move.WAIT
        assert len(here.hearing.shown) == shown
        assert here.now.open == open_
        await here.say(SOUND)
        assert here.now.place == ELSEWHERE
        await check(here)
