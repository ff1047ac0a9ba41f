from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.documents.charts import levels_chart, scores_chart, session_chart
from adapters.documents.markdown.escape import bar
from core.domain.report import Lane, Moment
from tests.adapters.documents.reading import read_page
from tests.adapters.documents.samples import AXES, EMPTY, QUESTIONS, STRONG

DAY_S = 86_400


@given(level=st.floats(1, 4), spread=st.floats(0, 3))
def test_no_bar_and_no_whisker_leaves_its_chart(level: float, spread: float) -> None:
    axis = replace(AXES[0], level=level, spread=spread)

    page = read_page(levels_chart((axis,)).source.encode())

    for key in ("x", "x1", "x2", "width"):
        for value in page.values(key):
            assert 0 <= float(value.removesuffix("%")) <= 100


def test_a_level_without_spread_has_no_whisker() -> None:
    chart = levels_chart((replace(AXES[0], spread=0),)).source

    assert "whisker" not in chart
    assert "3.2 of 4" in chart


def test_a_level_that_was_not_assessed_is_hatched() -> None:
    chart = levels_chart((replace(AXES[0], level=None),)).source

    assert "url(#levels-hatch)" in chart
    assert 'class="fill"' not in chart
    assert "not assessed" in chart


def test_confidence_stands_on_the_scale_of_the_score() -> None:
    chart = scores_chart(QUESTIONS).source

    assert "Own confidence 4 of 5" in chart
    assert 'x="80.00%"' in chart
    assert chart.count('class="sure"') == 2


def test_a_long_title_is_cut_and_a_short_one_is_not() -> None:
    question = replace(QUESTIONS[0], title="t" * 61)

    chart = scores_chart((question,)).source

    assert f"1. {'t' * 59}…" in chart
    assert f"1. {'t' * 21}…" in chart
    assert "1. TCP or UDP<" in scores_chart(QUESTIONS).source


@pytest.mark.parametrize("span_s", [0, 20, 59, 60, 300, 2412, 3600, 7_200, DAY_S, 90 * DAY_S])
def test_a_timeline_of_any_length_has_a_few_times_under_it(span_s: float) -> None:
    report = replace(EMPTY, timeline=(Moment(at_s=span_s, lane=Lane.CODE, label="run"),))

    chart = session_chart(report).source

    assert 2 <= chart.count('class="tick"') <= 8


def test_a_timeline_says_in_words_what_it_shows() -> None:
    chart = session_chart(STRONG).source

    assert "interviewer 7 moments, candidate 7 moments, hints 1 moment, code no moments" in chart
    assert "Questions: 1 at 0:12, 2 at 15:00, 3 at 30:00." in chart
    assert "Questions: none." in session_chart(EMPTY).source


@given(st.floats(-1, 2))
def test_a_bar_of_letters_is_always_as_wide(part: float) -> None:
    assert len(bar(part)) == 20
