import pytest

from core.domain.question import Axis
from core.domain.rubric import HIGHEST, LOWEST
from core.evaluation.anchors import anchor, next_anchor


@pytest.mark.parametrize("axis", list(Axis))
def test_every_axis_has_four_different_anchors_in_whole_sentences(axis: Axis) -> None:
    anchors = [anchor(axis, level) for level in range(LOWEST, HIGHEST + 1)]

    assert len(set(anchors)) == 4
    assert all(each[0].isupper() and each.endswith(".") for each in anchors)


@pytest.mark.parametrize("axis", list(Axis))
def test_the_next_anchor_is_the_one_above_and_the_highest_has_none(axis: Axis) -> None:
    assert [next_anchor(axis, level) for level in (1, 2, 3)] == [
        anchor(axis, level) for level in (2, 3, 4)
    ]
    assert next_anchor(axis, 4) == ""


@pytest.mark.parametrize(("level", "reached"), [(1.0, 1), (1.74, 1), (1.75, 2), (2.9, 3), (4, 4)])
def test_a_level_has_to_be_reached_within_rounding(level: float, reached: int) -> None:
    assert anchor(Axis.TECHNICAL, level) == anchor(Axis.TECHNICAL, reached)
