import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.typing import EventDict

from core.domain.question import Axis, PointId
from core.domain.rubric import HIGHEST, LOWEST, PointReview, Quote, Rating, Review
from core.domain.transcript import TurnId
from core.evaluation.verified import (
    FAILED,
    NO_EVIDENCE,
    OFF_SCALE,
    OFF_TOPIC,
    evaluated,
    quotable,
    verified,
)
from tests.core.evaluation.evaluators import (
    SAID,
    STALE,
    TAKEN_BACK,
    TTL,
    TURNS,
    Scripted,
    fails,
    fails_to_rate,
    piece,
    rating,
    review,
    shown,
)

# Each of these is a quote that looks like one.
INVENTED = {
    "of words nobody said": Quote(turn=TurnId("t2"), text="It is always fresh"),
    "of a turn that is not there": Quote(turn=TurnId("t99"), text="It goes stale"),
    "put together from two places": Quote(turn=TurnId("t2"), text="It goes a ttl"),
    "in other letters": Quote(turn=TurnId("t2"), text="it GOES stale"),
    "of the interviewer": Quote(turn=TurnId("t1"), text="What can go wrong"),
    "of what was taken back": Quote(turn=TurnId("t3"), text=TAKEN_BACK),
    "of our words for a deed": Quote(turn=TurnId("t4"), text="asks for a hint"),
    "of a coach": Quote(turn=TurnId("t5"), text="A coach knows better."),
    "of nothing": Quote(turn=TurnId("t2"), text=""),
    "of a blank": Quote(turn=TurnId("t2"), text=" "),
    "of a comma": Quote(turn=TurnId("t2"), text=", "),
}
# A number cannot be a level if it is one of these.
NO_LEVELS = [0.0, 0.99, 4.01, 40, -1, math.nan, math.inf, -math.inf]


async def rated(given: Rating) -> Rating:
    """Return what is left of a rating."""
    _, ratings = await evaluated(Scripted(ratings=lambda _: given), shown())
    return next(each for each in ratings if each.axis is given.axis)


async def reviewed(given: Review) -> Review:
    """Return what is left of a review."""
    reviews, _ = await evaluated(Scripted(reviews=lambda _: given), shown())
    [left] = reviews
    return left


async def test_what_the_transcript_bears_out_is_left_as_it_is() -> None:
    assert await rated(rating()) == rating()
    assert await reviewed(review()) == review()


def test_only_what_the_candidate_said_or_coded_and_left_standing_may_be_quoted() -> None:
    assert quotable(TURNS) == {TurnId("t2"): SAID, TurnId("t6"): "cache.clear()"}


@pytest.mark.parametrize("quote", INVENTED.values(), ids=INVENTED.keys())
async def test_a_level_that_rests_on_a_quote_is_none(quote: Quote) -> None:
    left = await rated(rating(quotes=(quote,)))

    assert (left.level, left.spread, left.confidence, left.quotes) == (None, 0, 0, ())
    assert left.because == NO_EVIDENCE


@pytest.mark.parametrize("quote", INVENTED.values(), ids=INVENTED.keys())
async def test_a_level_is_kept_on_its_sound_quotes_alone(quote: Quote) -> None:
    assert await rated(rating(quotes=(quote, STALE))) == rating()


@pytest.mark.parametrize("quote", INVENTED.values(), ids=INVENTED.keys())
async def test_a_point_that_rests_on_a_quote_is_not_covered(quote: Quote) -> None:
    left = await reviewed(
        review(
            points=(
                PointReview(point=PointId("stale"), quote=STALE),
                PointReview(point=PointId("expiry"), quote=quote),
            )
        )
    )

    assert [point.quote for point in left.points] == [STALE, None]
    # The point that is left weighs one of four.
    assert left.score == 0.25
    assert left.because.endswith("Points without proof in the transcript do not count: 1.")


@pytest.mark.parametrize("quote", INVENTED.values(), ids=INVENTED.keys())
async def test_a_score_that_rests_on_a_quote_is_none(quote: Quote) -> None:
    left = await reviewed(
        review(points=(PointReview(point=PointId("stale"), quote=quote),), quotes=(quote,))
    )

    assert (left.score, left.because, left.quotes) == (None, NO_EVIDENCE, ())
    assert all(point.quote is None for point in left.points)


async def test_each_point_keeps_its_own_quote_whatever_becomes_of_the_others() -> None:
    left = await reviewed(
        review(
            points=(
                PointReview(point=PointId("stale"), quote=INVENTED["of words nobody said"]),
                PointReview(point=PointId("expiry"), quote=TTL),
            )
        )
    )

    assert {point.point: point.quote for point in left.points} == {"stale": None, "expiry": TTL}


async def test_points_of_another_question_do_not_count() -> None:
    left = await reviewed(review(points=(PointReview(point=PointId("other"), quote=STALE),)))

    assert (left.score, left.because) == (None, NO_EVIDENCE)
    assert [point.point for point in left.points] == ["stale", "expiry"]


async def test_an_answer_without_any_point_can_be_scored_on_its_words() -> None:
    nothing = review(points=(), score=0.0, quotes=(STALE,), because="No point was named.")

    left = await reviewed(nothing)

    assert (left.score, left.quotes, left.because) == (0.0, (STALE,), "No point was named.")


@pytest.mark.parametrize("level", NO_LEVELS)
async def test_a_level_off_the_scale_is_none(level: float) -> None:
    left = await rated(rating(level=level))

    assert (left.level, left.because) == (None, OFF_SCALE)


@pytest.mark.parametrize("spread", [-0.1, 3.1, math.nan, math.inf])
async def test_a_band_that_cannot_be_costs_the_level(spread: float) -> None:
    assert (await rated(rating(spread=spread))).because == OFF_SCALE


