"""One sitting: lines in, messages out, and every way to leave."""

import asyncio
from dataclasses import replace

import pytest

from adapters.console.lines import Leave, Line
from adapters.console.session import Ended
from adapters.console.translate import Translator
from core.domain import arrivals
from core.domain.arrivals import Arrival
from core.domain.challenge import Language
from core.domain.errors import Refused
from core.domain.interview import Phase, Status
from core.domain.messages import MessageId, ShowReport
from core.domain.people import TERMINAL
from tests.adapters.console.places import ID, FakeLines, Place
from tests.scenes import ADA, opened_interview

TRANSLATE = Translator(ADA, (), lambda: Language.PYTHON)


async def talk(place: Place, *lines: Line, can_repeat: bool = False) -> tuple[Ended, FakeLines]:
    said = FakeLines(list(lines), can_repeat)
    return await place.session.talk(ID, said, TRANSLATE), said


def closes_when(kind: type[Arrival], place: Place) -> None:
    """Let the interview end at such an arrival, and its evaluation follow by itself."""

    def then(arrival: Arrival) -> None:
        interview = place.session.interview
        assert interview is not None
        if isinstance(arrival, kind):
            place.session.saw(replace(interview, phase=Phase.OVER))
            place.session.stage.over.set()

    place.door.then = then


async def test_what_is_said_arrives_in_order_and_each_under_a_name_of_its_own() -> None:
    place = Place()

    await talk(place, "one", "/hint", "two", Leave.DONE)

    assert place.door.kinds() == ["AnswerGiven", "HintAsked", "AnswerGiven", "PauseAsked"]
    assert len({arrival.origin for arrival in place.door.arrived}) == 4


async def test_empty_lines_are_nothing() -> None:
    place = Place()

    await talk(place, "", "   ", Leave.DONE)

    assert place.door.kinds() == ["PauseAsked"]


async def test_help_is_shown_here_and_goes_nowhere() -> None:
    place = Place()

    await talk(place, "/help", Leave.DONE)

    assert place.door.kinds() == ["PauseAsked"]
    assert "/confidence N" in place.text()


async def test_waiting_is_for_scripts() -> None:
    place = Place()

    await talk(place, "/wait 5", Leave.DONE)

    assert "/wait is for scripts" in place.text()


async def test_a_slip_is_explained_and_a_long_one_offered_again() -> None:
    place = Place()

    _, lines = await talk(place, "/hnt", "/answer that begins with a slash by mistake", Leave.DONE)

    assert "Did you mean /hint?" in place.text()
    assert lines.offered == ["/answer that begins with a slash by mistake"]


@pytest.mark.parametrize(
    ("leave", "ended"), [(Leave.DONE, Ended.LEFT), (Leave.STOP, Ended.STOPPED)]
)
async def test_whoever_leaves_pauses(leave: Leave, ended: Ended) -> None:
    place = Place()

    how, _ = await talk(place, "one", leave)

    assert how is ended
    assert place.door.kinds()[-1] == "PauseAsked"


async def test_whoever_leaves_a_paused_interview_pauses_nothing() -> None:
    place = Place()
    place.session.saw(replace(opened_interview()[0], status=Status.PAUSED))

    how, _ = await talk(place, Leave.DONE)

    assert how is Ended.LEFT
    assert place.door.arrived == []


async def test_after_the_end_nothing_more_is_read() -> None:
    place = Place()
    closes_when(arrivals.EndAsked, place)

    how, lines = await talk(place, "/end", "never read")

    assert how is Ended.OVER
    assert place.door.kinds() == ["EndAsked"]
    assert lines.said == ["never read"]


async def test_an_evaluation_that_fails_keeps_the_interview() -> None:
    place = Place()
    interview = opened_interview()[0]

    def then(_: Arrival) -> None:
        place.session.saw(replace(interview, phase=Phase.EVALUATING))

    place.door.then = then
    place.door.outage = "The evaluator is out of reach."

    how, lines = await talk(place, "/end", "never read", can_repeat=True)

    assert how is Ended.FAILED
    assert place.door.kinds() == ["EndAsked"]
    assert lines.offered == []
    assert lines.said == ["never read"]


