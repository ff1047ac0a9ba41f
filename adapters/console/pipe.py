"""Lines from a pipe, a redirected file, or a terminal that cannot be drawn on."""

import asyncio
import os
from collections.abc import Callable

from adapters.console.lines import Leave, Line

_CHUNK = 64 * 1024


class Pipe:
    """One message a line, until the input ends.

    `ask` tells somebody who types that it is their turn; `echo` shows what nobody saw typed.
    """

    def __init__(
        self,
        *,
        ask: Callable[[], None] = lambda: None,
        echo: Callable[[str], None] = lambda _: None,
        number: int = 0,
    ) -> None:
        self._ask = ask
        self._echo = echo
        self._number = number
        self._unread = bytearray()
        self._ready = asyncio.Event()
        self._is_at_end = False
        self._is_closed = False

    async def next(self) -> Line:
        """Read a line."""
        self._ask()
        looked_at = 0
        while not self._is_closed:
            end = self._unread.find(b"\n", looked_at)
            if end >= 0:
                return self._taken(end + 1)
            if self._is_at_end:
                return self._taken(len(self._unread)) if self._unread else Leave.DONE
            looked_at = len(self._unread)
            await self._read_on()
        return Leave.DONE

    def offer(self, line: str) -> bool:
        """Decline: nobody is there to send it again."""
        del line
        return False

    def close(self) -> None:
        """Stop waiting for more."""
        self._is_closed = True
        self._ready.set()

    def _taken(self, size: int) -> str:
        line = self._unread[:size].decode("utf-8", errors="replace")
        del self._unread[:size]
        line = line.removesuffix("\n")
        if line.strip():
            self._echo(line)
        return line

    async def _read_on(self) -> None:
        # A thread that waits in `read` can be neither cancelled nor left behind, so it must not wait.
        await self._readable()
        if not self._is_closed:
            chunk = await asyncio.to_thread(os.read, self._number, _CHUNK)
            self._unread += chunk
            self._is_at_end = not chunk

    async def _readable(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            loop.add_reader(self._number, self._ready.set)
        except PermissionError:  # a plain file, which never makes anybody wait
            return
        try:
            await self._ready.wait()
        finally:
            loop.remove_reader(self._number)
            if not self._is_closed:
                self._ready.clear()
