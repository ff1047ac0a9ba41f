"""What an interview could not show, said plainly instead of guessed."""

from collections.abc import Sequence

from core.domain.report import AxisScore, NotAssessed, Snapshot
from core.domain.transcript import Turn

_ALWAYS = (
    NotAssessed(what="face, gaze and screen", why="A chat does not show them."),
    NotAssessed(what="cultural fit", why="No team has written its values down for this interview."),
)
_TYPED = NotAssessed(
    what="pace, fillers, pauses and tone", why="The answers were typed, not spoken."
)
_CODE = NotAssessed(
    what="whether the submitted code works", why="No code runner judged it in this interview."
)


def not_assessed(
    axes: Sequence[AxisScore], snapshots: Sequence[Snapshot], turns: Sequence[Turn]
) -> tuple[NotAssessed, ...]:
    """Return what no score was given for, each with its reason."""
    gaps = [
        NotAssessed(what=axis.axis.label, why=axis.because) for axis in axes if axis.level is None
    ]
    if any(snapshot.verdict is None for snapshot in snapshots):
        gaps.append(_CODE)
    if not any(turn.is_spoken for turn in turns):
        gaps.append(_TYPED)
    return (*gaps, *_ALWAYS)
