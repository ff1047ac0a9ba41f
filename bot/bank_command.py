"""`greenroom bank`: look at the questions, and check the files that they are in."""

from collections import Counter
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.settings import read_settings
from bot.wiring import open_bank
from core.bank.bank import Bank
from core.bank.mistakes import BankMistaken

app = typer.Typer(
    help="Questions, challenges, company patterns and personas.", no_args_is_help=True
)


@app.command("check")
def _check() -> None:
    """Validate every file; each mistake is named with its file, field and mend."""
    console = Console(highlight=False, soft_wrap=True)
    try:
        bank = open_bank(read_settings())
    except BankMistaken as error:
        for mistake in error.mistakes:
            console.print(str(mistake), markup=False)
        console.print(f"{len(error.mistakes)} mistakes.", style="red")
        raise typer.Exit(1) from error
    console.print(
        f"All is well: {len(bank.questions)} questions, {len(bank.challenges)} challenges, "
        f"{len(bank.patterns)} company patterns, {len(bank.personas)} personas."
    )


@app.command("list")
def _list(
    topic: Annotated[str | None, typer.Option(help="Only what is tagged with this topic.")] = None,
) -> None:
    """Show what can be asked, and the settings to ask it in."""
    bank = open_bank(read_settings())
    console = Console(highlight=False)
    console.print(_questions(bank, topic))
    if topic is None:
        console.print(_settings(bank))
        console.print(_topics(bank), style="dim")


def _questions(bank: Bank, topic: str | None) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0))
    for heading in ("id", "type", "level", "title", "topics"):
        table.add_column(heading)
    challenges = [challenge.question for challenge in bank.challenges.values()]
    for kind, questions in (("", bank.questions.values()), (" challenge", challenges)):
        for question in sorted(questions, key=lambda each: (each.type, each.level)):
            if topic is None or topic in question.topics:
                label = question.type.label + kind
                topics = ", ".join(question.topics)
                table.add_row(question.id, label, question.level, question.title, topics)
    return table


def _settings(bank: Bank) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
    for pattern in bank.patterns.values():
        mix = ", ".join(f"{share} % {type_.label}" for type_, share in pattern.mix.items())
        table.add_row(f"--company {pattern.id}", f"{pattern.minutes} min", mix)
    for persona in bank.personas.values():
        table.add_row(f"--persona {persona.id}", "", persona.about)
    return table


def _topics(bank: Bank) -> str:
    counts = Counter(topic for question in bank.questions.values() for topic in question.topics)
    return "Topics: " + ", ".join(f"{topic} ({n})" for topic, n in sorted(counts.items()))
