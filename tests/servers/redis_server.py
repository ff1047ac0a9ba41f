"""A Redis of the tests' own: on a free port of this machine, keeping nothing, gone with its parent."""

import shutil
import signal
import socket
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

START_S = 10
TRIES = 3


@dataclass(slots=True)
class RedisServer:
    """A server that can be killed and started anew, at the same address."""

    program: str
    folder: Path
    port: int = 0
    _child: "subprocess.Popen[bytes] | None" = field(default=None, repr=False)

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        """Start it, and return once it answers."""
        for _ in range(TRIES):
            # Between finding a port and taking it, somebody else may take it: then try another.
            self.port = self.port or _free_port()
            self._child = subprocess.Popen(self._command())  # noqa: S603 -- our own words
            if self._answers():
                return
            self.kill()
            self.port = 0
        raise AssertionError(f"{self.program} does not start")

    def kill(self) -> None:
        """Kill it outright, with all that it knew."""
        if self._child:
            self._child.kill()
            self._child.wait()
            self._child = None

    def pause(self) -> None:
        """Let it stand still, connections and all; killing it ends that."""
        assert self._child
        self._child.send_signal(signal.SIGSTOP)

    def _command(self) -> list[str]:
        # The kernel ends it even if the tests are killed and no fixture is torn down.
        setpriv = shutil.which("setpriv")
        leash = [setpriv, "--pdeathsig", "KILL", "--"] if setpriv else []
        server = [self.program, "--port", str(self.port), "--bind", "127.0.0.1"]
        quiet = ["--dir", str(self.folder), "--logfile", "redis.log"]
        return [*leash, *server, *quiet, "--save", "", "--appendonly", "no"]

    def _answers(self) -> bool:
        assert self._child
        until = time.monotonic() + START_S
        while time.monotonic() < until and self._child.poll() is None:
            try:
                with socket.create_connection(("127.0.0.1", self.port), timeout=1) as there:
                    there.sendall(b"PING\r\n")
                    return there.recv(16).startswith(b"+PONG") and self._child.poll() is None
            except OSError:
                time.sleep(0.01)
        return False


def program() -> str | None:
    """Return the server that is installed here."""
    return shutil.which("redis-server") or shutil.which("valkey-server")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
