"""A first, simple evaluator: deterministic, modest, and honest about what it cannot see.

It measures what the answers cover and how they are put. The numbers below are judgement, not measurement; the error
bars are wide on purpose until they have been held against human grades.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean

from adapters.offline.answered import Answered
from adapters.offline.signs import Found
from core.domain.outcomes import Closing
from core.domain.question import Axis, InterviewType
from core.domain.rubric import HIGHEST, LOWEST, PointReview, Quote, Rating, Review
from core.ports.evaluator import Exhibit, Piece

_LANGUAGE = "en"
_SPREAD_OF_ONE_ANSWER = 0.9
_MOST_QUOTES = 3
# An answer of this many words has said enough to be judged on how it is put; one of so many more tires its listener.
_ENOUGH_WORDS, _LONG_WORDS = 25, 260
# So many different signs of an axis in one answer, on average, are worth its highest level.
_PLENTY = {Axis.PROBLEM_SOLVING: 3.0, Axis.COMMUNICATION: 3.0, Axis.VERIFICATION: 3.0}
# How far coverage counts beside the signs.
_SUBSTANCE = {Axis.PROBLEM_SOLVING: 0.5, Axis.COMMUNICATION: 0.25, Axis.VERIFICATION: 0.25}
# Below this coverage the signs count less and less: good manners without substance are no method.
_RELEVANT = 0.5


@dataclass(frozen=True, slots=True)
class OfflineEvaluator:
    """Rates by coverage of key points and by signs of method, always quoting."""

    @property
    def name(self) -> str:
        """The evaluator and its version."""
        return "offline 1"

    async def review(self, piece: Piece) -> Review:
        """Hold the answers against the key points."""
        answered = Answered(piece)
        points = (point.id for point in piece.asked.question.points)
        return Review(
            number=piece.asked.number,
            score=answered.score if answered.was_tried else None,
            because=_because(answered),
            points=tuple(PointReview(point=id_, quote=answered.quote_for(id_)) for id_ in points),
            quotes=tuple(() if answered.hits else answered.first_words()),
        )

    async def rate(self, axis: Axis, exhibit: Exhibit) -> Rating:
        """Rate an axis over all that was answered."""
        answers = [each for piece in exhibit.pieces if (each := Answered(piece)).was_tried]
        if exhibit.language != _LANGUAGE:
            return _unrated(axis, f"This evaluator does not assess answers in {exhibit.language}.")
        if not answers:
            return _unrated(axis, "No question was answered.")
        return _technical(answers) if axis is Axis.TECHNICAL else _by_signs(axis, answers)


def _technical(answers: Sequence[Answered]) -> Rating:
    behavioral = InterviewType.BEHAVIORAL
    technical = [each for each in answers if each.piece.asked.question.type is not behavioral]
    if not technical:
        return _unrated(Axis.TECHNICAL, "No technical question was answered.")
    quotes = [quote for each in technical for quote in each.quotes()]
    covered = sum(len(each.hits) for each in technical)
    whole = sum(len(each.piece.asked.question.points) for each in technical)
    because = f"The answers covered {covered} of {whole} key points in {_questions(technical)}."
    shares = [each.score for each in technical]
    return _rated(Axis.TECHNICAL, shares, quotes or _first_words(technical), because)


def _by_signs(axis: Axis, answers: Sequence[Answered]) -> Rating:
    seen = [each.signs(axis) for each in answers]
    shares = [_share(axis, each, found) for each, found in zip(answers, seen, strict=True)]
    quotes = [each.quote for found in seen for each in found] or _first_words(answers)
    names = sorted({each.sign.name for found in seen for each in found})
    told = "; ".join(names) or "no sign of it in the answers"
    return _rated(axis, shares, quotes, f"Seen in {_questions(answers)}: {told}.")


def _share(axis: Axis, answered: Answered, seen: Sequence[Found]) -> float:
    """Return how much of an axis one answer shows: its signs, as far as they served a purpose."""
    method = min(1.0, len({each.sign.name for each in seen}) / _PLENTY[axis])
    if axis is Axis.COMMUNICATION:
        method *= _length_fit(answered.longest)
    method *= min(1.0, answered.score / _RELEVANT)
    part = _SUBSTANCE[axis]
    return (1 - part) * method + part * answered.score


def _length_fit(length: int) -> float:
    """Return how well the length of an answer serves its listener, from 0 to 1."""
    return min(1.0, length / _ENOUGH_WORDS, _LONG_WORDS / max(1, length))


def _rated(axis: Axis, shares: Sequence[float], quotes: Sequence[Quote], because: str) -> Rating:
    answers = len(shares)
    return Rating(
        axis=axis,
        level=round(LOWEST + (HIGHEST - LOWEST) * fmean(shares), 2),
        confidence=round(min(0.9, 0.3 + 0.1 * answers), 2),
        spread=round(_SPREAD_OF_ONE_ANSWER / sqrt(answers), 2),
        because=because,
        quotes=tuple(_spaced(quotes)),
    )


def _unrated(axis: Axis, because: str) -> Rating:
    return Rating(axis=axis, level=None, confidence=0, spread=0, because=because)


def _because(answered: Answered) -> str:
    if not answered.was_tried:
        skipped = answered.piece.closing is Closing.SKIPPED
        return "The question was skipped." if skipped else "No answer came."
    hints = answered.piece.asked.rungs
    helped = f", with {hints} hint{'s' * (hints > 1)}" if hints else ""
    whole = len(answered.piece.asked.question.points)
    return f"{len(answered.hits)} of {whole} key points were covered{helped}."


def _first_words(answers: Sequence[Answered]) -> list[Quote]:
    return [quote for each in answers for quote in each.first_words()]


def _questions(answers: Sequence[Answered]) -> str:
    return f"{len(answers)} question{'s' * (len(answers) > 1)}"


def _spaced(quotes: Sequence[Quote]) -> list[Quote]:
    """Return a few quotes from over the whole interview instead of the first ones."""
    distinct = list(dict.fromkeys(quotes))
    step = max(1, len(distinct) // _MOST_QUOTES)
    return distinct[::step][:_MOST_QUOTES]
