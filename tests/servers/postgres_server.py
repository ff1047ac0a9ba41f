"""A PostgreSQL of the tests' own: on a free port of this machine, fast and careless, gone with its parent."""

import os
import shutil
import signal
import socket
import subprocess
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

START_S = 30
TRIES = 3
# What makes a server safe against a power cut makes tests slow; a crash it survives even so.
CARELESS = "fsync=off full_page_writes=off max_wal_senders=0 wal_level=minimal"
# Everybody on this machine is let in, but for one, who has to know a password.
WHO_MAY = "local all all trust\nhost all locked_out 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\n"


@dataclass(slots=True)
class PostgresServer:
    """A server that can be stopped, killed and started anew, at the same address."""

    programs: Path
    folder: Path
    port: int = 0
    _child: "subprocess.Popen[bytes] | None" = field(default=None, repr=False)

    @property
    def url(self) -> str:
        """Where its own database is."""
        return f"postgresql://greenroom@127.0.0.1:{self.port}/postgres"

    @property
    def pid(self) -> int | None:
        """The number of its process, while it runs."""
        return self._child.pid if self._child else None

    def make(self) -> None:
        """Make its files."""
        if os.geteuid() == 0:
            # PostgreSQL does not run as root.
            shutil.chown(self.folder, "postgres", "postgres")
        make = ["--pgdata", str(self._data), "--username", "greenroom", "--auth", "trust"]
        like = ["--no-sync", "--encoding", "UTF8", "--locale", "C.UTF-8"]
        command = self._leashed("initdb", *make, *like)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 -- our own words
        (self._data / "pg_hba.conf").write_text(WHO_MAY)

    def start(self) -> None:
        """Start it, and return once it answers; only where the tests themselves run.

        A thread is what the kernel takes for its parent: started in another, it would end with that.
        """
        assert threading.current_thread() is threading.main_thread()
        for _ in range(TRIES):
            # Between finding a port and taking it, somebody else may take it: then try another.
            self.port = self.port or _free_port()
            with (self.folder / "log").open("ab") as log:
                self._child = subprocess.Popen(self._command(), stderr=log)  # noqa: S603 -- our own words
            if self._answers():
                return
            self.kill()
            self.port = 0
        raise AssertionError((self.folder / "log").read_text())

    def stop(self) -> None:
        """Stop it, as an administrator would who does not wait for its users."""
        self._end(signal.SIGINT)

    def kill(self) -> None:
        """End it at once, with all that it did not write down yet."""
        self._end(signal.SIGQUIT)

    def _end(self, how: signal.Signals) -> None:
        if self._child:
            self._child.send_signal(how)
            self._child.wait(START_S)
            self._child = None

    def _command(self) -> list[str]:
        told = [
            f"listen_addresses=127.0.0.1 port={self.port} unix_socket_directories={self.folder}"
        ]
        settings = " ".join([*told, CARELESS]).split()
        options = [part for setting in settings for part in ("-c", setting)]
        return self._leashed("postgres", "-D", str(self._data), *options)

    def _leashed(self, program: str, *options: str) -> list[str]:
        # The kernel ends it even if the tests are killed and no fixture is torn down.
        leash = ["setpriv", "--pdeathsig", "INT"]
        if os.geteuid() == 0:
            leash += ["--reuid", "postgres", "--regid", "postgres", "--clear-groups"]
        return [*leash, "--", str(self.programs / program), *options]

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    def _answers(self) -> bool:
        assert self._child
        ready = self._data / "postmaster.pid"
        until = time.monotonic() + START_S
        while time.monotonic() < until and self._child.poll() is None:
            # https://www.postgresql.org/docs/15/storage-file-layout.html says what is in that file.
            if ready.exists() and ready.read_text().rstrip().endswith("ready"):
                return True
            time.sleep(0.01)
        return False


def programs() -> Path | None:
    """Return the folder of the newest PostgreSQL; Debian keeps it out of the PATH."""
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(versions, key=lambda initdb: int(initdb.parts[-3]), default=None)
    found = newest or shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
