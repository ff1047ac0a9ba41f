"""Past interviews: the list, and a report on one of them."""

from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from adapters.clock import SystemClock
from adapters.console.stage import ConsoleStage
from adapters.sql import SqlArchive
from bot.practice import show_report
from bot.settings import Settings
from bot.wiring import house
from core.domain.interview import InterviewId
from core.domain.people import PlaceKind

SECONDS_PER_MINUTE = 60


async def history_table(settings: Settings) -> Table | Text:
    """Return one line for each interview, the latest first."""
    async with SqlArchive.opened(settings.sql()) as archive:
        summaries = await archive.summaries()
    if not summaries:
        return Text("No interviews yet. `greenroom practice` begins one.")
    table = Table(box=None, padding=(0, 2, 0, 0))
    for heading in ("id", "when", "type", "company", "status", "questions", "minutes", "next"):
        table.add_column(heading)
    for summary in summaries:
        is_over = summary.status.is_final
        table.add_row(
            summary.id,
            f"{summary.began_at:%Y-%m-%d %H:%M}",
            summary.type.label,
            summary.pattern or "general",
            summary.status.replace("_", " "),
            str(summary.questions),
            f"{summary.used_s / SECONDS_PER_MINUTE:.0f}",
            f"greenroom report {summary.id}"
            if is_over
            else f"greenroom practice --resume {summary.id}",
        )
    return table


async def write_report(
    settings: Settings, id_: InterviewId, out: Path | None, console: Console
) -> None:
    """Show a report and write its files."""
    stages = {PlaceKind.TERMINAL: ConsoleStage(console)}
    async with house(settings, SystemClock(), stages) as rooms:
        await show_report(rooms, console, id_, out or settings.reports / id_)
