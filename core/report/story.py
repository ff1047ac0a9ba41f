"""The report in sentences: its headline and its narrative."""

from collections.abc import Sequence

from core.domain.interview import Interview
from core.domain.outcomes import Closing, Ending
from core.domain.question import Axis
from core.domain.report import AxisScore, QuestionLine, Recommendation
from core.domain.rubric import HIGHEST
from core.evaluation.combine import ENOUGH_ANSWERS, OUT_OF, Combined, Withheld

SECONDS_PER_MINUTE = 60
# What an axis is called in a sentence to the candidate.
NAMES = {
    Axis.PROBLEM_SOLVING: "problem solving",
    Axis.TECHNICAL: "technical substance",
    Axis.COMMUNICATION: "communication",
    Axis.VERIFICATION: "checking your own work",
}
# Levels that lie closer together than this say the same.
_EVEN = 0.3

_HEADLINES = {
    Recommendation.STRONG_NO: "Not there yet; on the whole this is well below the bar.",
    Recommendation.LEAN_NO: "Not quite there yet; on the whole this is below the bar.",
    Recommendation.LEAN_YES: "A solid interview that clears the bar on the whole, with room above.",
    Recommendation.STRONG_YES: "A strong interview, on the whole well above the bar.",
}
_ENDINGS = {
    Ending.FINISHED: "The interview went through to its end",
    Ending.TIME_OUT: "The time was up",
    Ending.ASKED: "The interview was ended on request",
    Ending.BANK_SPENT: "The interview ended because no fresh question was left",
    Ending.ABANDONED: "The interview was left in a pause",
    None: "The interview is not over yet",
}


def sentence(
    combined: Combined,
    axes: Sequence[AxisScore],
    questions: Sequence[QuestionLine],
    *,
    is_interim: bool,
) -> str:
    """Return the verdict in one sentence."""
    told = _HEADLINES.get(combined.recommendation) or _withheld(combined, axes, questions)
    return f"So far: {told[0].lower()}{told[1:]}" if is_interim else told


def narrative(
    interview: Interview,
    combined: Combined,
    axes: Sequence[AxisScore],
    questions: Sequence[QuestionLine],
) -> str:
    """Return the interview in a few plain sentences."""
    parts = (
        _course(interview, questions),
        _coverage(questions),
        _profile(axes) if len(scored(questions)) >= ENOUGH_ANSWERS else "",
        _climb(interview),
        _certainty(combined, questions),
    )
    return " ".join(part for part in parts if part)


def scored(questions: Sequence[QuestionLine]) -> list[tuple[float, QuestionLine]]:
    """Return the questions that could be assessed, each with its score."""
    return [(line.score, line) for line in questions if line.score is not None]


def counted(count: int, noun: str) -> str:
    """Return a count with its noun in the right number."""
    return f"{count or 'no'} {noun}{'' if count == 1 else 's'}"


def _withheld(
    combined: Combined, axes: Sequence[AxisScore], questions: Sequence[QuestionLine]
) -> str:
    answered, asked = len(scored(questions)), len(questions)
    match combined.withheld:
        case Withheld.FEW_AXES:
            assessed = sum(axis.level is not None for axis in axes)
            why = f"only {assessed} of the {len(axes)} axes could be assessed"
        case Withheld.TOO_CLOSE:
            why = f"after {counted(answered, 'answer')} it could still be a yes or a no"
        case _ if not asked:
            why = "no question was asked"
        case _ if not answered:
            what = "the only question" if asked == 1 else f"none of the {asked} questions"
            why = f"{what} brought {'nothing' if asked == 1 else 'anything'} to assess"
        case Withheld.FEW_ANSWERS:
            why = f"{counted(answered, 'assessed answer')} is too little to judge by"
        case _:
            why = "none of the axes could be assessed"
    return f"No recommendation, since {why}."


def _course(interview: Interview, questions: Sequence[QuestionLine]) -> str:
    ending = _ENDINGS[interview.ending]
    minutes = round(interview.elapsed_s / SECONDS_PER_MINUTE)
    when = f"after {counted(minutes, 'minute')}" if minutes else "within its first minute"
    if not questions:
        return f"{ending} {when}, before any question was asked."
    planned = max(len(interview.plan), len(questions))
    where = f"at question {len(questions)} of {planned}" if planned > 1 else "at its only question"
    if interview.ending is Ending.FINISHED:
        where = f"with {counted(len(questions), 'question')}"
    return f"{ending} {when}, {where}.{_left_open(questions)}"


def _left_open(questions: Sequence[QuestionLine]) -> str:
    """Return what became of the questions that brought no score, apart from the one still open."""
    skipped = sum(line.score is None and line.closing is Closing.SKIPPED for line in questions)
    given_up = sum(line.score is None and line.closing is Closing.GAVE_UP for line in questions)
    if skipped == len(questions):
        return " It was skipped." if skipped == 1 else f" All {skipped} were skipped."
    told = [
        f"{count} {'was' if count == 1 else 'were'} {how}"
        for count, how in ((skipped, "skipped"), (given_up, "given up"))
        if count
    ]
    return f" Of the questions, {' and '.join(told)}." if told else ""


def _coverage(questions: Sequence[QuestionLine]) -> str:
    lines = scored(questions)
    if not lines:
        return ""
    # Of equals the earlier one is told, so that the same interview tells the same story.
    high, best = max(lines, key=lambda each: each[0])
    low, worst = min(lines, key=lambda each: each[0])
    if high == low:
        if len(lines) == 1:
            return f"On “{best.title}” {_points(best)} came up."
        return f"The {len(lines)} answers covered about the same part of what was asked for."
    rest = f"on “{worst.title}” it was {_points(worst, is_short=True)}"
    return f"It went best on “{best.title}”, where {_points(best)} came up; {rest}."


def _points(line: QuestionLine, *, is_short: bool = False) -> str:
    covered, whole = sum(point.is_covered for point in line.points), len(line.points)
    if is_short:
        return f"{covered or 'none'} of {whole}"
    part = f"{covered or 'none'} of {whole}" if covered < whole else f"all {whole}"
    return f"{part} key points"


def _profile(axes: Sequence[AxisScore]) -> str:
    levels = [(axis.level, axis) for axis in axes if axis.level is not None]
    if len(levels) < 2:  # noqa: PLR2004  two are the least to compare
        return ""
    high, top = max(levels, key=lambda each: each[0])
    low, bottom = min(levels, key=lambda each: each[0])
    if high - low < _EVEN:
        return f"All that was assessed lies close together, at about {high:.1f} of {HIGHEST}."
    return (
        f"The strongest side was {NAMES[top.axis]} ({high:.1f} of {HIGHEST}); "
        f"{NAMES[bottom.axis]} has the most room to grow ({low:.1f})."
    )


def _climb(interview: Interview) -> str:
    if interview.level is interview.setup.level:
        return ""
    return f"The questions moved from {interview.setup.level} to {interview.level} on the way."


def _certainty(combined: Combined, questions: Sequence[QuestionLine]) -> str:
    overall, spread = combined.overall, combined.overall_spread
    answers = counted(len(scored(questions)), "answer")
    if overall is None or not scored(questions):
        return ""
    if not spread:
        return f"The overall {overall:g} of {OUT_OF} rests on {answers}."
    low, high = max(0, overall - spread), min(OUT_OF, overall + spread)
    return (
        f"The overall {overall:g} of {OUT_OF} rests on {answers}, "
        f"so read it as something between {low:.1f} and {high:.1f}."
    )
