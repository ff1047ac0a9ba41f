import math
from dataclasses import replace

import pytest

from core.domain.outcomes import Closing
from core.domain.people import Speaker
from core.domain.question import Axis
from core.domain.report import Evidence, KeyPointLine
from core.domain.rubric import Quote
from core.domain.transcript import Turn, TurnId, TurnKind
from core.report.advice import improvements, strengths
from core.report.practice import next_steps, topics
from core.report.witness import Witness
from tests.core.evaluation.evaluators import piece
from tests.core.report.lines import WORDS, axes, axis, line, skipped
from tests.scenes import ADA, COACH


def turn(number: int, kind: TurnKind, text: str, by: Speaker = ADA) -> Turn:
    """Return a turn about the first question."""
    return Turn(
        id=TurnId(f"t{number}"), kind=kind, speaker=by, text=text, at_s=number * 1.0, question=1
    )


SKIP = turn(4, TurnKind.REQUEST, "skips the question")


def test_strengths_are_told_best_first_and_at_most_five() -> None:
    found = strengths(axes(3.0, 4.0, 2.0, 2.7), [line(n, n, 1) for n in range(1, 6)])

    assert [each.title for each in found] == [
        "Technical substance",
        "Title 5",
        "Title 4",
        "Title 3",
        "Problem solving",
    ]


def test_single_points_fill_up_where_strengths_are_few() -> None:
    found = strengths(axes(1, 1, 1, 1), (line(1, 1, 4), line(2, 2, 3), line(3, 3, 1)))

    assert [(each.title, each.text) for each in found] == [
        ("Title 3", "3 of 4 key points came up, such as this one: Had 0."),
        ("Title 2", "You had this: Had 0."),
        ("Title 1", "You had this: Had 0."),
    ]


def test_no_strength_is_made_of_words_that_covered_nothing() -> None:
    assert strengths(axes(1, 1, 1, 1), (line(1, 0, 4), line(2, 0, 3))) == ()


def test_one_answer_says_something_about_its_question_and_nothing_about_an_axis() -> None:
    lines = (line(1, 3, 1), skipped(2))

    assert [each.title for each in strengths(axes(4, 4, 4, 4), lines)] == ["Title 1"]
    assert [each.title for each in improvements(axes(1, 1, 1, 1), lines, (SKIP,))] == ["Title 1"]


def test_improvements_are_told_most_telling_first_and_at_most_five() -> None:
    lines = [line(n, n, 2) for n in range(1, 6)]

    found = improvements(axes(1.0, 4.0, 2.2, 3.0), lines, ())

    assert [each.title for each in found] == [
        "Problem solving",
        "Title 1",
        "Communication",
        "Title 2",
        "Title 3",
    ]
    assert found[0].text == "So far: Here. Next: There."
    assert found[1].text == "Still open: Lacks 0."


def test_a_good_interview_still_hears_what_comes_next() -> None:
    found = improvements(axes(3.9, 3.2, 3.0, 3.5), (line(1, 4), line(2, 4)), ())

    assert [each.title for each in found] == [
        "Communication",
        "Technical substance",
        "Checking your own work",
    ]


def test_a_second_open_point_fills_up_before_that() -> None:
    found = improvements(axes(3.9, 3.2, 3.0, 3.5), (line(1, 4), line(2, 2, 2)), ())

    assert [each.text for each in found[:2]] == ["Still open: Lacks 0.", "Open as well: Lacks 1."]
    assert len(found) == 3


def test_no_axis_is_both_a_strength_and_the_first_thing_to_improve() -> None:
    lines = (line(1, 1, 3), line(2, 1, 3), line(3, 1, 3))
    scores = axes(3.0, 2.0, 2.7, 1.0)

    good = {each.title for each in strengths(scores, lines)}
    weak = {each.title for each in improvements(scores, lines, ())}

    assert good & weak <= {each.title for each in lines}


def test_a_question_that_was_let_go_is_proved_by_the_last_word_on_it() -> None:
    turns = (
        turn(2, TurnKind.REQUEST, "asks for a hint"),
        turn(3, TurnKind.REQUEST, "whispers: skip", COACH),
        SKIP,
        turn(5, TurnKind.HINT, "Think."),
    )

    [found] = improvements((), (skipped(),), turns)

    assert found.text == "So it was. This belongs in an answer: Lacks 0."
    assert found.evidence == (Evidence(turn=TurnId("t4"), at_s=4, quote="skips the question"),)


