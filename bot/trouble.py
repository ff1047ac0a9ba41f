"""The command's edge: whatever goes wrong ends here, in a sentence and an exit code."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import uuid4

import structlog
import typer

from core.bank.mistakes import BankMistaken
from core.domain.errors import GreenroomError

FAILED, INTERRUPTED = 1, 130
STOPPED = "Stopped. What you had sent is kept: `greenroom history` lists your interviews."
BROKEN = (
    "Something went wrong in Greenroom itself. What you had sent is kept: `greenroom history` lists "
    "your interviews. Reference {}; the log has the details: {}"
)

_log = structlog.get_logger()


class Broken(GreenroomError):
    """A bug: the log has it under a reference, people see a sentence."""


def exit_code(work: Callable[[], int]) -> int:
    """Do the work; return its exit code, or that of what went wrong."""
    try:
        return work()
    except KeyboardInterrupt:
        sys.stderr.write(f"\n{STOPPED}\n")
        return INTERRUPTED
    except (GreenroomError, BankMistaken, ExceptionGroup) as error:
        sys.stderr.write("".join(f"{sentence}\n" for sentence in _sentences(error)))
        return FAILED


@contextmanager
def bugs_noted(where: object) -> Iterator[None]:
    """Log what is a bug, and raise `Broken` in its place."""
    try:
        yield
    except (typer.BadParameter, typer.Exit):
        raise
    except Exception as error:
        if not any(_is_bug(each) for each in _apart(error)):
            raise
        reference = uuid4().hex[:8]
        _log.exception("command_failed", reference=reference)
        raise Broken(BROKEN.format(reference, where)) from error


def _apart(error: BaseException) -> Iterator[BaseException]:
    """Take apart what a group of tasks raised."""
    if isinstance(error, BaseExceptionGroup):
        for each in error.exceptions:
            yield from _apart(each)
    else:
        yield error


def _is_bug(error: BaseException) -> bool:
    return not isinstance(error, GreenroomError | BankMistaken)


def _sentences(error: BaseException) -> Iterator[str]:
    for each in dict.fromkeys(_apart(error)):
        match each:
            case GreenroomError(reply=reply):
                yield reply
            case BankMistaken(mistakes=mistakes):
                yield from map(str, mistakes)
            case _:
                # Bugs are noted before they come here, so this is what a caller did not expect.
                raise error
