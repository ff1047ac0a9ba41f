import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.domain.question import Axis
from core.domain.report import Recommendation
from core.domain.rubric import HIGHEST, LOWEST, Rating
from core.evaluation.combine import Combined, Withheld, combine

EVEN = dict.fromkeys(Axis, 25)
ORDER = [
    Recommendation.STRONG_NO,
    Recommendation.LEAN_NO,
    Recommendation.LEAN_YES,
    Recommendation.STRONG_YES,
]
LEVELS = st.lists(st.floats(LOWEST, HIGHEST) | st.none(), min_size=len(Axis), max_size=len(Axis))
WEIGHTS = st.lists(st.integers(1, 97), min_size=len(Axis), max_size=len(Axis)).map(
    lambda weights: dict(zip(Axis, weights, strict=True))
)


def ratings(*levels: float | None, spread: float = 0.0) -> list[Rating]:
    """Return a rating of each axis, in their order."""
    return [
        Rating(axis=axis, level=level, confidence=0.5, spread=spread, because="")
        for axis, level in zip(Axis, levels, strict=True)
    ]


def over(*levels: float | None, spread: float = 0.0, answered: int = 5, asked: int = 5) -> Combined:
    """Combine levels that weigh the same."""
    return combine(ratings(*levels, spread=spread), EVEN, answered=answered, asked=asked)


@pytest.mark.parametrize(
    ("level", "recommendation"),
    [
        (1.0, Recommendation.STRONG_NO),
        (1.74, Recommendation.STRONG_NO),
        (1.75, Recommendation.LEAN_NO),
        (2.49, Recommendation.LEAN_NO),
        (2.5, Recommendation.LEAN_YES),
        (3.24, Recommendation.LEAN_YES),
        (3.25, Recommendation.STRONG_YES),
        (4.0, Recommendation.STRONG_YES),
    ],
)
def test_the_recommendation_changes_at_its_thresholds(
    level: float, recommendation: Recommendation
) -> None:
    assert over(level, level, level, level).recommendation is recommendation


def test_the_levels_weigh_as_the_pattern_says() -> None:
    weights = {
        Axis.PROBLEM_SOLVING: 40,
        Axis.TECHNICAL: 30,
        Axis.COMMUNICATION: 20,
        Axis.VERIFICATION: 10,
    }

    combined = combine(ratings(4, 3, 2, 1, spread=0.2), weights, answered=5, asked=5)

    assert combined.level == pytest.approx(3.0)
    assert combined.overall == 6.7
    assert combined.spread == pytest.approx(0.2)
    assert combined.overall_spread == 0.7


def test_an_axis_that_was_not_assessed_takes_its_weight_with_it() -> None:
    weights = {
        Axis.PROBLEM_SOLVING: 70,
        Axis.TECHNICAL: 10,
        Axis.COMMUNICATION: 10,
        Axis.VERIFICATION: 10,
    }

    combined = combine(ratings(None, 3, 3, 3), weights, answered=5, asked=5)

    assert combined.level == pytest.approx(3.0)
    assert combined.recommendation is Recommendation.LEAN_YES


def test_an_axis_without_a_weight_counts_for_nothing() -> None:
    weights = {Axis.TECHNICAL: 2}

    combined = combine(ratings(1, 4, 1, 1), weights, answered=5, asked=5)

    assert combined.level == 4


@pytest.mark.parametrize(
    ("combined", "why"),
    [
        (over(None, None, None, None), Withheld.NOTHING_ASSESSED),
        (combine(ratings(3, 3, 3, 3), {}, answered=5, asked=5), Withheld.NOTHING_ASSESSED),
        (over(4, 4, 4, 4, answered=1), Withheld.FEW_ANSWERS),
        (over(1, 1, 1, 1, answered=0), Withheld.FEW_ANSWERS),
        (over(4, 4, None, None), Withheld.FEW_AXES),
        (over(2.6, 2.6, 2.6, 2.6, spread=0.11), Withheld.TOO_CLOSE),
        (over(2.4, 2.4, 2.4, 2.4, spread=0.11), Withheld.TOO_CLOSE),
    ],
)
def test_a_recommendation_that_chance_could_turn_is_withheld(
    combined: Combined, why: Withheld
) -> None:
    assert combined.recommendation is Recommendation.INSUFFICIENT_EVIDENCE
    assert combined.withheld is why


def test_without_a_level_there_is_no_figure() -> None:
    combined = over(None, None, None, None)

    assert (combined.overall, combined.overall_spread) == (None, 0)


def test_a_band_that_ends_at_the_middle_does_not_cross_it() -> None:
    assert over(2.75, 2.75, 2.75, 2.75, spread=0.25).recommendation is Recommendation.LEAN_YES


@pytest.mark.parametrize(
    ("answered", "asked", "is_strong"),
    [(2, 2, False), (3, 3, True), (3, 5, True), (3, 6, False), (6, 10, True), (5, 10, False)],
)
def test_a_strong_word_needs_enough_answers(answered: int, asked: int, is_strong: bool) -> None:  # noqa: FBT001
    yes = over(4, 4, 4, 4, answered=answered, asked=asked).recommendation
    no = over(1, 1, 1, 1, answered=answered, asked=asked).recommendation

    assert (yes is Recommendation.STRONG_YES) is is_strong
    assert (no is Recommendation.STRONG_NO) is is_strong


@given(LEVELS, WEIGHTS)
def test_the_level_lies_among_those_it_is_made_of(
    levels: list[float | None], weights: dict[Axis, int]
) -> None:
    assessed = [level for level in levels if level is not None]
    assume(assessed)

    level = combine(ratings(*levels), weights, answered=5, asked=5).level

    assert level is not None
    assert min(assessed) - 1e-9 <= level <= max(assessed) + 1e-9


@given(
    st.lists(st.floats(LOWEST, HIGHEST), min_size=4, max_size=4),
    WEIGHTS,
    st.sampled_from(range(4)),
    st.floats(0, 3),
)
def test_a_better_level_never_makes_the_recommendation_worse(
    levels: list[float], weights: dict[Axis, int], at: int, more: float
) -> None:
    better = [*levels]
    better[at] = min(HIGHEST, better[at] + more)

    before = combine(ratings(*levels), weights, answered=5, asked=5)
    after = combine(ratings(*better), weights, answered=5, asked=5)

    assert before.overall is not None
    assert after.overall is not None
    assert after.overall >= before.overall
    assert ORDER.index(after.recommendation) >= ORDER.index(before.recommendation)


@given(LEVELS, WEIGHTS, st.integers(1, 9))
def test_only_the_proportions_of_the_weights_matter(
    levels: list[float | None], weights: dict[Axis, int], times: int
) -> None:
    larger = {axis: weight * times for axis, weight in weights.items()}

    one = combine(ratings(*levels), weights, answered=5, asked=5)
    other = combine(ratings(*levels), larger, answered=5, asked=5)

    assert one.overall == pytest.approx(other.overall, abs=0.11)
    assert (one.withheld is None) == (other.withheld is None)


@given(LEVELS, st.floats(0, 2), st.floats(0, 2))
def test_a_wider_band_never_brings_a_recommendation_about(
    levels: list[float | None], narrow: float, wider: float
) -> None:
    if over(*levels, spread=narrow).withheld:
        assert over(*levels, spread=narrow + wider).withheld
