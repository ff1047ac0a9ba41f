"""What is in the bank: the questions, the settings to ask them in, the mistakes in its files."""

from collections import Counter
from collections.abc import Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.bank import open_bank
from bot.settings import Settings
from core.bank.bank import Bank
from core.bank.mistakes import BankMistaken
from core.domain.question import InterviewType, Level, Question

_LEVELS = list(Level)


def check(settings: Settings, screen: Console) -> int:
    """Read every file; say each mistake, or that all is well."""
    try:
        bank = open_bank(settings)
    except BankMistaken as error:
        for mistake in error.mistakes:
            screen.print(str(mistake))
        count = len(error.mistakes)
        screen.print(Text(f"{count} mistake{'s' * (count > 1)}.", style="red"))
        return 1
    screen.print(
        f"All is well: {len(bank.questions)} questions, {len(bank.challenges)} challenges, "
        f"{len(bank.patterns)} company patterns, {len(bank.personas)} personas."
    )
    return 0


def show(settings: Settings, screen: Console, topic: str | None) -> int:
    """List what can be asked; without a topic, also the settings and the topics."""
    bank = open_bank(settings)
    kinds = list(_kinds(bank, topic))
    if not kinds:
        screen.print(Text(f"Nothing is tagged {topic!r}.", style="yellow"))
        screen.print(_topics(bank))
        return 1
    for kind, questions in kinds:
        screen.print(Text(f"{kind} ({len(questions)})", style="bold"))
        screen.print(_questions(questions))
        screen.print()
    if topic is None:
        screen.print(_settings(bank))
        screen.print()
        screen.print(_topics(bank))
    return 0


def _kinds(bank: Bank, topic: str | None) -> Iterator[tuple[str, list[Question]]]:
    challenges = [challenge.question for challenge in bank.challenges.values()]
    kinds = [(type_.label.capitalize(), _of(bank, type_)) for type_ in InterviewType]
    for kind, questions in (*kinds, ("Coding challenges", challenges)):
        fitting = [each for each in questions if topic is None or topic in each.topics]
        if fitting:
            yield kind, sorted(fitting, key=lambda each: (_LEVELS.index(each.level), each.title))


def _of(bank: Bank, type_: InterviewType) -> list[Question]:
    return [question for question in bank.questions.values() if question.type is type_]


def _questions(questions: list[Question]) -> Table:
    table = _table()
    table.add_column(width=6)
    table.add_column(ratio=1)
    table.add_column(ratio=1, style="dim")
    for question in questions:
        table.add_row(question.level, question.title, ", ".join(question.topics))
    table.expand = True
    return table


def _settings(bank: Bank) -> Table:
    table = _table()
    table.add_column(no_wrap=True, style="bold")
    for pattern in bank.patterns.values():
        mix = ", ".join(f"{share} % {type_.label}" for type_, share in pattern.mix.items())
        table.add_row(f"--company {pattern.id}", f"{pattern.minutes:g} min: {mix}")
    for persona in bank.personas.values():
        table.add_row(f"--persona {persona.id}", persona.about)
    return table


def _topics(bank: Bank) -> Text:
    questions = [*bank.questions.values(), *(each.question for each in bank.challenges.values())]
    counts = Counter(topic for question in questions for topic in question.topics)
    said = ", ".join(f"{topic} ({n})" for topic, n in sorted(counts.items()))
    return Text(f"--topic, one of: {said}", style="dim")


def _table() -> Table:
    return Table(box=None, padding=(0, 2, 0, 0), show_header=False)
