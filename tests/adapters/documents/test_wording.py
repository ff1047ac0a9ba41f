from dataclasses import replace

import pytest

from adapters.documents import evolution, wording
from adapters.documents.facts import conduct
from core.domain.outcomes import Closing, Ending
from core.domain.report import Headline, Recommendation
from tests.adapters.documents.samples import AXES, SNAPSHOTS, STRONG

HEADLINE = Headline(
    recommendation=Recommendation.LEAN_YES, sentence="Yes.", overall=7.14, spread=0.51
)


def test_scores_are_said_with_their_scale_and_their_uncertainty() -> None:
    assert wording.level(AXES[1]) == "2.8 ± 0.4 of 4"
    assert wording.overall(HEADLINE) == "7.1 ± 0.5 / 10"
    assert wording.score(0.75) == "7.5 / 10"
    assert wording.share(0.7) == "70 %"


def test_a_score_that_is_not_there_is_not_assessed() -> None:
    assert wording.level(replace(AXES[1], level=None)) == "not assessed"
    assert wording.overall(replace(HEADLINE, overall=None)) == "not assessed"
    assert wording.score(None) == "not assessed"


def test_the_lowest_score_is_a_score() -> None:
    assert wording.score(0) == "0.0 / 10"
    assert wording.overall(replace(HEADLINE, overall=0.0, spread=0)) == "0.0 / 10"


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(-1, "0:00"), (0, "0:00"), (61.4, "1:01"), (3599.6, "1:00:00"), (90_000, "25:00:00")],
)
def test_moments_are_told_as_on_a_stopwatch(seconds: float, shown: str) -> None:
    assert wording.clock(seconds) == shown


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(-1, "0 s"), (59, "59 s"), (60, "1 min"), (95, "1 min 35 s"), (2412, "40 min")],
)
def test_lengths_are_told_as_people_do(seconds: float, told: str) -> None:
    assert wording.lasting(seconds) == told


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("2026-11-20T15:00:00+01:00", "2026-11-20 14:00 UTC"),
        ("2026-11-20T15:00:00", "2026-11-20 15:00"),
        ("yesterday", "yesterday"),
    ],
)
def test_a_beginning_is_told_in_utc_where_that_is_known(at: str, told: str) -> None:
    assert wording.began(at) == told


def test_every_fixed_word_has_words() -> None:
    assert all(wording.closing(closing) for closing in Closing)
    assert all(wording.ending(ending) for ending in (*Ending, None))


def test_an_interview_without_a_pattern_says_so() -> None:
    about = replace(STRONG.about, pattern="", pattern_name="")

    assert ("Pattern", "none") in conduct(replace(STRONG, about=about))
    assert wording.interview(about).startswith("Mixed interview, 3 questions in 40 min.")


def test_how_it_was_held_is_enough_to_hold_it_again() -> None:
    facts = dict(conduct(STRONG))

    assert facts["Seed"] == "20261120"
    assert facts["Evaluator"] == "offline 1.0"
    assert facts["Report"] == "final"
    assert facts["Report format"] == "version 1"
    assert facts["Difficulty"] == "easy, moving to medium"


def test_code_is_compared_with_the_code_before_it_on_the_same_question() -> None:
    steps = evolution.steps(SNAPSHOTS)

    assert [step.is_first for step in steps] == [True, False, False, False, True]
    assert [step.is_last for step in steps] == [False, False, False, True, True]
    assert steps[1].change[0].startswith("@@")
    assert "+    for start, end in sorted(windows):" in steps[1].change
    assert steps[3].change == ()


def test_very_long_code_is_not_compared() -> None:
    long = replace(SNAPSHOTS[0], source="\n" * evolution.COMPARED_LINES)

    _, step = evolution.steps((SNAPSHOTS[0], long))

    assert step.change == ("(too long to compare line by line)",)


def test_code_that_nobody_judged_says_so() -> None:
    assert wording.snapshot(replace(SNAPSHOTS[0], verdict=None)).endswith(", not judged")
