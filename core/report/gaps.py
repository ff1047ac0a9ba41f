"""What an interview could not show, said plainly instead of guessed."""

from collections.abc import Sequence

from core.domain.report import AxisScore, NotAssessed, Snapshot
from core.domain.transcript import Turn

_ALWAYS = (
    NotAssessed(what="face, gaze and screen", why="A chat does not show them."),
    NotAssessed(what="cultural fit", why="No team has written its values down for this interview."),
)
_TYPED = "The answers were typed, not spoken."
_SPOKEN = "Of what was spoken, only the words were kept."


def not_assessed(
    axes: Sequence[AxisScore], snapshots: Sequence[Snapshot], turns: Sequence[Turn]
) -> tuple[NotAssessed, ...]:
    """Return what no score was given for, each with its reason."""
    gaps = [
        NotAssessed(what=axis.axis.label, why=axis.because) for axis in axes if axis.level is None
    ]
    if unjudged := sum(snapshot.verdict is None for snapshot in snapshots):
        which = f"{unjudged} of {len(snapshots)} versions were" if len(snapshots) > 1 else "It was"
        why = f"{which} never run against the tests."
        gaps.append(NotAssessed(what="whether the code works", why=why))
    is_spoken = any(turn.is_spoken for turn in turns)
    delivery = _SPOKEN if is_spoken else _TYPED
    gaps.append(NotAssessed(what="pace, fillers, pauses and tone", why=delivery))
    return (*gaps, *_ALWAYS)
