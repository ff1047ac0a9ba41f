"""What every shelf owes who looks for words: what was said is found, as everyone may read it now."""

import pytest

from core.domain import arrivals, outcomes
from core.domain.challenge import Language
from core.domain.code import SubmissionId
from core.domain.entry import Event
from core.domain.errors import StaleTurn
from core.domain.interview import Interview, InterviewId
from core.domain.people import Audience, PersonId
from core.domain.question import FollowUpKind
from core.domain.reading import Idea
from core.domain.transcript import TurnId
from core.ports.archive import Found
from tests.contracts.library import Library
from tests.scenes import ADA, COACH, answer, opened_interview, then

FIRST = InterviewId("first")
# The third thing that is said, after a greeting and a question.
T3, T4 = TurnId("t3"), TurnId("t4")


async def opened(library: Library, id_: str = "first", *events: Event) -> Interview:
    """Keep an interview whose first question is on the table, and what happens then."""
    interview, entries = opened_interview(id_)
    await library.append(interview, entries)
    for event in events:
        interview, more = then(interview, event)
        await library.append(interview, more)
    return interview


async def seqs(library: Library, words: str) -> set[int]:
    return {found.seq for found in await library.search(words)}


async def test_an_answer_is_found_by_its_words(library: Library) -> None:
    await opened(library, "first", answer("Queues smooth out bursts."), answer("Locks do not."))

    assert await library.search("bursts") == (
        Found(interview=FIRST, seq=4, excerpt="Queues smooth out bursts."),
    )
    assert await library.search("burlesque") == ()


async def test_all_words_have_to_be_said_at_once_in_any_order(library: Library) -> None:
    await opened(library, "first", answer("Queues smooth out bursts."), answer("Queues are slow."))

    assert await seqs(library, "bursts queues") == {4}
    assert await seqs(library, "queues") == {4, 5}
    assert await seqs(library, "bursts slow") == set()


async def test_what_everyone_may_read_is_found_whoever_said_it(library: Library) -> None:
    idea = Idea(id="why", kind=FollowUpKind.DEPTH, text="Why the zebra?", quote="")
    python = Language.PYTHON
    await opened(
        library,
        "first",
        outcomes.FollowedUp(idea=idea, lead="Fine."),
        outcomes.HintGiven(rung=1, text="Think of stripes."),
        arrivals.CodeRun(
            by=ADA, submission=SubmissionId("s1"), language=python, source="def giraffe(): ..."
        ),
        arrivals.CodeSubmitted(
            by=ADA, submission=SubmissionId("s2"), language=python, source="def okapi(): ..."
        ),
    )

    found = [await seqs(library, each) for each in ("go wrong", "zebra", "stripes", "giraffe")]
    assert found == [{3}, {4}, {5}, {6}]
    assert await seqs(library, "okapi") == {7}


async def test_what_is_not_for_everyone_or_was_never_said_is_not_found(library: Library) -> None:
    await opened(
        library,
        "first",
        arrivals.Whispered(by=COACH, kind=arrivals.WhisperKind.SAY, text="Ask about zebras."),
        outcomes.Said(text="Zebras it is.", audience=Audience.COACHES),
        outcomes.Said(text="Only you hear of zebras.", audience=Audience.CANDIDATE),
        arrivals.HintAsked(by=ADA),
    )

    assert await seqs(library, "zebras") == set()
    assert await seqs(library, "asks for a hint") == set()
    # The reference and a key point of the question on the table.
    assert await seqs(library, "it goes stale") == set()
    assert await seqs(library, "staleness") == set()


async def test_a_revised_answer_is_found_by_its_new_words(library: Library) -> None:
    revised = arrivals.AnswerRevised(by=ADA, turn=T3, text="Zebras have stripes.")
    await opened(library, "first", answer("Horses do not."), answer("So it is."), revised)

    assert await seqs(library, "horses") == set()
    assert await library.search("stripes") == (
        Found(interview=FIRST, seq=4, excerpt="Zebras have stripes."),
    )
    assert await seqs(library, "so it is") == {5}


@pytest.mark.parametrize(
    "taken_back", [arrivals.AnswerWithdrawn(by=ADA, turn=T3), outcomes.AnswerStruck(turn=T3)]
)
async def test_an_answer_that_was_taken_back_is_not_found(
    library: Library, taken_back: Event
) -> None:
    revised = arrivals.AnswerRevised(by=ADA, turn=T3, text="Zebras after all.")

    await opened(library, "first", answer("Zebras."), answer("Horses."), taken_back, revised)

    assert await seqs(library, "zebras") == set()
    assert await seqs(library, "horses") == {5}


async def test_what_changes_in_the_same_commit_is_changed(library: Library) -> None:
    interview = await opened(library)
    answered, entries = then(
        interview,
        answer("One."),
        answer("Two."),
        arrivals.AnswerRevised(by=ADA, turn=T3, text="Zebras."),
        outcomes.AnswerStruck(turn=T4),
        arrivals.AnswerRevised(by=ADA, turn=T4, text="Horses."),
    )

    await library.append(answered, entries)

    assert [await seqs(library, each) for each in ("one", "two", "horses")] == [set()] * 3
    assert await seqs(library, "zebras") == {4}


async def test_only_answers_can_be_revised_or_taken_back(library: Library) -> None:
    question, nobody = TurnId("t2"), TurnId("t99")
    await opened(
        library,
        "first",
        arrivals.AnswerRevised(by=ADA, turn=question, text="Zebras."),
        arrivals.AnswerWithdrawn(by=ADA, turn=question),
        arrivals.AnswerRevised(by=ADA, turn=nobody, text="Zebras."),
    )

    assert await seqs(library, "zebras") == set()
    assert await seqs(library, "go wrong with a cache") == {3}


async def test_a_stale_turn_is_not_found(library: Library) -> None:
    interview = await opened(library)
    await library.append(*then(interview, answer("Horses.")))

    with pytest.raises(StaleTurn):
        await library.append(*then(interview, answer("Zebras."), answer("And so on.")))

    assert await library.search("zebras") == ()


async def test_what_others_said_can_be_left_out(library: Library) -> None:
    await opened(library, "one", answer("Zebras."))
    interview, entries = opened_interview("two", by=COACH)
    await library.append(interview, entries)
    await library.append(*then(interview, answer("Zebras, too.")))

    everywhere = {found.interview for found in await library.search("zebras")}
    hers = {found.interview for found in await library.search("zebras", ADA.id)}
    nobodys = await library.search("zebras", PersonId("nobody"))
    assert (everywhere, hers, nobodys) == ({"one", "two"}, {"one"}, ())


async def test_who_says_little_else_comes_first_and_not_too_many(library: Library) -> None:
    long = "There is much to be said about other animals, but here is a zebra. " + "And so on. " * 9
    await opened(library, "first", answer(long), answer("Zebra."), answer("A zebra, and a horse."))

    best = await library.search("zebra")

    assert [found.seq for found in best] == [5, 6, 4]
    assert await library.search("zebra", limit=1) == best[:1]


async def test_an_excerpt_is_short_on_one_line_and_shows_what_was_found(library: Library) -> None:
    await opened(library, "first", answer("and\nso on " * 100 + "\na zebra\n" + "and so on " * 100))

    (found,) = await library.search("zebras")

    assert "a zebra" in found.excerpt
    assert "\n" not in found.excerpt
    assert len(found.excerpt) < 200
