"""The `greenroom` command: where it starts, and where everything that goes wrong has been said."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NoReturn

_SHOW_CURSOR = b"\x1b[?25h\n"


def main() -> None:
    """Run the command; Ctrl-C is no accident, and a reader who has gone no error."""
    with _leaving_at_once():
        _run()


def _run() -> None:
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


@contextmanager
def _leaving_at_once() -> Iterator[None]:
    """Obey Ctrl-C on the spot until an interview begins, which then takes it in hand itself.

    An exception would be lost now and then: Python ignores those that strike in the middle of an
    import, inside of a weak reference's callback. So early there is nothing to clean up.
    """
    before = signal.signal(signal.SIGINT, _leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _leave(number: int, frame: FrameType | None) -> NoReturn:
    del frame
    if os.isatty(1):
        os.write(1, _SHOW_CURSOR)
    os._exit(128 + number)


def _open_what_is_closed() -> None:
    """Let what would be shown go nowhere where a shell has closed it."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 -- open to the end
            setattr(sys, name, nowhere)
