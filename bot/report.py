"""A report: its card on the screen, its files in a folder."""

import asyncio
import os
from pathlib import Path

import typer
from rich.console import Console
from rich.text import Text

from adapters.console.card import card
from adapters.documents import Documents
from bot.finding import found
from bot.library import library
from bot.settings import Settings
from bot.trouble import FAILED
from core.domain.errors import ReportNotWritten
from core.domain.interview import InterviewId
from core.report.desk import Desk


def report(settings: Settings, screen: Console, wanted: str, out: Path | None) -> int:
    """Show the report on the interview that is meant; return the exit code."""
    check_folder(out)
    return asyncio.run(_report(settings, screen, wanted, out))


async def _report(settings: Settings, screen: Console, wanted: str, out: Path | None) -> int:
    async with library(settings) as kept:
        id_ = found(wanted, await kept.archive.summaries())
        return await show(kept.desk, kept.documents, screen, id_, out or settings.reports / id_)


async def show(
    desk: Desk, documents: Documents, screen: Console, id_: InterviewId, folder: Path
) -> int:
    """Show a report's card and write its files; return the exit code."""
    made = await desk.of(id_)
    screen.print(card(made))
    try:
        paths = await documents.write(made, folder)
    except ReportNotWritten as error:
        again = f"{error.reply} `greenroom report {id_} --out FOLDER` does that."
        screen.print(Text(again, style="yellow"))
        return FAILED
    names = ", ".join(path.name for path in paths)
    screen.print(Text(f"Written to {folder}: {names}", style="dim"))
    return 0


def check_folder(folder: Path | None) -> None:
    """Refuse a folder that could not be written into, before an hour is spent on what goes there."""
    if folder is None:
        return
    try:
        nearest = next(each for each in (folder, *folder.absolute().parents) if each.exists())
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        raise _misused(f"{folder} cannot be a folder: {why}. Choose another one.") from error
    if not nearest.is_dir():
        raise _misused(f"{folder} is a file, or lies under one. Choose a folder.")
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise _misused(f"{folder} cannot be written to. Choose another folder.")


def _misused(sentence: str) -> typer.BadParameter:
    return typer.BadParameter(sentence, param_hint="--out")
