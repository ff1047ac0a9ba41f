"""The commands and their options; what they do is in `bot.work`."""

# ruff: noqa: FBT002, PLR0913, PLR0917 -- a command's options are its parameters

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from bot import completion
from bot.jobs import CheckBank, Examine, Job, ListBank, ListInterviews, Practice, Run, ShowReport
from bot.work import do
from core.domain.challenge import Language
from core.domain.question import InterviewType, Level

_EXAMPLES = """
**Examples**

`greenroom practice` begins a mixed interview of an hour.

`greenroom practice --type behavioral --questions 3 --minutes 20` begins a short one.

`greenroom practice --company startup --persona bar-raiser` is as tough as it gets.

`greenroom practice --resume last` goes on where you left.

`greenroom practice --script answers.txt --seed 7 --out report` plays a script, without a terminal.
"""
# What an interview that goes on has long since got.
_SETTLED = ("type_", "company", "difficulty", "questions", "minutes", "persona", "hints", "seed")

app = typer.Typer(
    name="greenroom",
    help="Mock interviews where a team already talks; here, in your terminal.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)
bank = typer.Typer(
    help="Questions, challenges, company patterns and personas.", no_args_is_help=True
)
app.add_typer(bank, name="bank")


def _one_of(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}"


@app.command("practice", epilog=_EXAMPLES)
def _practice(
    context: typer.Context,
    type_: Annotated[
        InterviewType,
        typer.Option("--type", metavar="TYPE", help=f"What it is about: {_one_of(InterviewType)}."),
    ] = InterviewType.MIXED,
    company: Annotated[
        str | None,
        typer.Option(
            metavar="PATTERN",
            help="A company's pattern; `greenroom bank list` names them.",
            autocompletion=completion.companies,
        ),
    ] = None,
    difficulty: Annotated[
        Level,
        typer.Option(
            metavar="LEVEL", help=f"Where it starts: {_one_of(Level)}; it moves with you."
        ),
    ] = Level.MEDIUM,
    questions: Annotated[
        int, typer.Option(min=1, max=20, metavar="N", help="How many questions, up to 20.")
    ] = 5,
    minutes: Annotated[
        float | None,
        typer.Option(
            min=1,
            max=480,
            metavar="N",
            help="How long, 1 to 480; the pattern's time by default, else 60.",
        ),
    ] = None,
    persona: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="How the interviewer sounds; `greenroom bank list` names them.",
            autocompletion=completion.personas,
        ),
    ] = "neutral",
    language: Annotated[
        Language,
        typer.Option(metavar="LANGUAGE", help=f"What you write code in: {_one_of(Language)}."),
    ] = Language.PYTHON,
    hints: Annotated[bool, typer.Option(help="Whether hints may be asked for.")] = True,
    seed: Annotated[
        int | None,
        typer.Option(min=0, metavar="N", help="The same seed asks the same questions."),
    ] = None,
    script: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Play a text file, one message a line, instead of typing."
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The folder for the report's files.")
    ] = None,
    resume: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="Go on with a paused interview: its id, the beginning of it, or `last`.",
            autocompletion=completion.unfinished,
        ),
    ] = None,
) -> None:
    """Take an interview, and get a report with evidence.

    Type your answers; /help, once it runs, lists what else you can type. Nothing leaves your machine.
    """
    if resume is not None:
        _refuse_settled(context)
    _do(
        Practice(
            type=type_,
            company=company,
            level=difficulty,
            questions=questions,
            minutes=minutes,
            persona=persona,
            language=language,
            hints=hints,
            seed=seed,
            script=script,
            out=out,
            resume=resume,
        )
    )


@app.command("run")
def _run() -> None:
    """Keep interviews going until you stop it: what waits is handled, clocks are kept.

    Run as many as you like on one PostgreSQL and one Redis.
    """
    _do(Run())


@app.command("history")
def _history(
    everything: Annotated[
        bool, typer.Option("--all", help="All of them, not the latest alone.")
    ] = False,
    find: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help="Only where all these words were said, with the place."),
    ] = None,
) -> None:
    """List your interviews, the paused ones with how to go on."""
    _do(ListInterviews(everything, find))


@app.command("report")
def _report(
    id_: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="The interview: its id, the beginning of it, or `last`.",
            autocompletion=completion.interviews,
        ),
    ],
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The folder for the report's files.")
    ] = None,
) -> None:
    """Show an interview's report and write its files."""
    _do(ShowReport(id_, out))


@app.command("doctor")
def _doctor() -> None:
    """Say of every part whether it is on, and how to turn it on."""
    _do(Examine())


@bank.command("check")
def _check() -> None:
    """Validate every file; each mistake is named with its file, field and mend."""
    _do(CheckBank())


@bank.command("list")
def _list(
    topic: Annotated[
        str | None, typer.Option(metavar="TOPIC", help="Only what is tagged with this topic.")
    ] = None,
) -> None:
    """Show what can be asked, and the settings to ask it in."""
    _do(ListBank(topic))


def _refuse_settled(context: typer.Context) -> None:
    for parameter in context.command.params:
        source = context.get_parameter_source(parameter.name or "")
        if parameter.name in _SETTLED and source and source.name == "COMMANDLINE":
            raise typer.BadParameter(
                "An interview that goes on keeps its settings. Leave this out with --resume.",
                param_hint=parameter.opts[0],
            )


def _do(job: Job) -> None:
    raise typer.Exit(do(job))
