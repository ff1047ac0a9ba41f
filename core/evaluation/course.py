"""How an interview went, event by event: what was on the table before each, and after it."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.domain.entry import Entry
from core.domain.evolve import begin, evolve
from core.domain.interview import Interview, InterviewId


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One event, and the interview around it; before the first there was none."""

    entry: Entry
    before: Interview | None
    after: Interview


def course(id_: InterviewId, entries: Iterable[Entry]) -> tuple[Step, ...]:
    """Return the steps that an event log took."""
    steps: list[Step] = []
    for entry in entries:
        before = steps[-1].after if steps else None
        after = evolve(before, entry) if before else begin(id_, entry)
        steps.append(Step(entry=entry, before=before, after=after))
    return tuple(steps)
