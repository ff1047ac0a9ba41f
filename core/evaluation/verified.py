"""The evidence contract: a score rests on exact words of the candidate, or it is no score."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import structlog

from core.domain.errors import EvaluationFailed
from core.domain.people import Role
from core.domain.question import Axis
from core.domain.rubric import HIGHEST, LOWEST, PointReview, Quote, Rating, Review
from core.domain.transcript import Turn, TurnId, TurnKind
from core.ports.evaluator import Evaluator, Exhibit, Piece

FAILED = "The evaluator failed here, and nothing was guessed in its place."
NO_EVIDENCE = "The words that the score was based on are not the candidate's."
OFF_SCALE = "The evaluator gave a score that is off the scale."
OFF_TOPIC = "The evaluator answered something that it was not asked."
_NO_REASON = "The evaluator gave no reason."

log = structlog.get_logger()


async def evaluated(
    evaluator: Evaluator, shown: Exhibit
) -> tuple[tuple[Review, ...], tuple[Rating, ...]]:
    """Return a review of each question and a rating of each axis, as far as they are borne out.

    What the evaluator fails at is not assessed, and says so; the rest of the evaluation stands.
    """
    reviews = [await _reviewed(evaluator, piece) for piece in shown.pieces]
    ratings = [await _rated(evaluator, axis, shown) for axis in Axis]
    return verified(reviews, ratings, shown)


def verified(
    reviews: Iterable[Review], ratings: Iterable[Rating], shown: Exhibit
) -> tuple[tuple[Review, ...], tuple[Rating, ...]]:
    """Return an evaluation without whatever the transcript does not hold, and without holes."""
    by_number = {review.number: review for review in reviews}
    by_axis = {rating.axis: rating for rating in ratings}
    words = quotable(turn for piece in shown.pieces for turn in piece.turns)
    return (
        tuple(
            _review(by_number.get(piece.asked.number) or _no_review(piece, FAILED), piece)
            for piece in shown.pieces
        ),
        tuple(_rating(by_axis.get(axis) or _no_rating(axis, FAILED), words) for axis in Axis),
    )


def quotable(turns: Iterable[Turn]) -> dict[TurnId, str]:
    """Return the words that may be quoted: the candidate's own, unless taken back."""
    return {
        turn.id: turn.text
        for turn in turns
        if turn.speaker.role is Role.CANDIDATE
        # A request's words are ours: “skips the question” was never said.
        and turn.kind in (TurnKind.ANSWER, TurnKind.CODE)
        and not turn.is_withdrawn
    }


async def _reviewed(evaluator: Evaluator, piece: Piece) -> Review:
    number = piece.asked.number
    try:
        review = await evaluator.review(piece)
    except EvaluationFailed as error:
        log.warning("evaluation_failed", question=number, reason=error.reply)
        return _no_review(piece, FAILED)
    return review if review.number == number else _no_review(piece, OFF_TOPIC)


async def _rated(evaluator: Evaluator, axis: Axis, shown: Exhibit) -> Rating:
    try:
        rating = await evaluator.rate(axis, shown)
    except EvaluationFailed as error:
        log.warning("evaluation_failed", axis=axis.value, reason=error.reply)
        return _no_rating(axis, FAILED)
    return rating if rating.axis is axis else _no_rating(axis, OFF_TOPIC)


def _no_review(piece: Piece, because: str) -> Review:
    return Review(number=piece.asked.number, score=None, because=because)


def _no_rating(axis: Axis, because: str) -> Rating:
    return Rating(axis=axis, level=None, confidence=0, spread=0, because=because)


def _rating(rating: Rating, words: Mapping[TurnId, str]) -> Rating:
    found = _found(rating.quotes, words)
    if rating.level is None:
        return _no_rating(rating.axis, rating.because or _NO_REASON)
    # Comparisons with NaN are false, so that it is never on the scale.
    is_on_scale = (
        LOWEST <= rating.level <= HIGHEST
        and 0 <= rating.spread <= HIGHEST - LOWEST
        and 0 <= rating.confidence <= 1
    )
    if not is_on_scale:
        return _no_rating(rating.axis, OFF_SCALE)
    if not found:
        return _no_rating(rating.axis, NO_EVIDENCE)
    return replace(rating, quotes=found)


def _review(review: Review, piece: Piece) -> Review:
    words = quotable(piece.turns)
    quotes = _found(review.quotes, words)
    points, struck = _points(review, piece, words)
    review = replace(review, points=points, quotes=quotes, because=review.because or _NO_REASON)
    if review.score is None:
        return review
    if not 0 <= review.score <= 1:
        return replace(review, score=None, because=OFF_SCALE)
    if not quotes and not any(point.quote for point in points):
        return replace(review, score=None, because=NO_EVIDENCE)
    if struck:
        # What was not said earns nothing, so the score ends where the proven points do.
        because = f"{review.because} Points without proof in the transcript do not count: {struck}."
        return replace(review, score=min(review.score, _share(points, piece)), because=because)
    return review


def _points(
    review: Review, piece: Piece, words: Mapping[TurnId, str]
) -> tuple[tuple[PointReview, ...], int]:
    """Return the question's own points in their order, and how many lost their proof."""
    proven: dict[str, Quote] = {}
    claimed = set()
    for point in review.points:
        if point.quote:
            claimed.add(point.point)
            if found := _found((point.quote,), words):
                proven.setdefault(point.point, found[0])
    known = [point.id for point in piece.asked.question.points]
    points = tuple(PointReview(point=id_, quote=proven.get(id_)) for id_ in known)
    return points, len(claimed - {id_ for id_ in known if id_ in proven})


def _share(points: Iterable[PointReview], piece: Piece) -> float:
    weights = {point.id: point.weight for point in piece.asked.question.points}
    return round(sum(weights[p.point] for p in points if p.quote) / sum(weights.values()), 3)


def _found(quotes: tuple[Quote, ...], words: Mapping[TurnId, str]) -> tuple[Quote, ...]:
    return tuple(
        quote
        for quote in quotes
        if any(map(str.isalnum, quote.text)) and quote.text in words.get(quote.turn, "")
    )
