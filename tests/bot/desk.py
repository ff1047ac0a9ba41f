"""The command, run in this process."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from bot.commands import app

Greenroom = Callable[..., "Said"]


@dataclass(frozen=True, slots=True)
class Said:
    """What came of a command."""

    code: int
    out: str
    err: str

    @property
    def sentences(self) -> str:
        """All that it said, without lines and boxes."""
        return " ".join(re.sub("[│╭╮╰╯─]", " ", self.out + self.err).split())


def run(*arguments: str | Path) -> Said:
    """Run the command."""
    result = CliRunner().invoke(app, [str(each) for each in arguments], prog_name="greenroom")
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Said(result.exit_code, result.stdout, result.stderr)
