"""What to do next, and what to study."""

from collections import Counter
from collections.abc import Sequence

from core.domain.question import Axis
from core.domain.report import AxisScore, QuestionLine
from core.ports.evaluator import Piece
from core.report.advice import was_let_go

MOST_TOPICS = 5
MOST_CONFIDENT = 5
_WEAK_LEVEL, _WEAK_SCORE = 3.4, 0.85
_TOPIC_SCORE = 0.7
_MOST_EXERCISES = 2
# Sure to 5 of 5 and half right, or the other way round: that is more than luck.
_MISJUDGED = 0.4

_EXERCISES = {
    Axis.PROBLEM_SOLVING: "Before you answer, name two ways to do it, and say in a sentence why you take the one.",
    Axis.TECHNICAL: "Read the better answers aloud, close the report, and explain each one to somebody from memory.",
    Axis.COMMUNICATION: "Give each answer a first sentence that says where it goes, and a last one that sums it up.",
    Axis.VERIFICATION: "End every answer with one thing that could go wrong, and how you would find out.",
}


def next_steps(axes: Sequence[AxisScore], questions: Sequence[QuestionLine]) -> tuple[str, ...]:
    """Return what to do next, in the order in which to do it."""
    steps = []
    if again := _worth_another_try(questions):
        steps.append(
            f"Answer question {again.number}, “{again.title}”, once more, with its better answer hidden."
        )
    weakest = sorted((axis.level, axis.axis) for axis in axes if axis.level is not None)
    steps.extend(
        _EXERCISES[axis] for level, axis in weakest[:_MOST_EXERCISES] if level < _WEAK_LEVEL
    )
    if calibration := _calibration(questions):
        steps.append(calibration)
    steps.append("Take another interview in a few days; you will be asked other questions.")
    return tuple(steps)


def topics(pieces: Sequence[Piece], questions: Sequence[QuestionLine]) -> tuple[str, ...]:
    """Return what to study, the most needed first."""
    weak = {
        line.number
        for line in questions
        if was_let_go(line) or (line.score is not None and line.score < _TOPIC_SCORE)
    }
    needed: Counter[str] = Counter()
    for piece in pieces:
        if piece.asked.number in weak:
            needed.update(piece.asked.question.topics)
    by_need = sorted(needed.items(), key=lambda each: (-each[1], each[0]))
    return tuple(topic for topic, _ in by_need[:MOST_TOPICS])


def _worth_another_try(questions: Sequence[QuestionLine]) -> QuestionLine | None:
    weak = [
        line
        for line in questions
        if was_let_go(line) or (line.score is not None and line.score < _WEAK_SCORE)
    ]
    return min(weak, key=lambda line: line.score or 0, default=None)


def _calibration(questions: Sequence[QuestionLine]) -> str:
    gaps = [
        (line.confidence / MOST_CONFIDENT - line.score, line)
        for line in questions
        if line.confidence and line.score is not None
    ]
    if not gaps:
        return ""
    gap, line = max(gaps, key=lambda each: abs(each[0]))
    if abs(gap) <= _MISJUDGED:
        return ""
    felt = (
        "surer of it than the answer bears out" if gap > 0 else "less sure of it than you could be"
    )
    return (
        f"Look at “{line.title}” again: with {line.confidence} of {MOST_CONFIDENT} you were {felt}."
    )
