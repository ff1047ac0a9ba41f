"""What the bank's own texts cover: references everything, questions and hints next to nothing."""

from collections.abc import Iterable
from statistics import fmean

import pytest

from adapters.offline.coverage import coverage
from adapters.offline.matching import is_mentioned
from core.domain.question import PointId, Question
from tests.adapters.offline.pieces import EVERYTHING

each_question = pytest.mark.parametrize("question", EVERYTHING, ids=lambda each: each.id)


def share(question: Question, covered: Iterable[PointId]) -> float:
    known = set(covered)
    weight = sum(point.weight for point in question.points if point.id in known)
    return weight / sum(point.weight for point in question.points)


@each_question
def test_a_reference_covers_all_its_points(question: Question) -> None:
    missed = {p.id for p in question.points} - coverage(
        question.points, question.reference, question.ask
    ).keys()

    assert not missed


@each_question
def test_saying_the_question_again_covers_nothing(question: Question) -> None:
    told = f"{question.ask}\n\n{question.rephrased}"

    assert not coverage(question.points, f"{question.ask} {question.rephrased}", told)


@each_question
def test_saying_a_hint_again_covers_nothing(question: Question) -> None:
    for rung, hint in enumerate(question.hints, start=1):
        told = "\n\n".join((question.ask, *question.hints[:rung]))
        assert not coverage(question.points, hint, told)


@each_question
def test_the_first_hints_hold_little_of_the_answer(question: Question) -> None:
    hints = " ".join(question.hints[:2])

    assert share(question, coverage(question.points, hints, question.ask)) <= 0.4


@each_question
def test_a_point_can_be_asked_for_without_saying_it(question: Question) -> None:
    for point in question.points:
        leaked = [cue for cue in point.cues if is_mentioned(cue, point.ask)]
        assert all(is_mentioned(cue, question.ask) for cue in leaked), (point.id, leaked)


@each_question
def test_answers_to_other_questions_cover_little(question: Question) -> None:
    others = [each for each in EVERYTHING if each.id != question.id]

    shares = [share(question, coverage(question.points, o.reference, question.ask)) for o in others]

    assert fmean(shares) < 0.2


@each_question
def test_a_list_of_keywords_covers_little(question: Question) -> None:
    cues = [cue for point in question.points for cue in point.cues]

    for listed in (", ".join(cues), " ".join(cues), ". ".join(cues), "\n- ".join(cues)):
        assert share(question, coverage(question.points, listed, question.ask)) <= 0.3
