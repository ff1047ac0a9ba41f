"""Where bots are born: `python -m tests.crash.nursery` reads a `Life` a line, and forks for each.

All modules and questions are there before, so a new process begins within hundredths of a second.
"""

import asyncio
import logging
import os
import signal
import sys
import traceback

import structlog

from tests.crash.bot import LIFE, Life, live


def main() -> None:
    """Fork for each line."""
    # Who dies leaves nothing behind.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        if os.fork() == 0:
            _be(LIFE.validate_json(line))


def _be(life: Life) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    sys.stdin.close()
    try:
        asyncio.run(live(life))
    except BaseException:  # noqa: BLE001 -- whatever ends it, it must never go on as its own parent
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)
    os._exit(0)


def say_errors_only() -> None:
    """Log what is a bug, and not what fails for a while: that is what is tested here."""
    plain = structlog.dev.ConsoleRenderer(
        colors=False, exception_formatter=structlog.dev.plain_traceback
    )
    structlog.configure(
        processors=[structlog.contextvars.merge_contextvars, plain],
        wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


if __name__ == "__main__":
    say_errors_only()
    main()
