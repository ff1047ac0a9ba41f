"""Ctrl-C, a request to stop and a terminal that closes: each pauses the interview and leaves."""

import asyncio
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@dataclass(slots=True)
class Leaving:
    """Which signal ends the sitting; a Ctrl-C that was typed into the prompt is one too."""

    number: signal.Signals = signal.SIGINT
    is_heard: bool = False
    stop: Callable[[], None] = lambda: None

    @property
    def exit_code(self) -> int:
        """What a shell expects of a program that a signal has ended."""
        return 128 + self.number


@contextmanager
def leaving() -> Iterator[Leaving]:
    """Call `stop` at the first signal; the second one is obeyed at once, as it always is."""
    loop = asyncio.get_running_loop()
    heard = Leaving()

    def hear(number: signal.Signals) -> None:
        heard.number, heard.is_heard = number, True
        _remove(loop)
        heard.stop()

    for number in _SIGNALS:
        loop.add_signal_handler(number, hear, number)
    try:
        yield heard
    finally:
        _remove(loop)


def _remove(loop: asyncio.AbstractEventLoop) -> None:
    for number in _SIGNALS:
        loop.remove_signal_handler(number)
