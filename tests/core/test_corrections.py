"""What was said can be corrected, withdrawn and said again."""

import pytest

from core.domain import arrivals, outcomes
from core.domain.outcomes import Closing
from core.domain.question import InterviewType
from core.domain.reading import Intent
from core.domain.record import transcript
from core.domain.setting import Cue
from core.domain.setup import Setup
from core.domain.transcript import TurnKind
from tests.core.candidates import (
    Strong,
    once,
)
from tests.core.glances import (
    SOUND,
    WORDS,
    last_answer,
    open_question,
    remarks,
)
from tests.core.nevers import check
from tests.room import room


async def test_going_back_after_a_skip_finds_nothing_to_go_back_to() -> None:
    async with room() as here:
        await here.begin(WORDS)
        await here.do(arrivals.SkipAsked)

        await here.do(arrivals.BackAsked)

        assert "no answer to go back to" in here.said()
        assert here.now.aside is None


async def test_going_back_strikes_the_last_answer_first_and_then_reopens_the_question_before() -> (
    None
):
    async with room() as here:
        await here.begin(Setup(seed=5, type=InterviewType.CONCEPTS, persona="bar-raiser"))
        strong = Strong()
        while len(here.now.asked) < 2:
            await once(here, strong)
        await here.say(SOUND)
        second = open_question(here).question

        await here.do(arrivals.BackAsked)
        struck = open_question(here)
        await here.say("Sorry, that was wrong, go back")
        reopened = open_question(here)
        await here.say("In short: it is about what is kept where, and for how long.")

        assert struck.question == second
        assert not struck.answers
        assert struck.reading is None
        assert reopened.number == 1
        assert reopened.prompt == reopened.question.ask
        assert open_question(here).question == second
        await check(here)


async def test_what_is_said_after_going_back_belongs_to_the_question_it_answers() -> None:
    async with room() as here:
        await here.begin(Setup(seed=5, type=InterviewType.CONCEPTS, persona="bar-raiser"))
        strong = Strong()
        while len(here.now.asked) < 2:
            await once(here, strong)
        await here.do(arrivals.BackAsked)
        await here.say("In short: it is about what is kept where, and for how long.")

        await here.say(SOUND)

        answers = [each for each in await here.turns() if each.kind is TurnKind.ANSWER]
        assert [each.question for each in answers[-2:]] == [1, 2]


async def test_a_withdrawn_answer_covers_nothing_any_more() -> None:
    async with room() as here:
        await here.begin(WORDS)
        reference = " ".join(open_question(here).question.reference.split())
        await here.say(SOUND, reference)
        answer = await last_answer(here)

        await here.do(arrivals.AnswerWithdrawn, turn=answer)

        assert open_question(here).covered == ()
        withdrawn = [turn for turn in await here.turns() if turn.is_withdrawn]
        assert [turn.id for turn in withdrawn] == [answer]
        await check(here)


async def test_a_revised_answer_is_read_again() -> None:
    async with room() as here:
        await here.begin(WORDS)
        reference = " ".join(open_question(here).question.reference.split())
        await here.say(SOUND)
        answer = await last_answer(here)

        await here.do(arrivals.AnswerRevised, turn=answer, text=reference)
        covered = open_question(here).covered
        await here.do(arrivals.AnswerRevised, turn=answer, text="skip")

        assert covered
        assert open_question(here).covered == ()
        assert not open_question(here).answers
        await check(here)


async def test_correcting_what_is_unknown_changes_nothing() -> None:
    async with room() as here:
        await here.begin(WORDS)
        await here.say(SOUND)
        before = open_question(here)

        await here.do(arrivals.AnswerRevised, turn="t99", text="Something else")
        await here.do(arrivals.AnswerWithdrawn, turn="t1")

        assert open_question(here).answers == before.answers
        assert [event.cue for event in await remarks(here)][-2:] == [Cue.NOT_FOUND] * 2
        assert not any(turn.is_revised or turn.is_withdrawn for turn in await here.turns())
        await check(here)


@pytest.mark.parametrize("in_a_pause", [False, True])
async def test_a_correction_of_nobody_knows_what_changes_nothing_and_says_so(
    in_a_pause: bool,  # noqa: FBT001 -- pytest passes it by name
) -> None:
    async with room() as here:
        await here.begin(WORDS)
        await here.say(SOUND)
        if in_a_pause:
            await here.do(arrivals.PauseAsked)
        before = open_question(here)

        await here.do(arrivals.AnswerRevised, text="Something else")
        await here.do(arrivals.AnswerWithdrawn)

        assert open_question(here) == before
        assert [event.cue for event in await remarks(here)][-2:] == [Cue.NOT_FOUND] * 2
        assert not any(turn.is_revised or turn.is_withdrawn for turn in await here.turns())
        await check(here)


async def test_what_was_no_answer_can_be_corrected_too() -> None:
    async with room() as here:
        await here.begin(WORDS)
        await here.say("Let me think")

        await here.do(arrivals.AnswerRevised, turn=await last_answer(here), text="Let me thing")

        assert (await remarks(here))[-1].cue is Cue.CORRECTED
        assert (await here.turns())[-3].is_revised
        await check(here)


async def test_an_answer_to_a_question_before_can_be_withdrawn_too() -> None:
    async with room() as here:
        await here.begin(Setup(seed=5, type=InterviewType.CONCEPTS, persona="bar-raiser"))
        strong = Strong()
        while len(here.now.asked) < 2:
            await once(here, strong)
        assert here.now.last is not None
        for answer in here.now.last.answers:
            await here.do(arrivals.AnswerWithdrawn, turn=answer.turn)

        await here.do(arrivals.BackAsked)

        assert open_question(here).number == 1
        assert open_question(here).answers == ()
        await check(here)


async def test_a_partial_answer_before_giving_up_counts_as_an_answer() -> None:
    async with room() as here:
        await here.begin(WORDS)
        point = open_question(here).question.points[0]
        await here.say(f"I would look at the {point.cues[0]} first, and then at all the rest.")

        await here.say("I don't know.")

        assert here.now.closed[0].closing is Closing.ANSWERED
        assert here.now.closed[0].grade


async def test_an_answer_as_long_as_a_book_is_kept_whole_and_considered_in_part() -> None:
    book = "The cache may be stale and that costs latency. " * 20_000
    async with room() as here:
        await here.begin(WORDS)

        await here.say(book)

        kept = [each.text for each in await here.events(arrivals.AnswerGiven)]  # type: ignore[union-attr]  # they all have a text
        assert kept == [book]
        await check(here)


async def test_the_transcript_says_nothing_where_nothing_was_said() -> None:
    async with room() as here:
        await here.begin(WORDS)
        await here.do(arrivals.PauseAsked)

        await here.say("Do you mean in general?")

        understood = (await here.events(outcomes.AnswerUnderstood))[-1]
        assert isinstance(understood, outcomes.AnswerUnderstood)
        assert understood.reading.intent is Intent.QUESTION_BACK
        turns = {turn.id: turn.text for turn in transcript(await here.entries())}
        assert turns[understood.turn] == "Do you mean in general?"
        assert not open_question(here).answers
