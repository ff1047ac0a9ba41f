"""The bot as a process: run to its end, or talked with through a terminal of its own."""

import fcntl
import os
import pty
import re
import select
import shlex
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

SCRIPTS = Path(__file__).parent / "scripts"
ENTER, NEW_LINE, CTRL_C, CTRL_D = "\r", "\x1b\r", "\x03", "\x04"
_PATIENCE_S = 30
# A program asks like this where the cursor is, and shows less if it gets no answer.
_WHERE, _HERE = b"\x1b[6n", b"\x1b[1;1R"
# Colours, cursor movements and the like.
_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07]*\x07|[@-Z\\-_])")


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of a command."""

    code: int
    out: str
    err: str

    @property
    def sentences(self) -> str:
        """All that it said, on one line."""
        return " ".join(re.sub(r"[│╭╮╰╯─]", " ", self.out + self.err).split())


def greenroom(
    *arguments: str | Path, home: Path, given: bytes = b"", within: str = "{}", **variables: str
) -> Ran:
    """Run the command to its end; `within` is what stands around it in a shell."""
    command = shlex.join([sys.executable, "-m", "bot", *map(str, arguments)])
    done = subprocess.run(  # noqa: S603 -- the tests wrote the command
        ["/bin/bash", "-o", "pipefail", "-c", within.format(f"exec {command}")],
        input=given,
        capture_output=True,
        env=environment(home, variables),
        timeout=_PATIENCE_S,
        check=False,
    )
    ran = Ran(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode())
    assert "Traceback" not in ran.out + ran.err, ran.err
    return ran


@dataclass(slots=True)
class Terminal:
    """A terminal with the bot in it."""

    process: subprocess.Popen[bytes]
    _screen: int
    _shown: str = ""
    _read_up_to: int = 0

    def see(self, words: str) -> str:
        """Wait until the words are shown, and return all that was shown up to them."""
        deadline = time.monotonic() + _PATIENCE_S
        while (found := self._shown.find(words, self._read_up_to)) < 0:
            assert time.monotonic() < deadline, f"no {words!r} in:\n{self.page()}"
            assert self._read_on(deadline), f"it ended without {words!r}:\n{self.page()}"
        seen = self._shown[self._read_up_to : found + len(words)]
        self._read_up_to = found + len(words)
        return seen

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._screen, keys.encode())

    def say(self, words: str) -> None:
        """Type a message and send it."""
        self.type(words + ENTER)

    def end(self) -> int:
        """Wait for the end and return the exit code."""
        deadline = time.monotonic() + _PATIENCE_S
        while self._read_on(deadline):
            assert time.monotonic() < deadline, f"it did not end:\n{self.page()}"
        code = self.process.wait(_PATIENCE_S)
        assert "Traceback" not in self._shown
        return code

    def rest(self) -> str:
        """Return what was shown since the last words that were waited for."""
        return self._shown[self._read_up_to :]

    def page(self) -> str:
        """Return all that was shown, without the lines that are empty or redrawn."""
        lines = self._shown.replace("\r", "\n").splitlines()
        return "\n".join(line for line in lines if len(line.strip()) > 1)

    def _read_on(self, deadline: float) -> bool:
        ready, _, _ = select.select([self._screen], [], [], max(0, deadline - time.monotonic()))
        if not ready:
            return True
        try:
            more = os.read(self._screen, 65536)
        except OSError:  # how Linux says that the other end of a terminal is closed
            return False
        os.write(self._screen, _HERE * more.count(_WHERE))
        self._shown += _ESCAPES.sub("", more.decode(errors="replace"))
        return bool(more)


@contextmanager
def terminal(
    *arguments: str | Path, home: Path, width: int = 80, **variables: str
) -> Iterator[Terminal]:
    """Lend a terminal with the command running in it; what still runs at the end is killed."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, width, 0, 0))
    process = subprocess.Popen(  # noqa: S603 -- the tests wrote the command
        [sys.executable, "-m", "bot", *map(str, arguments)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment(home, {"TERM": "xterm-256color", **variables}),
        start_new_session=True,
    )
    os.close(theirs)
    try:
        yield Terminal(process, ours)
    finally:
        with suppress(ProcessLookupError):
            process.send_signal(signal.SIGKILL)
        process.wait()
        os.close(ours)


def environment(home: Path, variables: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of a person who has set nothing but the home folder."""
    ours = os.environ  # noqa: TID251 -- coverage and the shell find their way by it
    kept = {name: value for name, value in ours.items() if name.startswith(("COVERAGE", "PATH"))}
    return {**kept, "GREENROOM_HOME": str(home), "LANG": "C.UTF-8", **variables}
