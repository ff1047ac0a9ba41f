"""Composes a report from an interview's events and its evaluation: the same events, the same report."""

from collections.abc import Mapping, Sequence

from core.domain.arrivals import Whispered, WhisperKind
from core.domain.entry import Entry
from core.domain.interview import Interview, InterviewId
from core.domain.outcomes import HintGiven, InterviewEvaluated
from core.domain.question import Axis
from core.domain.record import seconds_into, transcript
from core.domain.report import (
    SCHEMA_VERSION,
    About,
    AxisScore,
    Headline,
    Influence,
    Report,
)
from core.domain.rubric import Rating
from core.evaluation.anchors import anchor, next_anchor
from core.evaluation.combine import combine
from core.evaluation.course import course
from core.evaluation.exhibit import exhibit_of
from core.evaluation.verified import verified
from core.report.advice import improvements, strengths
from core.report.code import snapshots
from core.report.gaps import not_assessed
from core.report.practice import next_steps, topics
from core.report.questions import question_lines
from core.report.story import narrative, sentence
from core.report.timeline import timeline
from core.report.witness import Witness

INTERVIEWER = "offline bank"
_ASKED_FOR = {
    WhisperKind.PROBE: "probe this",
    WhisperKind.HINT: "give a hint",
    WhisperKind.SKIP: "move on to the next question",
    WhisperKind.SAY: "say this",
}


def compose(
    id_: InterviewId,
    entries: Sequence[Entry],
    evaluation: InterviewEvaluated,
    *,
    is_interim: bool = False,
) -> Report:
    """Return the report on the interview that `entries` are the log of."""
    steps = course(id_, entries)
    interview = steps[-1].after
    turns = transcript(entries)
    shown = exhibit_of(steps, turns)
    # The log is the truth, so that what an evaluation claims of it is looked up once more.
    reviews, ratings = verified(evaluation.reviews, evaluation.ratings, shown)
    witness = Witness(turns)
    questions = question_lines(shown.pieces, reviews, witness, steps)
    weights = interview.pattern.weights if interview.pattern else {}
    axes = tuple(_axis(rating, weights, witness) for rating in ratings)
    answered = sum(line.score is not None for line in questions)
    combined = combine(ratings, weights, answered=answered, asked=len(questions))
    better = improvements(axes, questions, turns)
    code = snapshots(entries)
    return Report(
        schema_version=SCHEMA_VERSION,
        about=_about(interview, entries, evaluation, is_interim=is_interim),
        headline=Headline(
            recommendation=combined.recommendation,
            sentence=sentence(combined, axes, questions, is_interim=is_interim),
            overall=combined.overall,
            spread=combined.overall_spread,
        ),
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


def _axis(rating: Rating, weights: Mapping[Axis, int], witness: Witness) -> AxisScore:
    level = rating.level
    return AxisScore(
        axis=rating.axis,
        level=level,
        spread=rating.spread,
        confidence=rating.confidence,
        weight=weights.get(rating.axis, 0),
        because=rating.because,
        anchor=anchor(rating.axis, level) if level is not None else "",
        next_anchor=next_anchor(rating.axis, level) if level is not None else "",
        evidence=witness.evidence(rating.quotes),
    )


def _influences(entries: Sequence[Entry]) -> tuple[Influence, ...]:
    return tuple(
        Influence(
            at_s=round(seconds_into(entries, entry), 1),
            by=entry.event.by.name,
            what=": ".join(
                part for part in (_ASKED_FOR[entry.event.kind], entry.event.text) if part
            ),
        )
        for entry in entries
        if isinstance(entry.event, Whispered)
    )
