"""When the clock has something to say, told from the interview alone."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain import outcomes
from core.domain.arrivals import ClockRang, WakeKind
from core.domain.interview import Interview, Phase, TimeBudget
from core.domain.outcomes import Ending, InterviewPaused, PauseReason, Said
from core.domain.people import CLOCK
from core.domain.setting import Cue
from core.domain.setup import Patience, Setup
from core.domain.wakes import next_wake, rang_at, wakes, wrap_up_s
from tests.scenes import TEN_O_CLOCK, opened_interview, requested, then


def test_before_anything_is_asked_the_clock_has_nothing_to_say() -> None:
    interview, _ = requested()

    assert next_wake(interview) is None


def test_an_open_question_waits_for_silence_for_little_time_and_for_the_end() -> None:
    interview, _ = opened_interview()

    by_kind = {
        wake.kind: (wake.at - interview.began_at).total_seconds() for wake in wakes(interview)
    }

    assert by_kind == {
        WakeKind.SILENCE: 90 + (interview.now - interview.began_at).total_seconds(),
        WakeKind.TIME_SHORT: 55 * 60,
        WakeKind.TIME_OUT: 60 * 60,
    }


def test_after_two_nudges_it_is_waited_for_long() -> None:
    interview, _ = opened_interview()

    nudged, _ = then(interview, Said(text="?", cue=Cue.NUDGE), Said(text="?", cue=Cue.STILL_THERE))

    assert _after(nudged, WakeKind.AWAY) == 1_200


def test_once_the_time_was_called_short_only_its_end_is_left() -> None:
    interview, _ = opened_interview()

    short, _ = then(interview, Said(text="Soon.", cue=Cue.TIME_IS_SHORT))

    assert {wake.kind for wake in wakes(short)} == {WakeKind.SILENCE, WakeKind.TIME_OUT}


def test_in_a_pause_the_clock_reminds_and_in_the_end_gives_up() -> None:
    interview, _ = opened_interview()

    paused, _ = then(interview, InterviewPaused(reason=PauseReason.ASKED, text="Later."))

    assert (_after(paused, WakeKind.REMINDER), _after(paused, WakeKind.ABANDONED)) == (
        24 * 60 * 60,
        14 * 24 * 60 * 60,
    )
    assert len(wakes(paused)) == 2
    assert paused.budget.ends_at() is None


def test_a_ring_in_a_pause_counts_as_the_moment_at_which_it_was_heard() -> None:
    paused, _ = then(
        opened_interview()[0], InterviewPaused(reason=PauseReason.ASKED, text="Later.")
    )
    late = paused.now + timedelta(days=2)

    at = rang_at(paused, ClockRang(by=CLOCK, kind=WakeKind.REMINDER, due_at=paused.now), late)

    assert at == late


def test_an_interview_that_ended_waits_for_its_evaluation_only() -> None:
    interview, _ = opened_interview()

    closed = outcomes.QuestionClosed(closing=outcomes.Closing.ENDED, grade=None)
    ended, _ = then(interview, closed, outcomes.InterviewEnded(ending=Ending.ASKED, text="Bye."))

    assert ended.phase is Phase.EVALUATING
    assert [(wake.kind, wake.at) for wake in wakes(ended)] == [(WakeKind.EVALUATION, ended.now)]


@pytest.mark.parametrize(("minutes", "expected_s"), [(60, 300), (30, 300), (12, 120), (3, 30)])
def test_a_short_interview_keeps_most_of_its_time(minutes: float, expected_s: float) -> None:
    interview, _ = opened_interview()
    budget = replace(interview.budget, limit_s=minutes * 60)

    assert wrap_up_s(replace(interview, budget=budget)) == expected_s


@pytest.mark.parametrize(
    ("heard_after_s", "due_after_s", "counts_as_s"),
    [(89, None, None), (90, None, 90), (5_000, None, 90), (5_000, 400, 400), (300, 9_000, 300)],
)
def test_a_ring_counts_as_the_moment_that_was_waited_for(
    heard_after_s: float, due_after_s: float | None, counts_as_s: float | None
) -> None:
    interview, _ = opened_interview()
    due_at = None if due_after_s is None else interview.now + timedelta(seconds=due_after_s)
    rang = ClockRang(by=CLOCK, kind=WakeKind.SILENCE, due_at=due_at)

    at = rang_at(interview, rang, interview.now + timedelta(seconds=heard_after_s))

    assert (at and (at - interview.now).total_seconds()) == counts_as_s


@given(
    limit_s=st.floats(1, 10_000),
    moments=st.lists(st.floats(-5_000, 20_000), max_size=8),
)
def test_time_is_used_up_once_and_never_beyond_the_limit(
    limit_s: float, moments: list[float]
) -> None:
    budget = TimeBudget(limit_s=limit_s, running_since=TEN_O_CLOCK)

    for seconds in moments:
        at = TEN_O_CLOCK + timedelta(seconds=seconds)

        assert 0 <= budget.used(at) <= limit_s
        assert budget.left(at) == limit_s - budget.used(at)


def test_patience_is_a_matter_of_the_setup() -> None:
    interview, _ = opened_interview()
    patient = Setup(seed=1, patience=Patience(nudge_s=7))

    assert _after(replace(interview, setup=patient), WakeKind.SILENCE) == 7


def _after(interview: Interview, kind: WakeKind) -> float:
    at = next(wake.at for wake in wakes(interview) if wake.kind is kind)
    return (at - interview.now).total_seconds()
