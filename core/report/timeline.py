"""The session as marks on four lanes."""

from collections.abc import Sequence

from core.domain.people import Role
from core.domain.report import Lane, Moment
from core.domain.transcript import Turn, TurnKind

_LANES = {
    TurnKind.HINT: Lane.HINTS,
    TurnKind.CODE: Lane.CODE,
    TurnKind.VERDICT: Lane.CODE,
}


def timeline(turns: Sequence[Turn]) -> tuple[Moment, ...]:
    """Return one mark for each turn."""
    return tuple(
        Moment(at_s=round(turn.at_s, 1), lane=_lane(turn), label=_label(turn)) for turn in turns
    )


def _lane(turn: Turn) -> Lane:
    spoken = Lane.INTERVIEWER if turn.speaker.role is Role.INTERVIEWER else Lane.CANDIDATE
    return _LANES.get(turn.kind, spoken)


def _label(turn: Turn) -> str:
    kind = turn.kind.value.replace("_", " ")
    return f"question {turn.question}: {kind}" if turn.question else kind
