"""`greenroom doctor`: every part, whether it is on, and how to turn it on."""

import platform
import shutil
from dataclasses import dataclass

from rich.table import Table

from adapters.sql import SqlArchive
from bot.settings import Settings
from bot.wiring import open_bank
from core.bank.mistakes import BankMistaken
from core.domain.errors import GreenroomError

_ENOUGH_MIB = 50
_LATER = "not in this version yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """How one part is; `needs` tells what would turn it on or mend it."""

    part: str
    state: str
    says: str
    needs: str = ""


async def examine(settings: Settings) -> tuple[Table, bool]:
    """Return the findings as a table, and whether everything that is on is well."""
    findings = [_python(), _bank(settings), await _database(settings), _disk(settings), *_absent()]
    table = Table(box=None, padding=(0, 2, 0, 0))
    for heading in ("part", "state", "what it is", "how to turn it on or mend it"):
        table.add_column(heading)
    for finding in findings:
        style = {"on": "green", "broken": "red"}.get(finding.state, "dim")
        table.add_row(finding.part, f"[{style}]{finding.state}[/]", finding.says, finding.needs)
    return table, all(finding.state != "broken" for finding in findings)


def _python() -> Finding:
    return Finding(part="python", state="on", says=platform.python_version())


def _bank(settings: Settings) -> Finding:
    try:
        bank = open_bank(settings)
    except BankMistaken as error:
        says = f"{len(error.mistakes)} mistakes"
        return Finding(part="bank", state="broken", says=says, needs="greenroom bank check")
    says = f"{len(bank.questions)} questions, {len(bank.challenges)} challenges"
    return Finding(part="bank", state="on", says=says, needs="BANK__FOLDERS adds your own")


async def _database(settings: Settings) -> Finding:
    try:
        async with SqlArchive.opened(settings.sql()) as archive:
            count = len(await archive.summaries())
    except GreenroomError as error:
        return Finding(part="event log", state="broken", says="SQLite", needs=error.reply)
    says = f"SQLite, {count} interviews, in {settings.greenroom_home}"
    return Finding(
        part="event log", state="on", says=says, needs="DATABASE__URL names another file"
    )


def _disk(settings: Settings) -> Finding:
    settings.greenroom_home.mkdir(mode=0o700, parents=True, exist_ok=True)
    free_mib = shutil.disk_usage(settings.greenroom_home).free // 2**20
    if free_mib < _ENOUGH_MIB:
        return Finding(part="disk", state="broken", says=f"{free_mib} MiB free", needs="make room")
    return Finding(part="disk", state="on", says=f"{free_mib:,} MiB free")


def _absent() -> list[Finding]:
    """Name what the design has a place for and this version does not hold."""
    parts = {
        "interviewer": ("on", "the offline bank, seeded", "a language model: " + _LATER),
        "evaluator": ("on", "offline rules, English", ""),
        "turns and timers": ("on", "in this process", "Redis: " + _LATER),
        "code runner": ("off", "/run and /submit keep code unjudged", _LATER),
        "Slack": ("off", "", _LATER),
        "Discord": ("off", "", _LATER),
        "speech": ("off", "", _LATER),
    }
    return [
        Finding(part=part, state=state, says=says, needs=needs)
        for part, (state, says, needs) in parts.items()
    ]