def test_a_question_cut_off_by_the_end_is_nobody_s_weakness() -> None:
    cut_off = line(1, 0, 2, score=None, closing=Closing.ENDED, evidence=())

    assert improvements((), (cut_off,), (SKIP,)) == ()
    assert topics((piece(),), (cut_off,)) == ()
    assert len(next_steps((), (cut_off,))) == 1


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("word " * 100, ("word " * 32).strip()),
        ("x" * 200, "x" * 160),
        ("  spaced  ", "spaced"),
    ],
)
def test_a_long_answer_is_quoted_by_its_first_whole_words(text: str, quote: str) -> None:
    given_up = line(1, 0, 2, score=None, closing=Closing.GAVE_UP, evidence=())

    [found] = improvements((), (given_up,), (turn(2, TurnKind.ANSWER, text),))

    assert [each.quote for each in found.evidence] == [quote]
    assert quote in text


def test_the_next_step_is_the_weakest_answer_again() -> None:
    steps = next_steps(axes(1.0, 2.0, 3.9, 3.9), (line(1, 2, 1), line(2, 1, 2), skipped(3)))

    assert steps[0].startswith("Answer question 3, “Title 3”, once more")
    assert steps[1].startswith("Before you answer, name two ways")
    assert steps[2].startswith("Read the better answers aloud")
    assert steps[-1].startswith("Take another interview in a few days")
    assert len(steps) == 4


def test_a_flawless_interview_is_followed_by_another_one() -> None:
    assert len(next_steps(axes(4, 4, 4, 4), (line(1, 3), line(2, 3)))) == 1


@pytest.mark.parametrize(
    ("confidence", "covered", "missed", "said"),
    [
        (5, 1, 3, "with 5 of 5 you were surer of it than the answer bears out"),
        (1, 4, 0, "with 1 of 5 you were less sure of it than you could be"),
        (4, 3, 1, None),
        (None, 1, 3, None),
    ],
)
def test_a_judgement_of_oneself_that_is_far_off_is_told(
    confidence: int | None, covered: int, missed: int, said: str | None
) -> None:
    steps = " ".join(next_steps((), (line(1, covered, missed, confidence=confidence),)))

    assert (said in steps) if said else ("sure" not in steps)


def test_what_to_study_is_what_went_badly() -> None:
    assert topics((piece(),), (line(1, 1, 3),)) == ("caching",)
    assert topics((piece(),), (skipped(),)) == ("caching",)
    assert topics((piece(),), (line(1, 3, 1),)) == ()


def test_a_witness_vouches_for_exact_words_only() -> None:
    witness = Witness((turn(2, TurnKind.ANSWER, "It goes stale."),))
    known, unknown = TurnId("t2"), TurnId("t9")

    assert witness.evidence((Quote(turn=known, text="goes stale"),)) == (
        Evidence(turn=known, at_s=2, quote="goes stale"),
    )
    assert witness.evidence((Quote(turn=known, text="stays"),)) == ()
    assert witness.evidence((Quote(turn=unknown, text="goes stale"),)) == ()


@pytest.mark.parametrize("level", [0.9, 4.1, math.nan])
def test_an_axis_off_its_scale_cannot_be_built(level: float) -> None:
    with pytest.raises(ValueError, match="off the scale"):
        axis(Axis.TECHNICAL, level)


def test_an_axis_with_a_level_and_no_evidence_cannot_be_built() -> None:
    with pytest.raises(ValueError, match="nothing to show for it"):
        replace(axis(Axis.TECHNICAL, 3), evidence=())
    with pytest.raises(ValueError, match="off the scale"):
        replace(axis(Axis.TECHNICAL, 3), spread=math.nan)


def test_a_question_with_a_score_and_no_evidence_cannot_be_built() -> None:
    with pytest.raises(ValueError, match="nothing to show for it"):
        line(1, 0, 2, evidence=())
    with pytest.raises(ValueError, match="off the scale"):
        line(1, 2, score=1.1)


def test_a_point_is_covered_by_words_or_not_at_all() -> None:
    with pytest.raises(ValueError, match="covered by the words that cover it"):
        KeyPointLine(says="This.", is_covered=True, evidence=None)
    with pytest.raises(ValueError, match="covered by the words that cover it"):
        KeyPointLine(says="This.", is_covered=False, evidence=WORDS)


def test_the_same_words_are_one_proof() -> None:
    assert line(1, 3).proof == (WORDS,)
