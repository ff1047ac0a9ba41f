"""`greenroom doctor`: every part, whether it is on, and how to turn it on."""

import asyncio
import platform
import shutil

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.bank import open_bank
from bot.findings import Finding, State
from bot.health import of_sharing, of_storage
from bot.settings import Settings
from core.bank.mistakes import BankMistaken

_ENOUGH_MIB = 50
_LATER = "not in this version yet"


_STYLES = {State.ON: "green", State.OFF: "dim", State.BROKEN: "bold red"}


def doctor(settings: Settings, screen: Console) -> int:
    """Show the findings; return the exit code, which tells whether all that is on is well."""
    findings = [
        Finding(part="Python", state=State.ON, says=platform.python_version()),
        _bank(settings),
        _disk(settings),
        *asyncio.run(_servers(settings)),
        *_inside(),
        *_absent(),
    ]
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for heading in ("part", "state", "what it is, and how to turn it on or mend it"):
        table.add_column(heading)
    for finding in findings:
        says = Text(finding.says)
        if finding.needs:
            says.append(f"\n{finding.needs}", style="dim" if finding.state is State.ON else "")
        table.add_row(finding.part, Text(finding.state, style=_STYLES[finding.state]), says)
    screen.print(table)
    return int(any(finding.state is State.BROKEN for finding in findings))


async def _servers(settings: Settings) -> list[Finding]:
    return [*await of_storage(settings), await of_sharing(settings)]


def _bank(settings: Settings) -> Finding:
    try:
        bank = open_bank(settings)
    except BankMistaken as error:
        says = f"{len(error.mistakes)} mistake{'s' * (len(error.mistakes) > 1)}"
        needs = "`greenroom bank check` names each one with its mend."
        return Finding(part="bank", state=State.BROKEN, says=says, needs=needs)
    says = f"{len(bank.questions)} questions, {len(bank.challenges)} challenges"
    own = ", ".join(str(folder) for folder in settings.bank.folders)
    needs = f"with {own}" if own else "BANK__FOLDERS=/one/folder:/another adds your own."
    return Finding(part="bank", state=State.ON, says=says, needs=needs)


def _disk(settings: Settings) -> Finding:
    home = settings.greenroom_home
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        free_mib = shutil.disk_usage(home).free // 2**20
    except OSError as error:
        says = f"{home} cannot be used: {(error.strerror or 'unknown reason').lower()}"
        needs = "Mend that, or set GREENROOM_HOME to another folder."
        return Finding(part="home folder", state=State.BROKEN, says=says, needs=needs)
    says = f"{home}, {free_mib:,} MiB free"
    if free_mib < _ENOUGH_MIB:
        needs = "Make some room, or set GREENROOM_HOME to a folder on another disk."
        return Finding(part="home folder", state=State.BROKEN, says=says, needs=needs)
    needs = "GREENROOM_HOME names another folder."
    return Finding(part="home folder", state=State.ON, says=says, needs=needs)


def _inside() -> list[Finding]:
    """Name what works by itself, with what could take its place."""
    parts = {
        "interviewer": ("the offline bank, seeded", "A language model"),
        "evaluator": ("offline rules, for English answers", "A language model"),
    }
    return [
        Finding(part=part, state=State.ON, says=says, needs=f"{better} is {_LATER}.")
        for part, (says, better) in parts.items()
    ]


def _absent() -> list[Finding]:
    """Name what the design has a place for and this version does not hold."""
    parts = {
        "code runner": "Docker; until then /run and /submit keep code unjudged",
        "Slack": "interviews in threads and messages",
        "Discord": "interviews in voice channels and threads",
        "speech": "speaking and listening",
    }
    return [
        Finding(part=part, state=State.OFF, says=says, needs=f"This is {_LATER}.")
        for part, says in parts.items()
    ]
