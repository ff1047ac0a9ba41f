"""The four axes as bars, each with the band in which its level lies."""

from collections.abc import Sequence

from adapters.documents import wording
from adapters.documents.charts import drawing
from adapters.documents.tags import Html, group
from core.domain.report import AxisScore
from core.domain.rubric import HIGHEST, LOWEST

_ROW, _TOP, _BAR = 54, 24, 16
_HATCH = "levels-hatch"


def levels_chart(axes: Sequence[AxisScore]) -> Html:
    """Return one bar for each axis, on the scale from 1 to 4."""
    foot = _ROW * len(axes)
    says = "; ".join(f"{axis.axis.label}: {wording.level(axis)}" for axis in axes)
    return drawing.chart(
        "levels",
        foot + 14,
        "Levels on the four axes, 1 to 4, with their uncertainty",
        says or wording.NOT_ASSESSED,
        drawing.hatch(_HATCH),
        *(_row(axis, number * _ROW) for number, axis in enumerate(axes)),
        *(_mark(value, foot) for value in range(LOWEST, HIGHEST + 1)),
    )


def _row(axis: AxisScore, y: int) -> Html:
    return group(
        drawing.words(0, y + 15, wording.capital(axis.axis.label), "name"),
        drawing.words(1, y + 15, wording.level(axis), "value", "end"),
        *(_absent(y) if axis.level is None else _bar(axis.level, axis.spread, y)),
    )


def _absent(y: int) -> tuple[Html, ...]:
    return (drawing.hatched(y + _TOP, _BAR, _HATCH),)


def _bar(level: float, spread: float, y: int) -> tuple[Html, ...]:
    top = y + _TOP
    low, high = max(LOWEST, level - spread), min(HIGHEST, level + spread)
    return (
        drawing.bar(top, _BAR, 1, "track"),
        drawing.bar(top, _BAR, level / HIGHEST, "fill"),
        *(
            drawing.upright(value / HIGHEST, top, top + _BAR, "grid")
            for value in range(LOWEST, HIGHEST)
        ),
        drawing.whisker(low / HIGHEST, high / HIGHEST, top + _BAR / 2, 5)
        if high - low > 0
        else group(),
    )


def _mark(value: int, foot: int) -> Html:
    return drawing.words(value / HIGHEST, foot + 8, str(value), "tick", "end")
