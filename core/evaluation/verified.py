"""The evidence contract: a score rests on exact words of the candidate, or it is no score."""

from collections.abc import Iterable
from dataclasses import replace

from core.domain.people import Role
from core.domain.question import Axis
from core.domain.rubric import Quote, Rating, Review
from core.domain.transcript import Turn, TurnId
from core.ports.evaluator import Evaluator, Exhibit

NO_EVIDENCE = "Nothing in the transcript bears this out."


async def evaluated(
    evaluator: Evaluator, shown: Exhibit
) -> tuple[tuple[Review, ...], tuple[Rating, ...]]:
    """Return what the evaluator makes of the exhibit, without whatever the transcript does not hold."""
    words = quotable(turn for piece in shown.pieces for turn in piece.turns)
    reviews = [_review(await evaluator.review(piece), words) for piece in shown.pieces]
    ratings = [_rating(await evaluator.rate(axis, shown), words) for axis in Axis]
    return tuple(reviews), tuple(ratings)


def quotable(turns: Iterable[Turn]) -> dict[TurnId, str]:
    """Return the words that may be quoted: the candidate's own, unless taken back."""
    return {
        turn.id: turn.text
        for turn in turns
        if turn.speaker.role is Role.CANDIDATE and not turn.is_withdrawn
    }


def _rating(rating: Rating, words: dict[TurnId, str]) -> Rating:
    found = _found(rating.quotes, words)
    if rating.level is None or not found:
        because = rating.because if rating.level is None else NO_EVIDENCE
        return replace(rating, level=None, confidence=0, spread=0, because=because, quotes=())
    return replace(rating, quotes=found)


def _review(review: Review, words: dict[TurnId, str]) -> Review:
    found = _found(review.quotes, words)
    if review.score is None or not found:
        because = review.because if review.score is None else NO_EVIDENCE
        return replace(review, score=None, because=because, quotes=found)
    return replace(review, quotes=found)


def _found(quotes: tuple[Quote, ...], words: dict[TurnId, str]) -> tuple[Quote, ...]:
    return tuple(
        quote for quote in quotes if quote.text.strip() and quote.text in words.get(quote.turn, "")
    )
