"""Where the log goes: in a terminal session to a file, so that it never talks over the interview."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import BinaryIO

import structlog

from core.domain.errors import StorageUnavailable


@contextmanager
def log_to(path: Path, *, is_needed: bool = True) -> Iterator[None]:
    """Write one JSON line an event to `path`; ids and sizes only, never what was said."""
    before = structlog.get_config()
    with _opened(path, is_needed=is_needed) as file, _written(file) as lines:
        others = _Others(lines)
        logging.getLogger().addHandler(others)
        structlog.configure(
            processors=[
                structlog.contextvars.merge_contextvars,
                structlog.processors.add_log_level,
                structlog.processors.TimeStamper(fmt="iso", utc=True),
                structlog.processors.format_exc_info,
                structlog.processors.JSONRenderer(),
            ],
            wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
            logger_factory=lambda *_: _Lines(lines),
            cache_logger_on_first_use=False,
        )
        try:
            yield
        finally:
            structlog.configure(**before)
            logging.getLogger().removeHandler(others)


class _Lines:
    """What structlog hands its lines to."""

    def __init__(self, lines: "SimpleQueue[str]") -> None:
        self._lines = lines

    def msg(self, message: str) -> None:
        self._lines.put(message)

    debug = info = warning = error = critical = exception = msg


class _Others(logging.Handler):
    """What libraries log goes to the same place."""

    def __init__(self, lines: "SimpleQueue[str]") -> None:
        super().__init__(logging.WARNING)
        self._lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        self._lines.put(self.format(record))


def _opened(path: Path, *, is_needed: bool) -> BinaryIO:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return path.open("ab", buffering=0)
    except OSError as error:
        if not is_needed:
            return Path(os.devnull).open("ab", buffering=0)
        why = (error.strerror or "unknown reason").lower()
        raise StorageUnavailable(
            f"Greenroom's folder {path.parent} cannot be written: {why}. "
            "Mend that, or set GREENROOM_HOME to another folder."
        ) from error


@contextmanager
def _written(file: BinaryIO) -> "Iterator[SimpleQueue[str]]":
    """Lend what lines are put into; a thread writes them down, so that nobody waits for the disk."""
    lines: SimpleQueue[str] = SimpleQueue()
    writer = Thread(target=_write, args=(lines, file), name="log", daemon=True)
    writer.start()
    try:
        yield lines
    finally:
        lines.put("")
        writer.join()


def _write(lines: "SimpleQueue[str]", file: BinaryIO) -> None:
    while line := lines.get():
        # A log on a full disk loses lines; the interview that it is about must not.
        with suppress(OSError):
            file.write(f"{line}\n".encode(errors="replace"))
