"""The code as it grew: each run and submission, and what changed in between."""

from adapters.documents import wording
from adapters.documents.evolution import Step, steps
from adapters.documents.page.blocks import prose, section, source
from adapters.documents.tags import Html, group, tag
from core.domain.code import Ruling, TestResult, Verdict
from core.domain.report import Report

_SIGNS = {"+": "ins", "-": "del"}


def code(report: Report) -> Html | None:
    """Return the snapshots in order; nothing where no code was run."""
    if not report.snapshots:
        return None
    return section("code", "Code", *(_step(step) for step in steps(report.snapshots)))


def _step(step: Step) -> Html:
    snapshot = step.snapshot
    return tag(
        "article",
        tag("h3", f"Snapshot {step.number} at {wording.clock(snapshot.at_s)}"),
        tag("p", tag("bdi", snapshot.author), f", {wording.snapshot(snapshot)}", class_="kind"),
        _outcome(snapshot.verdict) if snapshot.verdict else None,
        prose(snapshot.note) if snapshot.note else None,
        _change(step),
        class_="snapshot",
    )


def _outcome(verdict: Verdict) -> Html:
    accepted = "good" if verdict.ruling is Ruling.ACCEPTED else "bad"
    said = wording.capital(wording.verdict(verdict))
    return group(
        tag(
            "p",
            tag("strong", f"{said}.", class_=accepted),
            f" Isolation: {verdict.isolation}.",
            class_="outcome",
        ),
        tag("ul", *(_test(test) for test in verdict.tests), class_="tests")
        if verdict.tests
        else None,
        *(_printed("Message", verdict.message) if verdict.message else ()),
        *(_printed("Output", verdict.output) if verdict.output else ()),
    )


def _printed(what: str, text: str) -> tuple[Html, Html]:
    return tag("p", what, class_="eyebrow"), source(text, what)


def _test(test: TestResult) -> Html:
    is_passed = test.ruling is Ruling.ACCEPTED
    mark = tag("span", "✓" if is_passed else "✗", aria_hidden="true")
    measured = f"{wording.ruling(test.ruling)}, {wording.effort(test)}"
    return tag(
        "li",
        mark,
        f" {test.name}",
        tag("small", f" {measured}"),
        class_="passed" if is_passed else "failed",
    )


def _change(step: Step) -> Html:
    label = f"Code of snapshot {step.number}"
    whole = source(step.snapshot.source, label)
    if step.is_first:
        return whole
    printed = "" if step.is_last else " aside"
    return group(
        _diff(step) if step.change else tag("p", "No line was changed."),
        tag("details", tag("summary", "The whole code"), whole, class_=f"card slim minor{printed}"),
    )


def _diff(step: Step) -> Html:
    return tag(
        "pre",
        tag("code", *(_line(line) for line in step.change)),
        class_="diff",
        tabindex=0,
        role="region",
        aria_label=f"Changes in snapshot {step.number}",
        dir="ltr",
    )


def _line(line: str) -> Html:
    sign = _SIGNS.get(line[:1])
    if sign:
        return tag(sign, f"{line}\n")
    return tag("span", f"{line}\n", class_="place" if line.startswith("@@") else None)
