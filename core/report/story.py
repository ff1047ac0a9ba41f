"""The report in sentences: its headline and its narrative."""

from collections.abc import Sequence

from core.domain.interview import Interview
from core.domain.outcomes import Ending
from core.domain.report import AxisScore, QuestionLine, Recommendation
from core.evaluation.combine import Combined

_HEADLINES = {
    Recommendation.STRONG_NO: "Not yet: the answers left out most of what these questions are about.",
    Recommendation.LEAN_NO: "Close, but not there: the outline is right, the substance is still thin.",
    Recommendation.LEAN_YES: "A solid interview, with gaps that practice can close.",
    Recommendation.STRONG_YES: "A strong interview: accurate, well told and checked.",
}
_ENDINGS = {
    Ending.FINISHED: "It went through to its end",
    Ending.TIME_OUT: "It ended when its time was up",
    Ending.ASKED: "It was ended early on request",
    Ending.BANK_SPENT: "It ended because no fresh question was left",
}
SECONDS_PER_MINUTE = 60


def sentence(combined: Combined, questions: Sequence[QuestionLine], *, is_interim: bool) -> str:
    """Return the verdict in one sentence."""
    if combined.recommendation is Recommendation.INSUFFICIENT_EVIDENCE:
        answered = sum(line.score is not None for line in questions)
        told = f"No recommendation: {combined.because} ({answered} of {len(questions)} answered)."
    else:
        told = _HEADLINES[combined.recommendation]
    return f"So far: {told}" if is_interim else told


def narrative(
    interview: Interview,
    combined: Combined,
    axes: Sequence[AxisScore],
    questions: Sequence[QuestionLine],
) -> str:
    """Return the interview in a few plain sentences."""
    parts = [_course(interview, questions)]
    scored = [line for line in questions if line.score is not None]
    if scored:
        best = max(scored, key=lambda line: line.score or 0)
        worst = min(scored, key=lambda line: line.score or 0)
        parts.append(f"The best covered question was “{best.title}”")
        parts[-1] += f", the least covered “{worst.title}”." if worst is not best else "."
    assessed = sorted(
        (axis for axis in axes if axis.level is not None), key=lambda a: -(a.level or 0)
    )
    if len(assessed) > 1:
        top, low = assessed[0], assessed[-1]
        parts.append(
            f"Of the four axes, {top.axis.label} stood highest ({top.level:.1f} of 4) and "
            f"{low.axis.label} lowest ({low.level:.1f} of 4)."
        )
    if interview.level is not interview.setup.level:
        parts.append(f"The questions moved from {interview.setup.level} to {interview.level}.")
    if combined.level is not None:
        parts.append(
            f"The overall figure lies within {combined.overall_spread:g} points either way; "
            f"{len(scored)} answered question{'s' * (len(scored) != 1)} cannot say it more exactly."
        )
    return " ".join(parts)


def _course(interview: Interview, questions: Sequence[QuestionLine]) -> str:
    minutes = max(1, round(interview.elapsed_s / SECONDS_PER_MINUTE))
    ending = _ENDINGS[interview.ending] if interview.ending else "It is not over yet"
    asked = f"{len(questions)} question{'s' * (len(questions) != 1)}"
    return f"{ending}, after {asked} and {minutes} minute{'s' * (minutes != 1)}."
