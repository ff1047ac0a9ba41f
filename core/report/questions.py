"""One line of the report for each question, as it went."""

from collections.abc import Sequence

from core.domain.interview import Interview
from core.domain.report import KeyPointLine, QuestionLine
from core.domain.rubric import Review
from core.domain.transcript import TurnKind
from core.ports.evaluator import Piece
from core.report.witness import Witness


def question_lines(
    pieces: Sequence[Piece], reviews: Sequence[Review], witness: Witness, interview: Interview
) -> tuple[QuestionLine, ...]:
    """Return the questions in the order in which they were asked."""
    by_number = {review.number: review for review in reviews}
    starts = [_began_s(piece) for piece in pieces]
    ends = [*starts[1:], interview.elapsed_s]
    return tuple(
        _line(piece, by_number.get(piece.asked.number), witness, (start, max(start, end)))
        for piece, start, end in zip(pieces, starts, ends, strict=True)
    )


def _line(
    piece: Piece, review: Review | None, witness: Witness, span: tuple[float, float]
) -> QuestionLine:
    asked = piece.asked
    start, end = span
    return QuestionLine(
        number=asked.number,
        id=asked.question.id,
        title=asked.question.title,
        type=asked.question.type,
        level=asked.question.level,
        asked=asked.question.ask,
        at_s=round(start, 1),
        lasted_s=round(end - start, 1),
        closing=piece.closing,
        score=review.score if review else None,
        because=review.because if review else "The evaluator could not judge this question.",
        points=_points(piece, review, witness),
        better_answer=asked.question.reference,
        hints_used=asked.rungs,
        follow_ups=len(asked.ideas),
        confidence=asked.confidence,
    )


def _points(piece: Piece, review: Review | None, witness: Witness) -> tuple[KeyPointLine, ...]:
    if review is None:
        return ()
    # An evaluator gives its quotes in the order of the points that they cover.
    covered = dict(zip(review.covered, review.quotes, strict=False))
    lines = []
    for point in piece.asked.question.points:
        quote = covered.get(point.id)
        evidence = witness.evidence((quote,)) if quote else ()
        lines.append(
            KeyPointLine(
                says=point.says,
                is_covered=point.id in review.covered,
                evidence=evidence[0] if evidence else None,
            )
        )
    return tuple(lines)


def _began_s(piece: Piece) -> float:
    asked = (turn.at_s for turn in piece.turns if turn.kind is TurnKind.QUESTION)
    return next(asked, piece.asked.opened_s)
