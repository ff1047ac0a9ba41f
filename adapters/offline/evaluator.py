"""A first, simple evaluator: deterministic, modest, and honest about what it cannot see.

It measures what the answers cover and how they are put. The numbers below are judgement, not measurement; the error
bars are wide on purpose until they have been held against human grades.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt
from statistics import fmean

from adapters.offline.matching import Match, first_match
from adapters.offline.signs import QUOTE_CHARS, Found, found
from adapters.offline.words import clip, words
from core.domain.outcomes import Closing
from core.domain.people import Role
from core.domain.question import Axis, InterviewType, KeyPoint
from core.domain.rubric import HIGHEST, LOWEST, Quote, Rating, Review
from core.domain.transcript import Turn, TurnKind
from core.ports.evaluator import Exhibit, Piece

_LANGUAGE = "en"
_SPREAD_OF_ONE_ANSWER = 0.9
_HINT_COST = 0.06
_MOST_QUOTES = 3
# An answer of this many words has said enough to be judged on how it is put.
_ENOUGH_WORDS = 25
_LONG_WORDS = 260
# So many different signs of an axis in one answer, on average, are worth its highest level.
_PLENTY = {Axis.PROBLEM_SOLVING: 2.0, Axis.COMMUNICATION: 2.0, Axis.VERIFICATION: 1.6}
# How far coverage counts beside the signs, since good method without substance is no method.
_SUBSTANCE = {Axis.PROBLEM_SOLVING: 0.5, Axis.COMMUNICATION: 0.25, Axis.VERIFICATION: 0.25}


@dataclass(frozen=True, slots=True)
class OfflineEvaluator:
    """Rates by coverage of key points and by signs of method, always quoting."""

    @property
    def name(self) -> str:
        """The evaluator and its version."""
        return "offline 1"

    async def review(self, piece: Piece) -> Review:
        """Hold the answers against the key points."""
        points = piece.asked.question.points
        hits = _hits(piece)
        covered = tuple(point.id for point in points if point.id in hits)
        missed = tuple(point.id for point in points if point.id not in hits)
        return Review(
            number=piece.asked.number,
            score=_score(piece) if _was_tried(piece) else None,
            covered=covered,
            missed=missed,
            quotes=_review_quotes(piece, hits),
            because=_because(piece, len(covered)),
        )

    async def rate(self, axis: Axis, exhibit: Exhibit) -> Rating:
        """Rate an axis over all that was answered."""
        tried = [piece for piece in exhibit.pieces if _was_tried(piece)]
        if exhibit.language != _LANGUAGE:
            return _unrated(axis, f"This evaluator does not assess answers in {exhibit.language}.")
        if not tried:
            return _unrated(axis, "No question was answered.")
        if axis is Axis.TECHNICAL:
            return _technical(tried)
        return _by_signs(axis, tried)


def _technical(tried: list[Piece]) -> Rating:
    technical = [p for p in tried if p.asked.question.type is not InterviewType.BEHAVIORAL]
    if not technical:
        return _unrated(Axis.TECHNICAL, "No technical question was answered.")
    scores = [_score(piece) for piece in technical]
    quotes = [quote for piece in technical for quote in _point_quotes(piece)]
    if not quotes:
        quotes = [quote for piece in technical for quote in _first_words(piece)]
    covered = sum(len(_hits(piece)) for piece in technical)
    whole = sum(len(piece.asked.question.points) for piece in technical)
    because = f"The answers covered {covered} of {whole} key points in {_questions(technical)}."
    return _rated(Axis.TECHNICAL, fmean(scores), len(technical), quotes, because)


def _by_signs(axis: Axis, tried: list[Piece]) -> Rating:
    seen: list[Found] = []
    shares = []
    for piece in tried:
        mine = found(axis, _answers(piece))
        seen.extend(mine)
        signs = {each.sign.name for each in mine}
        method = min(1.0, len(signs) / _PLENTY[axis])
        if axis is Axis.COMMUNICATION:
            method *= _length_fit(piece)
        part = _SUBSTANCE[axis]
        shares.append((1 - part) * method + part * _score(piece))
    quotes = [each.quote for each in seen] or [q for piece in tried for q in _first_words(piece)]
    names = sorted({each.sign.name for each in seen})
    told = f"{'; '.join(names)}" if names else "no sign of it in the answers"
    return _rated(axis, fmean(shares), len(tried), quotes, f"Seen in {_questions(tried)}: {told}.")


def _rated(axis: Axis, share: float, answers: int, quotes: list[Quote], because: str) -> Rating:
    level = LOWEST + (HIGHEST - LOWEST) * share
    spread = _SPREAD_OF_ONE_ANSWER / sqrt(answers)
    return Rating(
        axis=axis,
        level=round(level, 2),
        confidence=round(min(0.9, 0.3 + 0.1 * answers), 2),
        spread=round(spread, 2),
        because=because,
        quotes=tuple(_spaced(quotes)),
    )


def _unrated(axis: Axis, because: str) -> Rating:
    return Rating(axis=axis, level=None, confidence=0, spread=0, because=because)


def _answers(piece: Piece) -> list[Turn]:
    counted = {answer.turn for answer in piece.asked.answers}
    return [
        turn
        for turn in piece.turns
        if turn.id in counted and turn.kind is TurnKind.ANSWER and not turn.is_withdrawn
        and turn.speaker.role is Role.CANDIDATE
    ]  # fmt: skip


def _was_tried(piece: Piece) -> bool:
    return bool(_answers(piece)) and piece.closing is not Closing.SKIPPED


def _hits(piece: Piece) -> dict[str, tuple[Turn, Match]]:
    """Return the key points that were covered, each with where."""
    hits: dict[str, tuple[Turn, Match]] = {}
    for point in piece.asked.question.points:
        for turn in _answers(piece):
            if point.id not in hits and (match := first_match(point.cues, turn.text[:20_000])):
                hits[point.id] = (turn, match)
    return hits


def _score(piece: Piece) -> float:
    points = piece.asked.question.points
    hits = _hits(piece)
    share = _weight(point for point in points if point.id in hits) / _weight(points)
    return max(0.0, round(share - _HINT_COST * piece.asked.rungs, 3))


def _weight(points: Iterable[KeyPoint]) -> int:
    return sum(point.weight for point in points)


def _point_quotes(piece: Piece) -> list[Quote]:
    return [
        Quote(turn=turn.id, text=clip(match.sentence, QUOTE_CHARS))
        for turn, match in _hits(piece).values()
    ]


def _review_quotes(piece: Piece, hits: dict[str, tuple[Turn, Match]]) -> tuple[Quote, ...]:
    return tuple(_point_quotes(piece) if hits else _first_words(piece))


def _first_words(piece: Piece) -> list[Quote]:
    return [Quote(turn=t.id, text=clip(t.text.strip(), QUOTE_CHARS)) for t in _answers(piece)[:1]]


def _because(piece: Piece, covered: int) -> str:
    if not _was_tried(piece):
        return (
            "The question was skipped." if piece.closing is Closing.SKIPPED else "No answer came."
        )
    whole = len(piece.asked.question.points)
    hints = piece.asked.rungs
    helped = f", with {hints} hint{'s' * (hints > 1)}" if hints else ""
    return f"{covered} of {whole} key points were covered{helped}."


def _length_fit(piece: Piece) -> float:
    """Return how well the length of an answer serves its listener, from 0 to 1."""
    lengths = [len(words(turn.text[:20_000])) for turn in _answers(piece)]
    longest = max(lengths)
    if longest < _ENOUGH_WORDS:
        return longest / _ENOUGH_WORDS
    return min(1.0, _LONG_WORDS / longest)


def _questions(pieces: list[Piece]) -> str:
    return f"{len(pieces)} question{'s' * (len(pieces) > 1)}"


def _spaced(quotes: list[Quote]) -> list[Quote]:
    """Return a few quotes from over the whole interview instead of the first ones."""
    distinct = list(dict.fromkeys(quotes))
    step = max(1, len(distinct) // _MOST_QUOTES)
    return distinct[::step][:_MOST_QUOTES]
