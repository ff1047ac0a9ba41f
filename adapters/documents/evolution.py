"""How code changed from one snapshot to the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import unified_diff
from typing import TypeAlias

from adapters.documents.legible import legible
from core.domain.challenge import Language
from core.domain.report import Snapshot

_Thread: TypeAlias = tuple[int | None, Language]

# Comparing takes time that grows with the square of the lines; no interview's code is longer.
COMPARED_LINES = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A snapshot, and the lines by which it differs from the one before it on the same question."""

    number: int
    snapshot: Snapshot
    is_first: bool
    is_last: bool
    change: tuple[str, ...]


def steps(snapshots: Sequence[Snapshot]) -> tuple[Step, ...]:
    """Return every snapshot with its difference to the one before; nothing changed is empty."""
    last = {_thread(snapshot): number for number, snapshot in enumerate(snapshots)}
    before: dict[_Thread, str] = {}
    walked: list[Step] = []
    for number, snapshot in enumerate(snapshots):
        thread = _thread(snapshot)
        earlier = before.get(thread)
        walked.append(
            Step(
                number=number + 1,
                snapshot=snapshot,
                is_first=earlier is None,
                is_last=last[thread] == number,
                change=() if earlier is None else _change(earlier, snapshot.source),
            )
        )
        before[thread] = snapshot.source
    return tuple(walked)


def _thread(snapshot: Snapshot) -> _Thread:
    return snapshot.question, snapshot.language


def _change(old: str, new: str) -> tuple[str, ...]:
    before, after = legible(old).split("\n"), legible(new).split("\n")
    if max(len(before), len(after)) > COMPARED_LINES:
        return ("(too long to compare line by line)",)
    # The first two lines name the files, of which there are none here.
    return tuple(unified_diff(before, after, n=3, lineterm=""))[2:]