async def test_time_that_runs_out_ends_an_open_prompt() -> None:
    place = Place()
    lines = FakeLines([])

    async with asyncio.TaskGroup() as tasks:
        talking = tasks.create_task(place.session.talk(ID, lines, TRANSLATE))
        await lines.waits.wait()
        await place.session.stage.show(TERMINAL, ShowReport(id=MessageId("m:9")))

    assert talking.result() is Ended.OVER
    assert place.door.arrived == []


async def test_a_signal_ends_an_open_prompt() -> None:
    place = Place()
    lines = FakeLines([])

    async with asyncio.TaskGroup() as tasks:
        talking = tasks.create_task(place.session.talk(ID, lines, TRANSLATE))
        await lines.waits.wait()
        place.session.stop()

    assert talking.result() is Ended.STOPPED
    assert place.door.kinds() == ["PauseAsked"]


async def test_a_signal_before_the_first_line_reads_none() -> None:
    place = Place()
    place.session.stop()

    how, lines = await talk(place, "never read")

    assert how is Ended.STOPPED
    assert lines.said == ["never read"]


async def test_a_signal_while_something_is_handled_waits_for_that() -> None:
    place = Place()
    place.door.then = lambda _: place.session.stop()

    how, lines = await talk(place, "one", "never read")

    assert how is Ended.STOPPED
    assert place.door.kinds() == ["AnswerGiven", "PauseAsked"]
    assert lines.said == ["never read"]


async def test_who_leaves_while_the_evaluation_is_due_pauses_nothing() -> None:
    place = Place()
    place.session.saw(replace(opened_interview()[0], phase=Phase.EVALUATING))

    how, _ = await talk(place, Leave.DONE)

    assert how is Ended.LEFT
    assert place.door.arrived == []


async def test_an_answer_that_could_not_be_saved_is_offered_again() -> None:
    place = Place()
    place.door.failure = "There is no room left."

    how, lines = await talk(
        place, "my long thought", "my long thought", Leave.DONE, can_repeat=True
    )

    assert how is Ended.LEFT
    assert lines.offered == ["my long thought"]
    assert place.door.kinds() == ["AnswerGiven", "PauseAsked"]
    assert "There is no room left." in place.text()


async def test_an_answer_that_is_kept_is_not_offered_again() -> None:
    place = Place()
    place.door.outage = "The interviewer is away. What you sent is kept."

    how, lines = await talk(place, "my long thought", "more", Leave.DONE)

    assert how is Ended.LEFT
    assert lines.offered == []
    assert place.door.kinds() == ["AnswerGiven", "AnswerGiven", "PauseAsked"]
    assert "What you sent is kept." in place.text()


async def test_a_refused_answer_is_offered_again_too() -> None:
    place = Place()
    place.door.refusals = [Refused("That was a lot at once.")]

    _, lines = await talk(place, "my long thought", Leave.DONE, can_repeat=True)

    assert lines.offered == ["my long thought"]
    assert "That was a lot at once." in place.text()


async def test_an_answer_that_nobody_can_repeat_stops_the_sitting() -> None:
    place = Place()
    place.door.failure = "There is no room left."

    how, lines = await talk(place, "lost", "must not be taken for the answer before")

    assert how is Ended.FAILED
    assert lines.said == ["must not be taken for the answer before"]


async def test_a_very_long_answer_is_kept_whole_and_remarked_on() -> None:
    place = Place()

    await talk(place, "x" * 1_000_000, Leave.DONE)

    given = place.door.arrived[0]
    assert isinstance(given, arrivals.AnswerGiven)
    assert len(given.text) == 1_000_000
    assert "I read the first 20,000." in place.text()


def test_code_is_shown_in_the_language_that_was_chosen_last() -> None:
    place = Place()

    place.session.saw(replace(opened_interview()[0], code_language=Language.GO))

    assert place.session.stage.language is Language.GO


def test_who_takes_an_interview_up_again_is_its_candidate_and_sees_its_question() -> None:
    place = Place()
    interview = opened_interview()[0]

    place.session.take_up(interview)

    assert place.session.by == interview.candidate
    assert "Question 1 of 1" in place.text()


def test_an_interview_between_questions_has_nothing_to_recall() -> None:
    place = Place()

    place.session.take_up(replace(opened_interview()[0], open=None))

    assert place.text() == ""
