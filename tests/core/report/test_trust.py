"""Reports that cannot be talked into anything, and do not keep anybody waiting."""

from dataclasses import replace
from datetime import timedelta
from time import perf_counter

from core.domain import arrivals
from core.domain.entry import Entry
from core.domain.interview import InterviewId
from core.domain.outcomes import InterviewEvaluated
from core.domain.rubric import Quote
from core.domain.transcript import TurnId
from core.evaluation.verified import NO_EVIDENCE
from core.report.compose import compose
from tests.core.evaluation.evaluators import Scripted, fails, fails_to_rate
from tests.core.report.courses import (
    VAGUE,
    WORDS,
    answers_everything,
    reported,
    says_the_reference,
)
from tests.room import room


async def test_an_evaluator_that_fails_leaves_the_report_whole() -> None:
    async with room(evaluator=Scripted(reviews=fails, ratings=fails_to_rate)) as here:
        await answers_everything(here)
        report = await here.finish()

    assert [line.score for line in report.questions] == [None] * len(report.questions)
    assert "The evaluator failed here" in report.questions[0].because
    assert report.strengths == report.improvements == ()
    assert report.headline.sentence.startswith("No recommendation, since ")
    assert report.narrative
    assert report.topics == ()


async def test_an_evaluator_that_invents_its_quotes_gets_no_score_into_the_report() -> None:
    async with room(evaluator=Scripted()) as here:
        await answers_everything(here)
        report = await here.finish()

    assert all(axis.level is None for axis in report.axes)
    assert {axis.because for axis in report.axes} == {NO_EVIDENCE}
    assert all(line.score is None for line in report.questions)


async def test_a_log_that_was_tampered_with_proves_nothing_either() -> None:
    report, entries = await reported(answers_everything)
    evaluation = next(
        entry.event for entry in entries if isinstance(entry.event, InterviewEvaluated)
    )
    lie = (Quote(turn=TurnId("t2"), text="I invented the transistor."),)
    forged = replace(
        evaluation, ratings=tuple(replace(each, quotes=lie) for each in evaluation.ratings)
    )

    told = compose(InterviewId("interview-0"), entries, forged)

    assert any(axis.level is not None for axis in report.axes)
    assert all(axis.level is None for axis in told.axes)


async def test_a_long_interview_is_reported_at_once() -> None:
    async with room() as here:
        await here.begin(replace(WORDS, minutes=240, questions=5))
        await says_the_reference(here)
        entries = list(await here.entries())
        for number in range(400):
            last = entries[-1]
            answer = arrivals.AnswerGiven(
                by=here.now.candidate, origin=here.origin(), text=f"{VAGUE} {number}"
            )
            entries.append(Entry(seq=last.seq + 1, at=last.at + timedelta(seconds=5), event=answer))

    began = perf_counter()
    report = compose(here.id, entries, InterviewEvaluated(evaluator="-", reviews=(), ratings=()))

    assert len(report.transcript) > 400
    assert perf_counter() - began < 1
