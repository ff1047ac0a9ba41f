"""The `greenroom` command."""

import asyncio
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer
from rich.console import Console

from bot import bank_command
from bot.doctor import examine
from bot.history import history_table, write_report
from bot.logs import log_to
from bot.practice import Wish, new_seed, practice
from bot.settings import Settings, read_settings
from bot.wiring import open_bank
from core.bank.mistakes import BankMistaken
from core.domain.challenge import Language
from core.domain.errors import GreenroomError
from core.domain.interview import InterviewId
from core.domain.question import InterviewType, Level
from core.domain.setup import Setup

WIDTH = 100
_T = TypeVar("_T")
LEFT = "\nStopped. What you had sent is kept: `greenroom history` lists your interviews."

app = typer.Typer(
    name="greenroom",
    help="Mock interviews where a team already talks; here, in your terminal.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(bank_command.app, name="bank")


@app.command("practice")
def _practice(
    type_: Annotated[
        InterviewType, typer.Option("--type", help="What the interview is about.")
    ] = InterviewType.MIXED,
    company: Annotated[
        str | None, typer.Option(help="A company pattern; `greenroom bank list` names them.")
    ] = None,
    difficulty: Annotated[
        Level, typer.Option(help="Where it starts; it moves with you.")
    ] = Level.MEDIUM,
    questions: Annotated[int, typer.Option(min=1, max=20, help="How many questions.")] = 5,
    minutes: Annotated[
        float | None,
        typer.Option(min=1, max=480, help="How long; the pattern's time by default, else 60."),
    ] = None,
    persona: Annotated[str, typer.Option(help="How the interviewer sounds.")] = "neutral",
    language: Annotated[
        Language, typer.Option(help="The language you write code in.")
    ] = Language.PYTHON,
    hints: Annotated[bool, typer.Option(help="Whether hints may be asked for.")] = True,
    seed: Annotated[
        int | None, typer.Option(min=0, help="The same seed asks the same questions.")
    ] = None,
    script: Annotated[
        Path | None, typer.Option(help="Play a text file, one message a line, instead of typing.")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="The folder for the report's files.")] = None,
    resume: Annotated[
        str | None, typer.Option(help="Go on with a paused interview.", metavar="ID")
    ] = None,
) -> None:
    """Take an interview, and get a report with evidence."""
    console = _console()
    settings = read_settings()
    with log_to(settings.log_file):
        setup = Setup(
            type=type_,
            pattern=company,
            level=difficulty,
            questions=questions,
            minutes=minutes or _minutes(settings, company),
            persona=persona,
            hints=hints,
            code_language=language,
            seed=new_seed() if seed is None else seed,
        )
        wish = Wish(
            setup=setup, resume=InterviewId(resume) if resume else None, script=script, out=out
        )
        raise typer.Exit(_run(practice(settings, wish, console)))


@app.command("history")
def _history() -> None:
    """List your interviews, the paused ones with how to go on."""
    settings = read_settings()
    with log_to(settings.log_file):
        _console().print(_run(history_table(settings)))


@app.command("report")
def _report(
    id_: Annotated[
        str, typer.Argument(metavar="ID", help="The interview; `greenroom history` lists them.")
    ],
    out: Annotated[Path | None, typer.Option(help="The folder for the report's files.")] = None,
) -> None:
    """Show an interview's report and write its files."""
    settings = read_settings()
    with log_to(settings.log_file):
        _run(write_report(settings, InterviewId(id_), out, _console()))


@app.command("doctor")
def _doctor() -> None:
    """Say of every part whether it is on, and how to turn it on."""
    table, is_well = _run(examine(read_settings()))
    _console().print(table)
    raise typer.Exit(0 if is_well else 1)


def main() -> None:
    """Run the command; whatever goes wrong is said in a sentence."""
    try:
        app()
    except BankMistaken as error:
        for mistake in error.mistakes:
            sys.stderr.write(f"{mistake}\n")
        sys.exit(1)
    except GreenroomError as error:
        sys.stderr.write(f"{error.reply}\n")
        sys.exit(1)
    except KeyboardInterrupt:
        sys.stderr.write(f"{LEFT}\n")
        sys.exit(130)


def _run(work: Coroutine[Any, Any, _T]) -> _T:
    return asyncio.run(work)


def _console() -> Console:
    console = Console(highlight=False)
    return Console(highlight=False, width=min(WIDTH, console.width))


def _minutes(settings: Settings, company: str | None) -> float:
    pattern = open_bank(settings).patterns.get(company) if company else None
    return pattern.minutes if pattern else 60
