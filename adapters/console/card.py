"""The report in a nutshell, for the terminal."""

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from core.domain.report import Finding, Report
from core.domain.rubric import HIGHEST

_CELLS = 20
_MOST = 3


def card(report: Report) -> RenderableType:
    """Return the verdict, the bars and the next thing to do."""
    head = report.headline
    overall = "not assessed" if head.overall is None else f"{head.overall:g} ± {head.spread:g} / 10"
    parts: list[RenderableType] = [
        Text.assemble((head.recommendation.label, "bold"), "   ", overall),
        Text(head.sentence),
        Text(),
        _bars(report),
    ]
    parts.extend(_findings("Went well", report.strengths[:_MOST], "green"))
    parts.extend(_findings("Work on", report.improvements[:_MOST], "yellow"))
    if report.next_steps:
        parts.append(Text.assemble("\n", ("Do this next: ", "bold"), report.next_steps[0]))
    title = "Report so far" if report.about.is_interim else "Report"
    return Panel(Group(*parts), title=title, title_align="left", padding=(1, 2), width=96)


def _bars(report: Report) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for axis in report.axes:
        if axis.level is None:
            table.add_row(axis.axis.label, Text("not assessed", style="dim"), "")
            continue
        filled = round(axis.level / HIGHEST * _CELLS)
        bar = Text("█" * filled, style="cyan").append("░" * (_CELLS - filled), style="dim")
        table.add_row(axis.axis.label, bar, f"{axis.level:.1f} ± {axis.spread:.1f} of {HIGHEST}")
    return table


def _findings(title: str, findings: tuple[Finding, ...], style: str) -> list[RenderableType]:
    if not findings:
        return []
    lines: list[RenderableType] = [Text(f"\n{title}", style=f"bold {style}")]
    lines.extend(Text(f"• {finding.title}: {finding.text}") for finding in findings)
    return lines
