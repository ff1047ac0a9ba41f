"""Where the log goes: in a terminal session to a file, so that it never talks over the interview."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import structlog

from core.domain.errors import StorageUnavailable


@contextmanager
def log_to(path: Path) -> Iterator[None]:
    """Write one JSON line an event to `path`; ids and sizes only, never what was said."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = path.open("a", encoding="utf-8")
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        raise StorageUnavailable(
            f"Greenroom's folder {path.parent} cannot be written: {why}. "
            "Mend that, or set GREENROOM_HOME to another folder."
        ) from error
    with file:
        structlog.configure(
            processors=[
                structlog.contextvars.merge_contextvars,
                structlog.processors.add_log_level,
                structlog.processors.TimeStamper(fmt="iso", utc=True),
                structlog.processors.format_exc_info,
                structlog.processors.JSONRenderer(),
            ],
            wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
            logger_factory=structlog.WriteLoggerFactory(file=file),
            cache_logger_on_first_use=False,
        )
        yield
