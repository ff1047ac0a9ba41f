"""Parts of a report, for tests of what is said about them."""

from dataclasses import replace

from core.domain.outcomes import Closing
from core.domain.question import Axis, InterviewType, Level
from core.domain.report import AxisScore, Evidence, KeyPointLine, QuestionLine
from core.domain.transcript import TurnId

WORDS = Evidence(turn=TurnId("t2"), at_s=20, quote="It goes stale.")


def line(number: int = 1, covered: int = 0, missed: int = 0, **changed: object) -> QuestionLine:
    """Return an answered question; without any points it was not assessed."""
    points = (
        *(KeyPointLine(says=f"Had {n}.", is_covered=True, evidence=WORDS) for n in range(covered)),
        *(KeyPointLine(says=f"Lacks {n}.", is_covered=False, evidence=None) for n in range(missed)),
    )
    made = QuestionLine(
        number=number,
        id=f"question-{number}",
        title=f"Title {number}",
        type=InterviewType.CONCEPTS,
        level=Level.MEDIUM,
        asked="What?",
        at_s=0,
        lasted_s=60,
        closing=Closing.ANSWERED,
        score=covered / (covered + missed) if points else None,
        because="So it was.",
        points=points,
        better_answer="That.",
        hints_used=0,
        follow_ups=0,
        confidence=None,
        evidence=(WORDS,),
    )
    return replace(made, **changed)  # type: ignore[arg-type]  # the test names the fields


def skipped(number: int = 1) -> QuestionLine:
    """Return a question that the candidate declined."""
    return line(number, missed=2, score=None, evidence=(), closing=Closing.SKIPPED)


def axis(which: Axis, level: float | None) -> AxisScore:
    """Return an axis at a level."""
    return AxisScore(
        axis=which,
        level=level,
        spread=0.2,
        confidence=0.5,
        weight=25,
        because="So it was.",
        anchor="Here." if level is not None else "",
        next_anchor="There." if level is not None else "",
        evidence=(WORDS,) if level is not None else (),
    )


def axes(*levels: float | None) -> tuple[AxisScore, ...]:
    """Return the four axes at these levels."""
    return tuple(axis(which, level) for which, level in zip(Axis, levels, strict=True))
