"""One line of the report for each question, as it went."""

from collections import defaultdict
from collections.abc import Sequence

from core.domain.report import KeyPointLine, QuestionLine
from core.domain.rubric import Review
from core.domain.transcript import TurnKind
from core.evaluation.course import Step
from core.ports.evaluator import Piece
from core.report.witness import Witness


def question_lines(
    pieces: Sequence[Piece],
    reviews: Sequence[Review],
    witness: Witness,
    steps: Sequence[Step],
) -> tuple[QuestionLine, ...]:
    """Return the questions in the order in which they were asked, each with its own review."""
    lasted = _lasted_s(steps)
    return tuple(
        _line(piece, review, witness, lasted[piece.asked.number])
        for piece, review in zip(pieces, reviews, strict=True)
    )


def _line(piece: Piece, review: Review, witness: Witness, lasted_s: float) -> QuestionLine:
    asked = piece.asked
    return QuestionLine(
        number=asked.number,
        id=asked.question.id,
        title=asked.question.title,
        type=asked.question.type,
        level=asked.question.level,
        asked=asked.question.ask,
        at_s=round(_began_s(piece), 1),
        lasted_s=round(lasted_s, 1),
        closing=piece.closing,
        score=review.score,
        because=review.because,
        points=_points(piece, review, witness),
        better_answer=asked.question.reference,
        hints_used=asked.rungs,
        follow_ups=len(asked.ideas),
        confidence=asked.confidence,
        evidence=witness.evidence(review.quotes),
    )


def _points(piece: Piece, review: Review, witness: Witness) -> tuple[KeyPointLine, ...]:
    proofs = {each.point: witness.evidence((each.quote,)) for each in review.points if each.quote}
    lines = []
    for point in piece.asked.question.points:
        proof = proofs.get(point.id)
        lines.append(
            KeyPointLine(
                says=point.says, is_covered=bool(proof), evidence=proof[0] if proof else None
            )
        )
    return tuple(lines)


def _began_s(piece: Piece) -> float:
    asked = (turn.at_s for turn in piece.turns if turn.kind is TurnKind.QUESTION)
    return next(asked, piece.asked.opened_s)


def _lasted_s(steps: Sequence[Step]) -> dict[int, float]:
    """Return for how long each question was on the table; pauses do not count."""
    lasted: dict[int, float] = defaultdict(float)
    for step in steps:
        if step.before and step.before.open:
            lasted[step.before.open.number] += step.after.elapsed_s - step.before.elapsed_s
    return lasted
