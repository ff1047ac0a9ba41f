"""The code as it grew: each run and submission, and what changed in between."""

from adapters.documents import wording
from adapters.documents.evolution import Step, steps
from adapters.documents.markdown.escape import block, fenced, inline, table
from core.domain.code import Verdict
from core.domain.report import Report


def code(report: Report) -> tuple[str, ...]:
    """Return the snapshots in order; nothing where no code was run."""
    if not report.snapshots:
        return ()
    walked = (piece for step in steps(report.snapshots) for piece in _step(step))
    return ("## Code", *walked)


def _step(step: Step) -> tuple[str, ...]:
    snapshot = step.snapshot
    return (
        f"### Snapshot {step.number} at {wording.clock(snapshot.at_s)}",
        f"{inline(snapshot.author)}, {wording.snapshot(snapshot)}",
        *(_outcome(snapshot.verdict) if snapshot.verdict else ()),
        block(snapshot.note),
        *_change(step),
    )


def _outcome(verdict: Verdict) -> tuple[str, ...]:
    rows = tuple(
        (test.name, wording.ruling(test.ruling), wording.effort(test)) for test in verdict.tests
    )
    said = wording.capital(wording.verdict(verdict))
    return (
        f"**{said}.** Isolation: {inline(verdict.isolation)}.",
        table(("Test", "Ruling", "Effort"), rows) if rows else "",
        fenced(verdict.message, "text") if verdict.message else "",
        fenced(verdict.output, "text") if verdict.output else "",
    )


def _change(step: Step) -> tuple[str, ...]:
    whole = fenced(step.snapshot.source, step.snapshot.language.value)
    if step.is_first:
        return (whole,)
    change = fenced("\n".join(step.change), "diff") if step.change else "No line was changed."
    return (change, "The whole code:", whole) if step.is_last else (change,)