@pytest.mark.parametrize("confidence", [-0.1, 1.1, math.nan])
async def test_a_confidence_that_cannot_be_costs_the_level(confidence: float) -> None:
    assert (await rated(rating(confidence=confidence))).because == OFF_SCALE


@pytest.mark.parametrize("score", [-0.1, 1.1, 4, math.nan, math.inf])
async def test_a_score_off_the_scale_is_none(score: float) -> None:
    left = await reviewed(review(score=score))

    assert (left.score, left.because) == (None, OFF_SCALE)
    assert left.points == review().points


async def test_who_rates_another_axis_than_asked_is_not_believed() -> None:
    _, ratings = await evaluated(Scripted(ratings=lambda _: rating(Axis.COMMUNICATION)), shown())

    assert [each.axis for each in ratings] == list(Axis)
    assert [each.because for each in ratings if each.level is None] == [OFF_TOPIC] * 3


async def test_who_reviews_another_question_than_asked_is_not_believed() -> None:
    left = await reviewed(review(number=2))

    assert (left.number, left.score, left.because) == (1, None, OFF_TOPIC)


async def test_words_of_another_question_prove_nothing_about_this_one() -> None:
    reviews, _ = await evaluated(Scripted(), shown(piece(1), piece(2)))

    assert [each.score for each in reviews] == [0.9, None]
    assert reviews[1].because == NO_EVIDENCE


async def test_a_failure_at_one_question_costs_that_question_only(logs: list[EventDict]) -> None:
    def fails_once(asked: object) -> Review:
        number = asked.asked.number if hasattr(asked, "asked") else 0
        return fails() if number == 2 else review(number)

    reviews, ratings = await evaluated(Scripted(reviews=fails_once), shown(piece(1), piece(2)))

    assert [(each.number, each.score) for each in reviews] == [(1, 0.9), (2, None)]
    assert reviews[1].because == FAILED
    assert all(each.level is not None for each in ratings)
    [logged] = logs
    assert (logged["event"], logged["question"]) == ("evaluation_failed", 2)
    assert logged["reason"] == "The model did not answer."


async def test_a_failure_at_one_axis_costs_that_axis_only(logs: list[EventDict]) -> None:
    def fails_once(axis: Axis) -> Rating:
        return fails_to_rate() if axis is Axis.VERIFICATION else rating(axis)

    _, ratings = await evaluated(Scripted(ratings=fails_once), shown())

    assert [each.axis for each in ratings if each.level is None] == [Axis.VERIFICATION]
    assert [(each["event"], each["axis"]) for each in logs] == [
        ("evaluation_failed", "verification")
    ]


async def test_a_bug_in_an_evaluator_is_not_taken_for_a_failure() -> None:
    def crashes(_: object) -> Review:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await evaluated(Scripted(reviews=crashes), shown())


async def test_no_level_without_a_reason() -> None:
    assert (await rated(rating(level=None, because=""))).because == "The evaluator gave no reason."
    left = await reviewed(review(score=None, because=""))
    assert (left.score, left.because) == (None, "The evaluator gave no reason.")


async def test_what_was_not_rated_shows_no_band_and_no_quotes() -> None:
    left = await rated(rating(level=None, because="Too little was said."))

    assert left == rating(
        level=None, spread=0, confidence=0, quotes=(), because="Too little was said."
    )


def test_holes_in_a_stored_evaluation_are_filled_with_the_truth() -> None:
    reviews, ratings = verified((), (), shown())

    assert [(each.number, each.score, each.because) for each in reviews] == [(1, None, FAILED)]
    assert [(each.axis, each.level) for each in ratings] == [(axis, None) for axis in Axis]


quotes = st.builds(
    Quote,
    turn=st.sampled_from([turn.id for turn in TURNS]),
    text=st.sampled_from([SAID, "stale", TAKEN_BACK, "hint", "clear", "", "x"]),
)
numbers = st.floats(allow_nan=True) | st.floats(min_value=0, max_value=4) | st.none()
ratings_given = st.builds(
    Rating,
    axis=st.sampled_from(Axis),
    level=numbers,
    confidence=st.floats(),
    spread=st.floats(),
    because=st.text(max_size=5),
    quotes=st.lists(quotes, max_size=3).map(tuple),
)
reviews_given = st.builds(
    Review,
    number=st.integers(0, 3),
    score=numbers,
    because=st.text(max_size=5),
    points=st.lists(
        st.builds(
            PointReview,
            point=st.sampled_from([PointId("stale"), PointId("expiry"), PointId("other")]),
            quote=quotes | st.none(),
        ),
        max_size=4,
    ).map(tuple),
    quotes=st.lists(quotes, max_size=2).map(tuple),
)


@given(st.lists(reviews_given, max_size=3), st.lists(ratings_given, max_size=5))
def test_whatever_is_claimed_no_score_is_left_without_the_candidate_s_exact_words(
    reviews: list[Review], ratings: list[Rating]
) -> None:
    said = quotable(TURNS)

    left_reviews, left_ratings = verified(reviews, ratings, shown())

    for each in left_ratings:
        assert all(quote.text in said[quote.turn] for quote in each.quotes)
        assert each.level is None or (LOWEST <= each.level <= HIGHEST and each.quotes)
        assert 0 <= each.spread <= HIGHEST - LOWEST
    for one in left_reviews:
        proof = [*one.quotes, *(point.quote for point in one.points if point.quote)]
        assert all(quote.text in said[quote.turn] for quote in proof)
        assert one.score is None or (0 <= one.score <= 1 and proof)
    assert verified(left_reviews, left_ratings, shown()) == (left_reviews, left_ratings)
