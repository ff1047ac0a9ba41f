"""Judging what an interview showed, one criterion at a time."""

from dataclasses import dataclass
from typing import Protocol

from core.domain.interview import OpenQuestion
from core.domain.outcomes import Closing
from core.domain.question import Axis
from core.domain.rubric import Rating, Review
from core.domain.transcript import Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One question as it went: what was asked, what was said about it, how it came to its end."""

    asked: OpenQuestion
    closing: Closing
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """All that an evaluator may look at."""

    pieces: tuple[Piece, ...]
    language: str


class Evaluator(Protocol):
    """Rates; it does not combine. What it quotes is checked against the transcript afterwards."""

    @property
    def name(self) -> str:
        """The evaluator and its version, for the report."""
        ...

    async def review(self, piece: Piece) -> Review:
        """Judge the answer to one question."""
        ...

    async def rate(self, axis: Axis, exhibit: Exhibit) -> Rating:
        """Judge one axis over the whole interview."""
        ...
