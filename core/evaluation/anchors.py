"""What each level of each axis looks like; a rating is a claim that one of these was reached."""

from collections.abc import Mapping

from core.domain.question import Axis
from core.domain.rubric import HIGHEST, LOWEST

_ANCHORS: Mapping[Axis, tuple[str, str, str, str]] = {
    Axis.PROBLEM_SOLVING: (
        "Starts without a direction, or stops at the first obstacle.",
        "Finds a workable idea with help, and leaves the alternatives aside.",
        "Breaks the problem down alone and says why this way and not another.",
        "Weighs several ways against their costs, and sees the next problem coming.",
    ),
    Axis.TECHNICAL: (
        "Central facts are absent or wrong.",
        "Knows the outline; important parts stay vague.",
        "Central facts are right and explained, with small gaps.",
        "Accurate in depth, with costs and limits, beyond what was asked.",
    ),
    Axis.COMMUNICATION: (
        "Hard to follow: fragments, or no answer to what was asked.",
        "Can be followed with effort; structure or examples are thin.",
        "Clear and in order, to the point, with an example where it helps.",
        "Leads the listener: says where it goes, shows it, and sums it up.",
    ),
    Axis.VERIFICATION: (
        "Does not check anything of its own.",
        "Checks when asked to.",
        "Names edge cases, costs or measurements unasked.",
        "Tests its own claims in earnest, and says how it would know that it is wrong.",
    ),
}


def anchor(axis: Axis, level: float) -> str:
    """Return the anchor that a level reaches."""
    return _ANCHORS[axis][_step(level) - LOWEST]


def next_anchor(axis: Axis, level: float) -> str:
    """Return the anchor above; nothing is above the highest."""
    step = _step(level)
    return "" if step >= HIGHEST else _ANCHORS[axis][step + 1 - LOWEST]


def _step(level: float) -> int:
    # A level has to be reached, within rounding: 2.7 still shows what 2 describes.
    return max(LOWEST, min(HIGHEST, int(level + 0.25)))
