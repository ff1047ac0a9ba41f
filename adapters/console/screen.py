"""The screen: never wider than is good to read, and never a reason to lose an interview."""

import codecs
import errno
import io
import os
import sys
from typing import TextIO

from rich.console import Console, ConsoleOptions

WIDEST = 100
PLAINLY = "greenroom_plainly"
_PLAIN = str.maketrans(
    {
        "▸": ">", "█": "#", "░": ".", "•": "*", "·": "-", "…": "...", "–": "-", "—": "-",
        "±": "+/-", "→": "->", "“": '"', "”": '"', "\u2018": "'", "’": "'",
    }
)  # fmt: skip


class Screen(Console):
    """Shows text as it is: no markup in it is obeyed, no emoji code replaced."""

    def __init__(self) -> None:
        super().__init__(highlight=False, markup=False, emoji=False)

    @property
    def options(self) -> ConsoleOptions:
        """Return how to lay things out now, since a window changes its size."""
        options = super().options
        return options.update(width=min(WIDEST, options.max_width))

    def _check_buffer(self) -> None:
        try:
            super()._check_buffer()
        except OSError as error:
            self.quiet = True
            mute(error)

    def on_broken_pipe(self) -> None:
        """Go on unheard: whoever read along has gone, and the interview is kept all the same."""
        self.quiet = True
        mute(BrokenPipeError(errno.EPIPE, "broken pipe"))


def write_plainly() -> None:
    """Let output that cannot show a character show a plainer one, instead of breaking off."""
    codecs.register_error(PLAINLY, _plainer)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=PLAINLY)


def mute(error: OSError) -> None:
    """Send further output nowhere; say why, unless the reader has simply gone."""
    _to_nowhere(sys.stdout)
    if error.errno not in (errno.EPIPE, errno.EIO):
        why = (error.strerror or "unknown reason").lower()
        sys.stderr.write(f"Nothing more can be shown here ({why}); what was saved is safe.\n")


def _to_nowhere(stream: TextIO) -> None:
    try:
        number = stream.fileno()
    except (OSError, ValueError):  # it stands for no file
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    # Python flushes what is left at its exit, and would complain then.
    os.dup2(nowhere, number)
    os.close(nowhere)


def _plainer(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    unknown = error.object[error.start : error.end]
    said = unknown.translate(_PLAIN).encode(error.encoding, "replace")
    return said, error.end
