"""What the listener makes of an answer."""

from dataclasses import replace

import pytest

from adapters.offline.listener import OfflineListener
from core.domain.interview import Interview, OpenQuestion
from core.domain.outcomes import MoveChosen
from core.domain.reading import Depth, Intent, Move, Reading
from core.domain.setting import Cue
from tests.adapters.offline.pieces import EVERYTHING, HASH_MAP, interview, opened

GOOD = "I compare the stored keys with equals, since two keys may share a hash."


async def read(*answers: str, open_: OpenQuestion | None = None, **state: object) -> Reading:
    asked = open_ or opened(HASH_MAP, *answers)
    now: Interview = replace(interview(), open=replace(asked, **state))  # type: ignore[arg-type]  # the test names the fields
    return await OfflineListener().understand(now, answers[-1])


async def test_an_answer_is_read_for_the_points_that_it_covers() -> None:
    reading = await read(GOOD)

    assert reading.intent is Intent.ANSWER
    assert reading.covered == ("keys-compared",)
    assert reading.quote == "I compare the stored keys with equals"
    assert reading.words == len(GOOD.split())


async def test_what_was_covered_before_stays_covered() -> None:
    reading = await read(
        GOOD, "Past some load factor I resize the table.", covered=("keys-compared",)
    )

    assert reading.covered == ("keys-compared", "resize")


async def test_what_was_taken_back_is_covered_no_more() -> None:
    reading = await read("Past some load factor I resize the table.", covered=("keys-compared",))

    assert reading.covered == ("resize",)


async def test_saying_the_question_again_is_no_answer() -> None:
    reading = await read(f"So {HASH_MAP.ask}")

    assert (reading.depth, reading.covered, reading.quote) == (Depth.EMPTY, (), "")


async def test_saying_a_hint_again_covers_nothing() -> None:
    parroted = HASH_MAP.hints[2]

    assert (await read(parroted, rungs=3)).covered == ()
    assert (await read(parroted, rungs=0)).covered != ()


async def test_saying_a_follow_up_again_covers_nothing() -> None:
    follow_up = HASH_MAP.follow_ups[0]

    reading = await read(f"{follow_up.ask}", ideas=(f"follow_up:{follow_up.id}",))

    assert "resize" not in reading.covered


@pytest.mark.parametrize(
    ("answer", "depth"),
    [
        ("Well, um, it is fine.", Depth.EMPTY),
        ("The machine computes an address somehow and looks there for values.", Depth.THIN),
        (f"{GOOD} Past some load factor I resize the table.", Depth.PARTIAL),
        (HASH_MAP.reference, Depth.STRONG),
    ],
)
async def test_depth_is_how_much_was_covered(answer: str, depth: Depth) -> None:
    assert (await read(answer)).depth is depth


async def test_a_claim_is_heard_with_the_words_that_made_it() -> None:
    reading = await read("It is simple: when the table is full I resize it, and that is all.")

    assert [(each.follow_up, each.quote) for each in reading.heard] == [
        ("cost-of-resize", "when the table is full I resize it")
    ] or reading.heard[0].quote == "the table is full I resize it"


async def test_what_made_no_point_is_not_quoted() -> None:
    assert not (await read("I like this question very much and will try my best here.")).quote


async def test_new_words_are_quoted_before_old_ones() -> None:
    reading = await read(
        GOOD,
        "As I said I compare the keys with equals. And past a load factor I resize the table.",
        covered=("keys-compared",),
    )

    assert "resize" in reading.quote or "load factor" in reading.quote


async def test_what_is_no_answer_is_not_read_further() -> None:
    reading = await read("can you repeat the question?")

    assert reading == Reading(intent=Intent.REPEAT)


async def test_before_anything_is_asked_there_is_nothing_to_cover() -> None:
    reading = await OfflineListener().understand(replace(interview(), open=None), GOOD)

    assert reading == Reading(intent=Intent.ANSWER)


async def test_a_hint_that_was_offered_is_taken_with_a_yes() -> None:
    offered = replace(
        interview(), chosen=MoveChosen(move=Move.REPLY, because="stuck", cue=Cue.OFFER_HINT)
    )

    accepted = await OfflineListener().understand(offered, "yes please")
    unasked = await OfflineListener().understand(interview(), "yes please")

    assert accepted.intent is Intent.HINT
    assert unasked.intent is Intent.ANSWER


@pytest.mark.parametrize("question", EVERYTHING, ids=lambda each: each.id)
async def test_a_reference_is_a_strong_answer(question: object) -> None:
    asked = next(each for each in EVERYTHING if each is question)

    reading = await read(asked.reference, open_=opened(asked, asked.reference))

    assert reading.depth is Depth.STRONG
    assert len(reading.quote) <= 60
    assert all(each.quote in asked.reference for each in reading.heard)
