"""What went well and what to work on, each from evidence and never invented."""

import re
from collections.abc import Iterator, Sequence

from core.domain.outcomes import Closing
from core.domain.people import Role
from core.domain.report import AxisScore, Evidence, Finding, KeyPointLine, QuestionLine
from core.domain.rubric import HIGHEST, LOWEST
from core.domain.transcript import Turn, TurnKind
from core.evaluation.combine import ENOUGH_ANSWERS
from core.report.story import NAMES, counted, scored

FEWEST, MOST = 3, 5
_GOOD_LEVEL, _GOOD_SCORE = 2.6, 0.6
_WEAK_SCORE = 0.85
# What was left unanswered is worth a second try, but says less than what was answered badly.
_UNANSWERED = 0.2
_QUOTES = 2
_QUOTE_CHARS = 160
_WHOLE_WORDS = re.compile(rf".{{1,{_QUOTE_CHARS}}}(?!\S)", re.DOTALL)


def strengths(axes: Sequence[AxisScore], questions: Sequence[QuestionLine]) -> tuple[Finding, ...]:
    """Return what went well, the best first; nothing, if nothing did."""
    found: list[tuple[float, Finding]] = []
    told = set()
    for level, axis in _levels(axes, questions):
        if level >= _GOOD_LEVEL:
            found.append((_part(level), _finding(_title(axis), axis.anchor, axis.evidence)))
    for score, line in scored(questions):
        if score >= _GOOD_SCORE and _covered(line):
            told.add(line.number)
            found.append((score, _finding(line.title, _coverage(line), line.proof)))
    found.sort(key=lambda each: -each[0])
    best = [finding for _, finding in found[:MOST]]
    # Single points that came up in weaker answers are strengths as well, if smaller ones.
    smaller = [
        _finding(line.title, f"You had this: {point.says}", line.proof[:1])
        for _, line in sorted(scored(questions), key=lambda each: -each[0])
        for point in _covered(line)[:1]
        if line.number not in told
    ]
    return (*best, *smaller[: max(0, FEWEST - len(best))])


def improvements(
    axes: Sequence[AxisScore], questions: Sequence[QuestionLine], turns: Sequence[Turn]
) -> tuple[Finding, ...]:
    """Return what to work on, the most telling first."""
    found = [*_weak_axes(axes, questions), *_weak_answers(questions, turns)]
    found.sort(key=lambda each: each[0])
    worst = [finding for _, finding in found[:MOST]]
    # Where there is little to say, what is good and not yet the best fills up.
    smaller = [*_further_points(questions), *_next_steps_up(axes, questions)]
    return (*worst, *smaller[: max(0, FEWEST - len(worst))])


def _weak_axes(
    axes: Sequence[AxisScore], questions: Sequence[QuestionLine]
) -> Iterator[tuple[float, Finding]]:
    for level, axis in _levels(axes, questions):
        if level < _GOOD_LEVEL:
            yield _part(level), _climb(axis)


def _next_steps_up(
    axes: Sequence[AxisScore], questions: Sequence[QuestionLine]
) -> Iterator[Finding]:
    for level, axis in sorted(_levels(axes, questions), key=lambda each: each[0]):
        if level >= _GOOD_LEVEL and axis.next_anchor:
            yield _climb(axis)


def _climb(axis: AxisScore) -> Finding:
    text = f"So far: {axis.anchor} Next: {axis.next_anchor}"
    return _finding(_title(axis), text, axis.evidence)


def _weak_answers(
    questions: Sequence[QuestionLine], turns: Sequence[Turn]
) -> Iterator[tuple[float, Finding]]:
    for line in questions:
        missed = _missed(line)
        if line.score is not None and line.score < _WEAK_SCORE and missed:
            text = f"Still open: {missed[0].says}"
            yield line.score, _finding(line.title, text, line.proof)
        elif missed and was_let_go(line) and (moment := _last_words(line, turns)):
            text = f"{line.because} This belongs in an answer: {missed[0].says}"
            yield _UNANSWERED, _finding(line.title, text, moment)


def _further_points(questions: Sequence[QuestionLine]) -> Iterator[Finding]:
    for _, line in sorted(scored(questions), key=lambda each: each[0]):
        for point in _missed(line)[1:2]:
            yield _finding(line.title, f"Open as well: {point.says}", line.proof)


def _levels(
    axes: Sequence[AxisScore], questions: Sequence[QuestionLine]
) -> list[tuple[float, AxisScore]]:
    """Return the levels that are worth a finding: a single answer tells about its question only."""
    if len(scored(questions)) < ENOUGH_ANSWERS:
        return []
    return [(axis.level, axis) for axis in axes if axis.level is not None]


def was_let_go(line: QuestionLine) -> bool:
    """Tell whether the candidate had the chance to answer, and left it."""
    return line.score is None and line.closing in (Closing.SKIPPED, Closing.GAVE_UP)


def _finding(title: str, text: str, evidence: Sequence[Evidence]) -> Finding:
    return Finding(title=title, text=text, evidence=tuple(evidence[:_QUOTES]))


def _title(axis: AxisScore) -> str:
    name = NAMES[axis.axis]
    return name[:1].upper() + name[1:]


def _part(level: float) -> float:
    return (level - LOWEST) / (HIGHEST - LOWEST)


def _covered(line: QuestionLine) -> list[KeyPointLine]:
    return [point for point in line.points if point.is_covered]


def _missed(line: QuestionLine) -> list[KeyPointLine]:
    return [point for point in line.points if not point.is_covered]


def _coverage(line: QuestionLine) -> str:
    covered = _covered(line)
    whole = counted(len(line.points), "key point")
    return f"{len(covered)} of {whole} came up, such as this one: {covered[0].says}"


def _last_words(line: QuestionLine, turns: Sequence[Turn]) -> tuple[Evidence, ...]:
    """Return what the candidate said or did last about a question, which is where it was left."""
    return tuple(_words(line, turns))[-1:]


def _words(line: QuestionLine, turns: Sequence[Turn]) -> Iterator[Evidence]:
    for turn in turns:
        about = turn.question == line.number and turn.speaker.role is Role.CANDIDATE
        is_said = turn.kind in (TurnKind.ANSWER, TurnKind.REQUEST) and not turn.is_withdrawn
        if about and is_said and (quote := _beginning(turn.text)):
            yield Evidence(turn=turn.id, at_s=turn.at_s, quote=quote)


def _beginning(text: str) -> str:
    """Return the first words of a text, whole words only as far as it has any."""
    text = text.strip()
    whole = _WHOLE_WORDS.match(text)
    return whole[0].rstrip() if whole else text[:_QUOTE_CHARS]
