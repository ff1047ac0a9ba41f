"""From four ratings to one recommendation, by arithmetic that anybody can redo."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.domain.question import Axis
from core.domain.report import Recommendation
from core.domain.rubric import HIGHEST, LOWEST, Rating

OUT_OF = 10
# Between these levels the recommendation changes; the middle one parts no from yes.
_STRONG_NO, _MIDDLE, _STRONG_YES = 1.75, 2.5, 3.25
ENOUGH_AXES = 3
ENOUGH_ANSWERS = 2
# A strong word needs more to stand on: so many answers, and so large a part of what was asked.
_ENOUGH_FOR_STRONG = 3
_ENOUGH_PART_FOR_STRONG = 0.6


class Withheld(StrEnum):
    """Why there is no recommendation."""

    NOTHING_ASSESSED = "nothing_assessed"
    FEW_ANSWERS = "few_answers"
    FEW_AXES = "few_axes"
    TOO_CLOSE = "too_close"


@dataclass(frozen=True, slots=True, kw_only=True)
class Combined:
    """The weighted level over the assessed axes, with its band; no level: nothing was assessed."""

    level: float | None
    spread: float
    recommendation: Recommendation
    withheld: Withheld | None = None

    @property
    def overall(self) -> float | None:
        """The level out of ten."""
        if self.level is None:
            return None
        return round((self.level - LOWEST) / (HIGHEST - LOWEST) * OUT_OF, 1)

    @property
    def overall_spread(self) -> float:
        """The half width of the band out of ten."""
        return round(self.spread / (HIGHEST - LOWEST) * OUT_OF, 1)


def combine(
    ratings: Sequence[Rating], weights: Mapping[Axis, int], *, answered: int, asked: int
) -> Combined:
    """Combine ratings by the pattern's weights; withhold a recommendation that chance could turn.

    An axis without a level takes its weight with it. `answered` of the `asked` questions were
    assessed.
    """
    assessed = [
        (weights.get(rating.axis, 0), rating.level, rating.spread)
        for rating in ratings
        if rating.level is not None
    ]
    whole = sum(weight for weight, _, _ in assessed)
    if not whole:
        return _withheld(None, 0, Withheld.NOTHING_ASSESSED)
    level = sum(weight * level for weight, level, _ in assessed) / whole
    spread = sum(weight * spread for weight, _, spread in assessed) / whole
    if answered < ENOUGH_ANSWERS:
        return _withheld(level, spread, Withheld.FEW_ANSWERS)
    if len(assessed) < ENOUGH_AXES:
        return _withheld(level, spread, Withheld.FEW_AXES)
    if level - spread < _MIDDLE < level + spread:
        return _withheld(level, spread, Withheld.TOO_CLOSE)
    may_be_strong = answered >= _ENOUGH_FOR_STRONG and answered >= asked * _ENOUGH_PART_FOR_STRONG
    recommendation = _speaks_for(level, may_be_strong=may_be_strong)
    return Combined(level=level, spread=spread, recommendation=recommendation)


def _speaks_for(level: float, *, may_be_strong: bool) -> Recommendation:
    if level < _MIDDLE:
        is_strong = may_be_strong and level < _STRONG_NO
        return Recommendation.STRONG_NO if is_strong else Recommendation.LEAN_NO
    is_strong = may_be_strong and level >= _STRONG_YES
    return Recommendation.STRONG_YES if is_strong else Recommendation.LEAN_YES


def _withheld(level: float | None, spread: float, why: Withheld) -> Combined:
    return Combined(
        level=level,
        spread=spread,
        recommendation=Recommendation.INSUFFICIENT_EVIDENCE,
        withheld=why,
    )
