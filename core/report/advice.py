"""What went well, what to work on, and what to do next, each from evidence and never invented."""

from collections import Counter
from collections.abc import Iterator, Sequence

from core.domain.outcomes import Closing
from core.domain.people import Role
from core.domain.question import Axis
from core.domain.report import AxisScore, Evidence, Finding, QuestionLine
from core.domain.transcript import Turn, TurnKind
from core.ports.evaluator import Piece

MOST = 5
_GOOD_LEVEL, _GOOD_SCORE = 2.6, 0.6
_WEAK_LEVEL, _WEAK_SCORE = 3.4, 0.85
_TOPIC_SCORE = 0.7
_QUOTES = 2
# Sure to 5 of 5 and half right, or the other way round: that is more than luck.
_MISJUDGED = 0.4

_PRACTICE = {
    Axis.PROBLEM_SOLVING: "Before answering, name two ways to do it and say in one sentence why you take the one.",
    Axis.TECHNICAL: "Read the better answers below aloud, close the report, and explain each one to somebody from memory.",
    Axis.COMMUNICATION: "Give each answer a first sentence that says where it goes, and a last one that sums it up.",
    Axis.VERIFICATION: "End every answer with one thing that could go wrong and how you would find out.",
}


def strengths(axes: Sequence[AxisScore], questions: Sequence[QuestionLine]) -> tuple[Finding, ...]:
    """Return what went well, the best first; nothing, if nothing did."""
    found: list[tuple[float, Finding]] = []
    for axis in axes:
        if axis.level is not None and axis.level >= _GOOD_LEVEL and axis.evidence:
            finding = _finding(axis.axis.label.capitalize(), axis.anchor, axis.evidence)
            found.append(((axis.level - 1) / 3, finding))
    for line in questions:
        proof = _proof(line)
        if line.score is not None and line.score >= _GOOD_SCORE and proof:
            found.append((line.score, _finding(line.title, _covered(line), proof)))
    found.sort(key=lambda scored: -scored[0])
    return tuple(finding for _, finding in found[:MOST])


def improvements(
    axes: Sequence[AxisScore], questions: Sequence[QuestionLine], turns: Sequence[Turn]
) -> tuple[Finding, ...]:
    """Return what to work on, the most telling first."""
    found: list[tuple[float, Finding]] = []
    for axis in axes:
        if axis.level is not None and axis.level < _WEAK_LEVEL and axis.evidence:
            text = f"Reached: {axis.anchor} Next: {axis.next_anchor}"
            found.append(
                ((axis.level - 1) / 3, _finding(axis.axis.label.capitalize(), text, axis.evidence))
            )
    for line in questions:
        missed = next((point.says for point in line.points if not point.is_covered), None)
        proof = _proof(line) or _moment(line, turns)
        if line.score is not None and line.score < _WEAK_SCORE and missed and proof:
            found.append((line.score, _finding(line.title, f"Still open: {missed}", proof)))
        elif line.score is None and line.closing is not Closing.ENDED and proof:
            found.append((0.2, _finding(line.title, f"Unanswered: {line.because}", proof)))
    found.sort(key=lambda scored: scored[0])
    return tuple(finding for _, finding in found[:MOST])


def next_steps(axes: Sequence[AxisScore], questions: Sequence[QuestionLine]) -> tuple[str, ...]:
    """Return what to do next, in the order in which to do it."""
    assessed = [axis for axis in axes if axis.level is not None]
    steps = []
    again = min(
        (line for line in questions if line.points and (line.score or 0) < _WEAK_SCORE),
        key=lambda line: line.score or 0,
        default=None,
    )
    if again:
        steps.append(
            f"Answer question {again.number}, “{again.title}”, once more, with its better answer hidden."
        )
    steps.extend(
        _PRACTICE[axis.axis]
        for axis in sorted(assessed, key=lambda axis: axis.level or 0)[:2]
        if (axis.level or 0) < _WEAK_LEVEL
    )
    unsure = [line for line in questions if line.confidence and line.score is not None]
    if any(abs((line.confidence or 0) / 5 - (line.score or 0)) > _MISJUDGED for line in unsure):
        steps.append("Compare how sure you were with how it went; they differ by more than luck.")
    steps.append("Take another interview in a few days, with the same pattern and another seed.")
    return tuple(steps)


def topics(pieces: Sequence[Piece], questions: Sequence[QuestionLine]) -> tuple[str, ...]:
    """Return what to study, the most needed first."""
    scores = {line.number: line.score for line in questions}
    needed: Counter[str] = Counter()
    for piece in pieces:
        score = scores.get(piece.asked.number)
        if score is None or score < _TOPIC_SCORE:
            needed.update(piece.asked.question.topics)
    return tuple(topic for topic, _ in sorted(needed.items(), key=lambda kv: (-kv[1], kv[0])))[
        :MOST
    ]


def _finding(title: str, text: str, evidence: Sequence[Evidence]) -> Finding:
    return Finding(title=title, text=text, evidence=tuple(evidence[:_QUOTES]))


def _proof(line: QuestionLine) -> tuple[Evidence, ...]:
    return tuple(point.evidence for point in line.points if point.evidence)


def _moment(line: QuestionLine, turns: Sequence[Turn]) -> tuple[Evidence, ...]:
    """Return the candidate's first words about a question, where no point was covered."""
    return tuple(_words(line, turns))[:1]


def _words(line: QuestionLine, turns: Sequence[Turn]) -> Iterator[Evidence]:
    for turn in turns:
        about = turn.question == line.number and turn.speaker.role is Role.CANDIDATE
        if about and turn.kind in (TurnKind.ANSWER, TurnKind.REQUEST) and not turn.is_withdrawn:
            yield Evidence(turn=turn.id, at_s=turn.at_s, quote=turn.text[:160])


def _covered(line: QuestionLine) -> str:
    hit = sum(point.is_covered for point in line.points)
    return f"{hit} of {len(line.points)} key points, in your own words."
