"""Where a candidate's lines come from: the keyboard, a pipe, a script."""

import asyncio
import sys
from collections.abc import Callable, Iterator
from typing import Protocol

from prompt_toolkit import PromptSession
from prompt_toolkit.formatted_text import HTML
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.patch_stdout import patch_stdout


class Lines(Protocol):
    """Gives the candidate's messages, one at a time."""

    async def next(self) -> str | None:
        """Return the next message; None when the candidate leaves."""
        ...

    def close(self) -> None:
        """Wait for no more messages."""
        ...


class Keyboard:
    """A person at a terminal: Enter sends, Alt+Enter begins a new line, a paste stays whole."""

    def __init__(self, status: Callable[[], str], typing: Callable[[], None]) -> None:
        self._typing = typing
        self._prompt: PromptSession[str] = PromptSession(
            HTML("<b>you ▸ </b>"),
            key_bindings=_keys(),
            multiline=True,
            prompt_continuation="      ",
            bottom_toolbar=status,
            refresh_interval=1,
        )
        self._prompt.default_buffer.on_text_changed += lambda _: typing()

    async def next(self) -> str | None:
        """Ask for a message; Ctrl-C drops what was typed, Ctrl-C or Ctrl-D on nothing leaves."""
        while True:
            try:
                with patch_stdout(raw=True):
                    return await self._prompt.prompt_async()
            except KeyboardInterrupt:
                if not self._prompt.default_buffer.text:
                    return None
            except EOFError:
                return None

    def close(self) -> None:
        """End a prompt that is still open."""
        if self._prompt.app.is_running:
            self._prompt.app.exit(exception=EOFError)


class Pipe:
    """Lines from a pipe or a redirected file."""

    def __init__(self) -> None:
        self._lines: Iterator[bytes] = iter(sys.stdin.buffer)

    async def next(self) -> str | None:
        """Read a line."""
        line = await asyncio.to_thread(next, self._lines, None)
        return None if line is None else line.decode("utf-8", errors="replace").rstrip("\n")

    def close(self) -> None:
        """Do nothing: a read that waits ends with the process."""


def _keys() -> KeyBindings:
    keys = KeyBindings()

    @keys.add("enter")
    def _send(event: KeyPressEvent) -> None:
        event.current_buffer.validate_and_handle()

    @keys.add("escape", "enter")
    def _new_line(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("\n")

    return keys
