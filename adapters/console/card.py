"""The report in a nutshell, for the terminal: verdict first, what to fix, what to do next."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from adapters.console.prose import clean
from core.domain.code import Purpose
from core.domain.outcomes import Closing
from core.domain.report import Evidence, Finding, QuestionLine, Recommendation, Report
from core.domain.rubric import HIGHEST

NOT_ASSESSED = "not assessed"
_CELLS = 20
_MOST = 3
_QUOTE_CHARS = 160
_STYLES = {
    Recommendation.STRONG_YES: "bold green",
    Recommendation.LEAN_YES: "bold green",
    Recommendation.LEAN_NO: "bold yellow",
    Recommendation.STRONG_NO: "bold red",
    Recommendation.INSUFFICIENT_EVIDENCE: "bold",
}


def card(report: Report) -> RenderableType:
    """Return the verdict, the bars, the questions and the next thing to do."""
    parts: list[RenderableType] = [*_verdict(report), Text(), _bars(report)]
    if report.questions:
        parts.extend((Text(), _questions(report)))
    if report.snapshots:
        parts.append(_code(report))
    if report.fix_first:
        parts.extend(_fix(report.fix_first))
    parts.extend(_strengths(report.strengths[:_MOST]))
    if report.next_steps:
        parts.append(_labelled("\nDo this next: ", report.next_steps[0]))
    parts.append(_small_print(report))
    title = "Report so far" if report.about.is_interim else "Report"
    return Panel(Group(*parts), title=title, title_align="left", padding=(1, 2))


def _verdict(report: Report) -> Iterator[RenderableType]:
    head = report.headline
    overall = NOT_ASSESSED if head.overall is None else f"{head.overall:g} ± {head.spread:g} / 10"
    label = head.recommendation.label
    yield Text.assemble((label, _STYLES[head.recommendation]), "   ", (overall, "bold"))
    yield Text(clean(head.sentence))


def _bars(report: Report) -> Table:
    table = _table()
    for axis in report.axes:
        if axis.level is None:
            table.add_row(axis.axis.label, Text(NOT_ASSESSED, style="dim"), "")
            continue
        filled = round(axis.level / HIGHEST * _CELLS)
        bar = Text("█" * filled, style="cyan").append("░" * (_CELLS - filled), style="dim")
        table.add_row(axis.axis.label, bar, f"{axis.level:.1f} ± {axis.spread:.1f} of {HIGHEST}")
    return table


def _questions(report: Report) -> Table:
    table = _table()
    for line in report.questions:
        table.add_row(f"{line.number}", Text(clean(line.title)), *_course(line))
    return table


def _course(line: QuestionLine) -> tuple[Text, Text]:
    if line.score is not None:
        result = Text(f"{line.score * 10:.0f} of 10")
    else:
        how = "" if line.closing is Closing.ANSWERED else line.closing.value.replace("_", " ")
        result = Text(how or NOT_ASSESSED, style="dim")
    notes = [f"{line.hints_used} hint{'s' * (line.hints_used > 1)}"] if line.hints_used else []
    if line.confidence is not None:
        notes.append(f"you were {line.confidence} of 5 sure")
    return result, Text(", ".join(notes), style="dim")


def _code(report: Report) -> Text:
    submitted = [each for each in report.snapshots if each.purpose is Purpose.SUBMIT]
    last = (submitted or report.snapshots)[-1]
    if last.verdict is None:
        return _labelled("\nCode: ", last.note)
    tests = f"{last.verdict.passed} of {len(last.verdict.tests)} tests passed"
    return _labelled("\nCode: ", f"{tests}, isolation: {last.verdict.isolation}")


def _fix(finding: Finding) -> Iterator[RenderableType]:
    yield Text.assemble(("\nFix this first: ", "bold yellow"), clean(finding.title))
    yield Text(clean(finding.text))
    yield from (_quote(evidence) for evidence in finding.evidence[:1])


def _quote(evidence: Evidence) -> Text:
    said = " ".join(clean(evidence.quote).split())
    if len(said) > _QUOTE_CHARS:
        said = f"{said[:_QUOTE_CHARS].rstrip()}…"
    minutes, seconds = divmod(round(evidence.at_s), 60)
    return Text(f"“{said}” at {minutes}:{seconds:02}", style="italic dim")


def _strengths(findings: tuple[Finding, ...]) -> Iterator[RenderableType]:
    if findings:
        yield Text("\nWent well", style="bold green")
    for finding in findings:
        yield Text(f"• {clean(finding.title)}: {clean(finding.text)}")


def _small_print(report: Report) -> Text:
    about = report.about
    facts = [
        f"{about.questions_asked} of {about.questions_planned} questions",
        f"{about.used_s / 60:.0f} of {about.limit_s / 60:.0f} minutes",
        f"hints: {about.hints_used}",
        f"seed {about.seed}",
        f"interviewer: {about.interviewer}",
        f"evaluator: {about.evaluator}",
    ]
    lines = [" · ".join(facts)]
    if report.not_assessed:
        lines.append(f"Not assessed: {', '.join(gap.what for gap in report.not_assessed)}.")
    return Text("\n" + clean("\n".join(lines)), style="dim")


def _labelled(label: str, text: str) -> Text:
    return Text.assemble((label, "bold"), clean(text))


def _table() -> Table:
    return Table(box=None, show_header=False, padding=(0, 2, 0, 0))
