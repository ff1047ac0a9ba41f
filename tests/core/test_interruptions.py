"""Who cannot wait interrupts a long thought; what was thought about is not lost."""

import asyncio
from collections.abc import Callable

import pytest

from core.domain import arrivals, outcomes
from core.domain.arrivals import Arrival, WhisperKind
from core.domain.errors import Unavailable
from core.domain.interview import Phase
from core.domain.outcomes import Ending, PauseReason
from core.domain.people import TERMINAL, Origin
from core.domain.reading import Move
from tests.core.gates import Ponderer, Troubled
from tests.core.glances import SOUND, WORDS, open_question
from tests.core.nevers import check
from tests.core.troubles import notices
from tests.fakes.ports.intake import MemoryIntake
from tests.room import CANDIDATE, COACH, Room, room


async def test_who_wants_to_end_is_not_kept_waiting_and_the_answer_counts() -> None:
    mind = Ponderer()
    async with room(listener=mind) as here:
        await _thinking(here, mind)

        await here.do(arrivals.EndAsked)

        assert mind.given_up == [SOUND]
        assert here.now.ending is Ending.ASKED
        assert [each.text for each in await here.answers()] == [SOUND]
        assert await _order(here) == ["AnswerGiven", "EndAsked"]
        assert not notices(here.hearing.shown)
        await check(here)


async def test_an_answer_that_an_end_overtook_is_in_the_report() -> None:
    mind = Ponderer()
    async with room(listener=mind) as here:
        await _thinking(here, mind)
        await here.do(arrivals.EndAsked)
        mind.may_go_on.set()

        report = await here.finish()

        assert here.now.phase is Phase.OVER
        assert SOUND in [turn.text for turn in report.transcript]


async def test_who_wants_a_pause_gets_it_and_the_answer_is_noted_before() -> None:
    mind = Ponderer()
    async with room(listener=mind) as here:
        await _thinking(here, mind)

        await here.do(arrivals.PauseAsked)
        paused = here.now.paused
        await here.do(arrivals.ResumeAsked)

        assert paused is PauseReason.ASKED
        assert mind.given_up == [SOUND]
        assert [each.text for each in open_question(here).answers] == [SOUND]
        assert await _order(here) == ["AnswerGiven", "PauseAsked", "ResumeAsked"]
        moves = await here.events(outcomes.MoveChosen)
        assert Move.WAIT in [getattr(each, "move", None) for each in moves]
        await check(here)


async def test_all_answers_that_were_given_before_the_end_are_noted_in_order() -> None:
    mind = Ponderer()
    async with room(listener=mind) as here:
        await _thinking(here, mind)
        for text in ("second", "third"):
            await here.inbox.submit(here.id, _answer(text))

        await here.do(arrivals.EndAsked)

        assert [each.text for each in await here.answers()] == [SOUND, "second", "third"]
        assert mind.begun == [SOUND, f"{SOUND}\nsecond\nthird"]
        assert not notices(here.hearing.shown)
        await check(here)


async def test_what_a_coach_whispers_goes_first_and_the_answer_is_thought_about_again() -> None:
    mind = Ponderer()
    async with room(listener=mind) as here:
        await _thinking(here, mind)
        whisper = arrivals.Whispered(by=COACH, origin=here.origin(), kind=WhisperKind.HINT)
        await here.inbox.submit(here.id, whisper)
        await mind.gives_up.wait()
        mind.may_go_on.set()
        await here.inbox.settled(here.id)

        assert mind.begun == [SOUND, SOUND]
        assert mind.given_up == [SOUND]
        assert await _order(here) == ["Whispered", "AnswerGiven"]
        assert [each.text for each in open_question(here).answers] == [SOUND]
        await check(here)


@pytest.mark.parametrize(
    "deed",
    [
        lambda here: arrivals.PlaceLost(by=CANDIDATE, origin=here.origin()),
        lambda here: arrivals.PlaceMoved(by=CANDIDATE, origin=here.origin(), place=TERMINAL),
    ],
    ids=["lost", "moved"],
)
async def test_a_place_that_is_lost_or_moved_is_noticed_at_once(
    deed: Callable[[Room], Arrival],
) -> None:
    mind = Ponderer()
    async with room(listener=mind) as here:
        await _thinking(here, mind)
        arrival = deed(here)
        await here.inbox.submit(here.id, arrival)
        await mind.gives_up.wait()
        mind.may_go_on.set()
        await here.inbox.settled(here.id)

        assert await _order(here) == [type(arrival).__name__, "AnswerGiven"]
        await check(here)


