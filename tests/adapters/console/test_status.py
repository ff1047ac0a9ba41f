"""The line that is always in sight."""

from dataclasses import replace
from datetime import timedelta

import pytest

from adapters.console.status import status_line
from core.domain.interview import Status
from tests.scenes import TEN_O_CLOCK, opened_interview


def test_the_clock_runs_down_to_nothing() -> None:
    interview = opened_interview()[0]

    early = status_line(interview, TEN_O_CLOCK + timedelta(seconds=61), 80)
    late = status_line(interview, TEN_O_CLOCK + timedelta(hours=2), 80)

    assert early.startswith(" 59:00 left · question 1 of 1 · hints left: 3 · /help")
    assert late.startswith(" 00:00 left")


@pytest.mark.parametrize("width", range(10, 120, 7))
def test_it_is_never_wider_than_the_window(width: int) -> None:
    line = status_line(opened_interview()[0], TEN_O_CLOCK, width)

    assert len(line) <= max(width, len(" 60:00 left"))


def test_a_paused_clock_says_how_to_start_it_again() -> None:
    interview = replace(opened_interview()[0], status=Status.PAUSED)

    line = status_line(interview, TEN_O_CLOCK, 100)

    assert line == " paused · the clock stands still · /resume or just answer · Ctrl-D leaves"


def test_hints_that_are_not_allowed_are_not_counted() -> None:
    interview = opened_interview()[0]
    interview = replace(interview, setup=replace(interview.setup, hints=False))

    assert "hint" not in status_line(interview, TEN_O_CLOCK, 100)


def test_between_questions_the_last_one_is_named() -> None:
    interview = replace(opened_interview()[0], open=None)

    assert "question 1 of 1" in status_line(interview, TEN_O_CLOCK, 100)


def test_before_the_interview_there_is_nothing_to_say() -> None:
    assert status_line(None, TEN_O_CLOCK, 100) == ""
