"""Past interviews, the ones that wait first."""

import asyncio
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from adapters.sql import SqlArchive
from bot.newcomer import NEWCOMER
from bot.settings import Settings
from core.domain.interview import Status
from core.ports.archive import Found, Summary

SECONDS_PER_MINUTE = 60
_LATEST = 20
_STYLES = {Status.COMPLETED: "green", Status.CANCELLED: "dim"}


def history(settings: Settings, screen: Console, *, everything: bool) -> int:
    """Show one line for each interview, the latest first, and what to do with them."""
    found = asyncio.run(summaries(settings))
    if not found:
        screen.print("No interviews yet. `greenroom practice` begins one.")
        return 0
    shown = found if everything else found[:_LATEST]
    screen.print(_table(shown))
    if len(shown) < len(found):
        screen.print(Text(f"… and {len(found) - len(shown)} more: --all shows them.", style="dim"))
    screen.print()
    waiting = [each for each in found if not each.status.is_final]
    for each in waiting[:_LATEST]:
        screen.print(Text.assemble("Go on:  ", (f"greenroom practice --resume {each.id}", "bold")))
    screen.print(Text.assemble("Report: ", (f"greenroom report {shown[0].id}", "bold")))
    return 0


def find(settings: Settings, screen: Console, words: str) -> int:
    """Show what was said with these words in it, the best first; return 1 if there is nothing."""
    hits = asyncio.run(_search(settings, words))
    if not hits:
        screen.print(Text(f"Nobody said that: {words}", style="dim"))
        return 1
    for hit in hits:
        screen.print(Text.assemble((hit.interview, "bold"), f"  {hit.excerpt}"))
    screen.print()
    screen.print(Text.assemble("Report: ", (f"greenroom report {hits[0].interview}", "bold")))
    return 0


async def _search(settings: Settings, words: str) -> Sequence[Found]:
    async with SqlArchive.opened(settings.sql()) as archive:
        return await archive.search(words)


async def summaries(settings: Settings) -> Sequence[Summary]:
    """Return what is known of all interviews, the latest first."""
    async with SqlArchive.opened(settings.sql()) as archive:
        return await archive.summaries()


def _table(found: Sequence[Summary]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for heading in ("id", "began", "type", "company", "status"):
        table.add_column(heading, no_wrap=True)
    for heading in ("questions", "min"):
        table.add_column(heading, justify="right")
    for each in found:
        table.add_row(
            each.id,
            _began(each),
            each.type.label,
            each.pattern or "general",
            Text(each.status.replace("_", " "), style=_STYLES.get(each.status, "yellow")),
            str(each.questions),
            f"{each.used_s / SECONDS_PER_MINUTE:.0f}",
        )
    return table


def _began(summary: Summary) -> str:
    if summary.candidate == NEWCOMER.id:
        return "scripted"
    return f"{summary.began_at.astimezone():%Y-%m-%d %H:%M}"
