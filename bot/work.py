"""Does what was asked for; each job's modules come with it, so that `--help` need not wait for them."""

# ruff: noqa: PLC0415 -- the one place of imports by need: all of them together take two seconds

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console

from adapters.console.screen import Screen
from bot.jobs import (
    CheckBank,
    Examine,
    Job,
    ListBank,
    ListInterviews,
    Look,
    Practice,
    Run,
    ShowReport,
)
from bot.trouble import bugs_noted, exit_code

if TYPE_CHECKING:
    from bot.settings import Settings


def do(job: Job) -> int:
    """Do a job and return the exit code; whatever goes wrong is said in a sentence."""
    screen = Screen()
    return exit_code(lambda: _logged(job, screen))


def _logged(job: Job, screen: Console) -> int:
    with _busy(screen, takes_long=isinstance(job, Practice | Run)) as ready:
        from bot.logs import log_to
        from bot.settings import read_settings

        settings = read_settings()
        # An interview without a log could hide a bug; a look around need not be refused for it.
        is_needed = isinstance(job, Practice | Run)
        with log_to(settings.log_file, is_needed=is_needed), bugs_noted(settings.log_file):
            return _done(job, settings, screen, ready)


def _done(job: Job, settings: "Settings", screen: Console, ready: Callable[[], None]) -> int:
    match job:
        case Practice():
            from bot.practice import practice

            return practice(settings, job, screen, ready)
        case Run():
            from bot.lifecycle import run

            ready()
            return run(settings, screen)
        case _:
            return _looked(job, settings, screen)


def _looked(job: Look, settings: "Settings", screen: Console) -> int:
    match job:
        case ListInterviews(find=str(words)):
            from bot.history import find

            return find(settings, screen, words)
        case ListInterviews(everything=everything):
            from bot.history import history

            return history(settings, screen, everything=everything)
        case ShowReport(wanted=wanted, out=out):
            from bot.report import report

            return report(settings, screen, wanted, out)
        case Examine():
            from bot.doctor import doctor

            return doctor(settings, screen)
        case CheckBank():
            from bot.bank_lists import check

            return check(settings, screen)
        case ListBank(topic=topic):
            from bot.bank_lists import show

            return show(settings, screen, topic)


@contextmanager
def _busy(screen: Console, *, takes_long: bool) -> Iterator[Callable[[], None]]:
    """Show that something is on its way, until what this lends is called."""
    status = screen.status("Setting up the room…", spinner_style="dim")
    if takes_long and screen.is_terminal:
        status.start()
    try:
        yield status.stop
    finally:
        status.stop()
