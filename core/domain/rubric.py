"""Scores and what they rest on."""

from dataclasses import dataclass

from core.domain.question import Axis, PointId
from core.domain.transcript import TurnId

LOWEST, HIGHEST = 1, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The exact words of a turn that a score rests on."""

    turn: TurnId
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """What an evaluator thinks of one axis, 1 to 4; no level means *not assessed*.

    `spread` is half the width of the band in which the level lies.
    """

    axis: Axis
    level: float | None
    confidence: float
    spread: float
    because: str
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PointReview:
    """Whether one key point was covered: by these words, or, without any, not at all."""

    point: PointId
    quote: Quote | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What an evaluator thinks of the answer to one question; no score means *not assessed*.

    `score` is from 0 to 1. It rests on the words that covered a point and, beside them or where
    no point was covered, on `quotes`.
    """

    number: int
    score: float | None
    because: str
    points: tuple[PointReview, ...] = ()
    quotes: tuple[Quote, ...] = ()
