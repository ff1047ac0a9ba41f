"""Composes a report from an interview's events and its evaluation: the same events, the same report."""

from collections.abc import Sequence

from core.domain.arrivals import Whispered
from core.domain.entry import Entry
from core.domain.evolve import rebuild
from core.domain.interview import Interview, InterviewId
from core.domain.outcomes import HintGiven, InterviewEvaluated
from core.domain.record import transcript
from core.domain.report import (
    SCHEMA_VERSION,
    About,
    AxisScore,
    Headline,
    Influence,
    QuestionLine,
    Report,
)
from core.evaluation.anchors import anchor, next_anchor
from core.evaluation.combine import Combined, combine
from core.evaluation.exhibit import exhibit
from core.report.advice import improvements, next_steps, strengths, topics
from core.report.code import snapshots
from core.report.gaps import not_assessed
from core.report.questions import question_lines
from core.report.story import narrative, sentence
from core.report.timeline import timeline
from core.report.witness import Witness

INTERVIEWER = "offline bank"


def compose(
    id_: InterviewId,
    entries: Sequence[Entry],
    evaluation: InterviewEvaluated,
    *,
    is_interim: bool = False,
) -> Report:
    """Return the report on the interview that `entries` are the log of."""
    interview = rebuild(id_, entries)
    turns = transcript(entries)
    witness = Witness(turns)
    shown = exhibit(id_, entries)
    questions = question_lines(shown.pieces, evaluation.reviews, witness, interview)
    weights = interview.pattern.weights if interview.pattern else {}
    answered = sum(line.score is not None for line in questions)
    combined = combine(evaluation.ratings, weights, answered)
    axes = tuple(_axes(evaluation, interview, witness))
    better = improvements(axes, questions, turns)
    code = snapshots(entries)
    return Report(
        schema_version=SCHEMA_VERSION,
        about=_about(interview, entries, evaluation, is_interim=is_interim),
        headline=_headline(combined, questions, is_interim=is_interim),
        fix_first=better[0] if better else None,
        strengths=strengths(axes, questions),
        improvements=better,
        narrative=narrative(interview, combined, axes, questions),
        next_steps=next_steps(axes, questions),
        topics=topics(shown.pieces, questions),
        axes=axes,
        questions=questions,
        timeline=timeline(turns),
        snapshots=code,
        influences=_influences(entries),
        not_assessed=not_assessed(axes, code, turns),
        transcript=turns,
    )


def _about(
    interview: Interview,
    entries: Sequence[Entry],
    evaluation: InterviewEvaluated,
    *,
    is_interim: bool,
) -> About:
    setup = interview.setup
    pattern = interview.pattern
    return About(
        candidate=interview.candidate.name,
        type=setup.type,
        pattern=pattern.id if pattern else "",
        pattern_name=pattern.name if pattern else "",
        persona=setup.persona,
        began_at=interview.began_at.isoformat(timespec="seconds"),
        status=interview.status,
        ending=interview.ending,
        level_at_start=setup.level,
        level_at_end=interview.level,
        questions_planned=len(interview.plan),
        questions_asked=len(interview.asked),
        hints_used=sum(isinstance(entry.event, HintGiven) for entry in entries),
        limit_s=interview.budget.limit_s,
        used_s=round(interview.elapsed_s, 1),
        seed=setup.seed,
        interviewer=INTERVIEWER,
        evaluator=evaluation.evaluator,
        is_interim=is_interim,
    )


def _headline(
    combined: Combined, questions: Sequence[QuestionLine], *, is_interim: bool
) -> Headline:
    return Headline(
        recommendation=combined.recommendation,
        sentence=sentence(combined, questions, is_interim=is_interim),
        overall=combined.overall,
        spread=combined.overall_spread,
    )


def _axes(
    evaluation: InterviewEvaluated, interview: Interview, witness: Witness
) -> Sequence[AxisScore]:
    weights = interview.pattern.weights if interview.pattern else {}
    return [
        AxisScore(
            axis=rating.axis,
            level=rating.level,
            spread=rating.spread,
            confidence=rating.confidence,
            weight=weights.get(rating.axis, 0),
            because=rating.because,
            anchor=anchor(rating.axis, rating.level) if rating.level is not None else "",
            next_anchor=next_anchor(rating.axis, rating.level) if rating.level is not None else "",
            evidence=witness.evidence(rating.quotes),
        )
        for rating in evaluation.ratings
    ]


def _influences(entries: Sequence[Entry]) -> tuple[Influence, ...]:
    began = entries[0].at
    return tuple(
        Influence(
            at_s=(entry.at - began).total_seconds(),
            by=entry.event.by.name,
            what=f"{entry.event.kind} {entry.event.text}".rstrip(),
        )
        for entry in entries
        if isinstance(entry.event, Whispered)
    )