async def test_more_words_interrupt_nobody() -> None:
    mind = Ponderer()
    async with room(listener=mind) as here:
        await _thinking(here, mind)
        await here.inbox.submit(here.id, _answer("More of it."))
        for _ in range(50):
            await asyncio.sleep(0)
        mind.may_go_on.set()
        await here.inbox.settled(here.id)

        assert mind.given_up == []
        assert mind.begun == [SOUND, "More of it."]


async def test_an_end_that_another_process_took_in_interrupts_too() -> None:
    mind = Ponderer()
    async with room(listener=mind) as here:
        await _thinking(here, mind)
        async with room(archive=here.archive) as other:
            doorbell = here.core.usher.doorbell
            other.core.usher.doorbell = doorbell
            other.core.usher.leases = here.core.usher.leases
            await other.inbox.submit(here.id, arrivals.EndAsked(by=CANDIDATE, origin=Origin("end")))
            await here.inbox.settled(here.id)

        assert mind.given_up == [SOUND]
        assert here.now.ending is Ending.ASKED


async def test_an_end_reaches_an_interview_whose_answer_cannot_be_thought_about() -> None:
    mind = Troubled()
    async with room(listener=mind) as here:
        await here.begin(WORDS)
        mind.troubles = [Unavailable("The mind is elsewhere.")]
        await here.say(SOUND)

        await here.do(arrivals.EndAsked)

        assert here.now.ending is Ending.ASKED
        assert [each.text for each in await here.answers()] == [SOUND]
        assert len(notices(here.hearing.shown)) == 1


async def test_a_thought_that_nobody_can_interrupt_comes_to_its_end() -> None:
    mind = Ponderer()
    async with room(listener=mind) as here:
        await _thinking(here, mind)
        floor = here.core.usher._lines[here.id].floor
        assert floor
        mind.may_go_on.set()
        await here.inbox.settled(here.id)

        floor.interrupt()

        assert not floor.is_thinking
        assert len(await here.answers()) == 1


async def test_what_is_thought_about_an_urgent_wish_is_not_interrupted_itself() -> None:
    mind = Ponderer()
    async with room(listener=mind) as here:
        await _thinking(here, mind)
        for kind in (arrivals.PauseAsked, arrivals.EndAsked):
            await here.inbox.submit(here.id, kind(by=CANDIDATE, origin=here.origin()))
        await here.inbox.settled(here.id)

        assert await _order(here) == ["AnswerGiven", "PauseAsked", "EndAsked"]
        assert await MemoryIntake(here.archive).count(here.id) == 0
        await check(here)


async def _thinking(here: Room, mind: Ponderer) -> None:
    """Begin, and let the interviewer fall into thought over an answer."""
    await here.begin(WORDS)
    await here.inbox.submit(here.id, _answer(SOUND))
    await mind.thinks.wait()


def _answer(text: str) -> arrivals.AnswerGiven:
    return arrivals.AnswerGiven(by=CANDIDATE, origin=Origin(f"said: {text}"), text=text)


async def _order(here: Room) -> list[str]:
    """Return what arrived, by name, the clock left out."""
    events = [entry.event for entry in await here.entries()]
    arrived = [each for each in events if isinstance(each, arrivals.Arrived)]
    return [type(each).__name__ for each in arrived[1:] if not isinstance(each, arrivals.ClockRang)]


async def test_what_was_written_before_the_end_counts_too() -> None:
    mind = Ponderer()
    async with room(listener=mind) as here:
        await _thinking(here, mind)
        await here.inbox.submit(
            here.id,
            arrivals.AnswerRevised(
                by=CANDIDATE, origin=Origin(f"said: {SOUND}", 1), text="Put better."
            ),
        )
        await here.inbox.submit(
            here.id, arrivals.ConfidenceGiven(by=CANDIDATE, origin=here.origin(), value=4)
        )

        await here.do(arrivals.EndAsked)

        assert len(await here.events(arrivals.ConfidenceGiven)) == 1
        assert "Put better." in [turn.text for turn in await here.turns()]
        assert SOUND not in [turn.text for turn in await here.turns()]
        assert not notices(here.hearing.shown)
        await check(here)
