"""Reports on simulated interviews of every kind: what must hold for each, and what is special."""

import pytest

from core.domain import arrivals
from core.domain.code import Purpose
from core.domain.interview import InterviewId
from core.domain.outcomes import Closing, Ending, InterviewEvaluated
from core.domain.report import Recommendation
from core.report.compose import compose
from tests.core.report.courses import (
    COURSES,
    VAGUE,
    WORDS,
    Course,
    answers_everything,
    answers_vaguely,
    gives_up_after_hints,
    goes_back,
    hands_code_in,
    hands_code_in_unjudged,
    is_coached,
    pauses_and_leaves,
    reported,
    runs_out_of_time,
    says_nothing,
    skips_everything,
    takes_back_and_corrects,
)
from tests.room import room


@pytest.mark.parametrize("ended", [True, False], ids=["ended", "as it stands"])
@pytest.mark.parametrize("course", COURSES, ids=lambda course: course.__name__)
async def test_every_report_proves_what_it_says(course: Course, ended: bool) -> None:  # noqa: FBT001
    report, _ = await reported(course, ended=ended)

    said = {turn.id: turn for turn in report.transcript}
    for evidence in (
        *(each for axis in report.axes for each in axis.evidence),
        *(each for line in report.questions for each in line.proof),
        *(each for finding in report.strengths for each in finding.evidence),
        *(each for finding in report.improvements for each in finding.evidence),
    ):
        assert evidence.quote in said[evidence.turn].text
        assert evidence.at_s == said[evidence.turn].at_s
        assert not said[evidence.turn].is_withdrawn
    assert all(finding.evidence for finding in (*report.strengths, *report.improvements))
    assert len(report.strengths) <= 5
    assert len(report.improvements) <= 5
    assert report.fix_first == (report.improvements[0] if report.improvements else None)


@pytest.mark.parametrize("ended", [True, False], ids=["ended", "as it stands"])
@pytest.mark.parametrize("course", COURSES, ids=lambda course: course.__name__)
async def test_every_report_adds_up(course: Course, ended: bool) -> None:  # noqa: FBT001
    report, _ = await reported(course, ended=ended)

    assert [line.number for line in report.questions] == list(range(1, len(report.questions) + 1))
    assert len(report.axes) == 4
    assert {gap.what for gap in report.not_assessed} >= {
        axis.axis.label for axis in report.axes if axis.level is None
    }
    assert all(gap.why for gap in report.not_assessed)
    assert all(line.because for line in report.questions)
    assert sum(line.lasted_s for line in report.questions) == pytest.approx(
        report.about.used_s, abs=0.1 * len(report.questions) + 0.1
    )
    assert report.next_steps
    assert report.narrative
    is_known = report.headline.overall is not None
    assert is_known is any(axis.level is not None for axis in report.axes)
    assert len(report.timeline) == len(report.transcript)


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course.__name__)
async def test_the_same_log_makes_the_same_report(course: Course) -> None:
    report, entries = await reported(course)
    evaluation = next(
        entry.event for entry in entries if isinstance(entry.event, InterviewEvaluated)
    )

    assert compose(InterviewId("interview-0"), entries, evaluation) == report


async def test_a_good_interview_has_three_strengths_and_more() -> None:
    report, _ = await reported(answers_everything)

    assert 3 <= len(report.strengths) <= 5
    assert report.headline.recommendation in (Recommendation.LEAN_YES, Recommendation.STRONG_YES)
    assert report.about.ending is Ending.FINISHED


async def test_a_weak_interview_has_three_things_to_improve_and_more() -> None:
    report, _ = await reported(answers_vaguely)

    assert 3 <= len(report.improvements) <= 5
    assert report.headline.recommendation not in (
        Recommendation.LEAN_YES,
        Recommendation.STRONG_YES,
    )
    assert report.topics


@pytest.mark.parametrize("course", [says_nothing, skips_everything])
async def test_nothing_is_praised_where_nothing_was_said(course: Course) -> None:
    report, _ = await reported(course)

    assert report.strengths == ()
    assert report.headline.recommendation is Recommendation.INSUFFICIENT_EVIDENCE
    assert report.headline.overall is None
    assert all(axis.level is None for axis in report.axes)


async def test_a_paused_interview_has_an_interim_report_without_the_days_in_between() -> None:
    report, _ = await reported(pauses_and_leaves, ended=False)

    assert report.about.is_interim
    assert report.about.ending is None
    assert report.headline.sentence.startswith("So far: ")
    assert max(line.lasted_s for line in report.questions) < 3600


async def test_a_report_after_the_end_is_not_interim() -> None:
    report, _ = await reported(pauses_and_leaves)

    assert not report.about.is_interim


async def test_what_was_taken_back_is_in_the_transcript_and_proves_nothing() -> None:
    report, _ = await reported(takes_back_and_corrects)

    withdrawn = {turn.id for turn in report.transcript if turn.is_withdrawn}
    assert withdrawn
    assert any(turn.is_revised for turn in report.transcript)
    assert not withdrawn & {each.turn for line in report.questions for each in line.proof}


async def test_going_back_leaves_each_question_its_own_words() -> None:
    report, entries = await reported(goes_back)

    turns = {turn.id: turn for turn in report.transcript}
    for line in report.questions:
        assert {turns[each.turn].question for each in line.proof} <= {line.number}
    assert any(type(entry.event).__name__ == "QuestionReopened" for entry in entries)


async def test_code_is_shown_with_its_verdict() -> None:
    report, _ = await reported(hands_code_in)

    run, handed_in = report.snapshots
    assert (run.purpose, run.verdict, run.note) == (Purpose.RUN, None, "Not judged.")
    assert handed_in.verdict is not None
    assert (handed_in.source, handed_in.note, handed_in.question) == ("def second(): ...", "", 1)
    why = "1 of 2 versions were never run against the tests."
    assert why in {gap.why for gap in report.not_assessed}


async def test_code_that_nobody_could_run_says_why() -> None:
    report, _ = await reported(hands_code_in_unjudged)

    [only] = report.snapshots
    assert only.verdict is None
    assert only.note == "No code runner is configured here."
    assert "It was never run against the tests." in {gap.why for gap in report.not_assessed}


async def test_every_whisper_of_a_coach_is_marked() -> None:
    report, _ = await reported(is_coached)

    assert [(each.by, each.what) for each in report.influences] == [
        ("The coach", "probe this: the worst case"),
        ("The coach", "give a hint"),
        ("The coach", "say this: Take your time."),
        ("The coach", "move on to the next question"),
    ]
    assert report.about.hints_used == 1


async def test_the_time_that_ran_out_is_said() -> None:
    report, _ = await reported(runs_out_of_time)

    assert report.about.ending is Ending.TIME_OUT
    assert report.narrative.startswith("The time was up after 10 minutes, at question ")


async def test_spoken_answers_are_not_called_typed() -> None:
    async with room() as here:
        await here.begin(WORDS)
        spoken = arrivals.AnswerGiven(
            by=here.now.candidate, origin=here.origin(), text=VAGUE, spoken=True
        )
        await here.submit(spoken)
        report = await here.finish()

    assert "Of what was spoken, only the words were kept." in {
        gap.why for gap in report.not_assessed
    }


async def test_hints_are_counted_and_letting_go_is_told() -> None:
    report, _ = await reported(gives_up_after_hints)

    assert report.about.hints_used >= 1
    assert any(line.closing is Closing.GAVE_UP for line in report.questions)
