"""The `greenroom` command: where it starts, and where everything that goes wrong has been said."""

import os
import sys
from pathlib import Path


def main() -> None:
    """Run the command; Ctrl-C is no accident, and a reader who has gone no error."""
    try:
        # By need: a Ctrl-C while this is imported is a Ctrl-C too.
        from adapters.console.screen import mute, write_plainly  # noqa: PLC0415
        from bot.commands import app  # noqa: PLC0415
    except KeyboardInterrupt:
        sys.exit(130)
    _open_what_is_closed()
    write_plainly()
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(130)
    except OSError as error:
        mute(error)
        sys.exit(1)


def _open_what_is_closed() -> None:
    """Let what would be shown go nowhere where a shell has closed it."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 -- open to the end
            setattr(sys, name, nowhere)
