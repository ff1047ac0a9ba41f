"""From four ratings to one recommendation, by arithmetic that anybody can redo."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.domain.question import Axis
from core.domain.report import Recommendation
from core.domain.rubric import HIGHEST, LOWEST, Rating

OUT_OF = 10
# Between these levels the recommendation changes; the middle one parts no from yes.
_STRONG_NO, _MIDDLE, _STRONG_YES = 1.75, 2.5, 3.25
_ENOUGH_AXES = 3
_ENOUGH_ANSWERS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Combined:
    """The weighted level over the assessed axes, with its band; no level: nothing was assessed."""

    level: float | None
    spread: float
    recommendation: Recommendation
    because: str

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


def combine(ratings: Sequence[Rating], weights: Mapping[Axis, int], answers: int) -> Combined:
    """Combine ratings by the pattern's weights; withhold a recommendation that chance could turn."""
    assessed = [(rating, rating.level) for rating in ratings if rating.level is not None]
    whole = sum(weights[rating.axis] for rating, _ in assessed)
    if not whole:
        return _insufficient(None, 0, "nothing could be assessed")
    level = sum(weights[rating.axis] * level for rating, level in assessed) / whole
    spread = sum(weights[rating.axis] * rating.spread for rating, _ in assessed) / whole
    if answers < _ENOUGH_ANSWERS:
        return _insufficient(level, spread, "too few questions were answered")
    if len(assessed) < _ENOUGH_AXES:
        return _insufficient(level, spread, "too few axes could be assessed")
    if level - spread < _MIDDLE < level + spread:
        because = "the band of uncertainty reaches from a no to a yes"
        return _insufficient(level, spread, because)
    return Combined(level=level, spread=spread, recommendation=_speaks_for(level), because="")


def _speaks_for(level: float) -> Recommendation:
    if level < _MIDDLE:
        return Recommendation.STRONG_NO if level < _STRONG_NO else Recommendation.LEAN_NO
    return Recommendation.STRONG_YES if level >= _STRONG_YES else Recommendation.LEAN_YES


def _insufficient(level: float | None, spread: float, because: str) -> Combined:
    recommendation = Recommendation.INSUFFICIENT_EVIDENCE
    return Combined(level=level, spread=spread, recommendation=recommendation, because=because)
