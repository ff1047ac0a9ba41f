"""How each message looks in a terminal."""

from functools import singledispatch

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.syntax import Syntax
from rich.table import Table
from rich.text import Text

from adapters.console.prose import clean, unfolded
from core.domain import messages
from core.domain.challenge import Example, Language, Task
from core.domain.code import Ruling
from core.domain.interview import OpenQuestion
from core.domain.messages import Message
from core.domain.signature import Signature

_INDENT = (0, 0, 0, 2)
_LONGEST_ECHO = 3_000
_FENCE = "```"
# The terminal's own colours, which are legible on a light and on a dark ground.
_THEME = "ansi_dark"


@singledispatch
def render(message: Message) -> RenderableType:
    """Return what the terminal shows of a message; the report is shown by itself."""
    del message
    return Group()


@render.register
def _(message: messages.Say) -> RenderableType:
    return _speech(message.text)


@render.register
def _(message: messages.Notice) -> RenderableType:
    return Text(clean(message.text), style="yellow" if message.is_failure else "dim")


@render.register
def _(message: messages.Ask) -> RenderableType:
    about = f"{message.type.label} · {message.level} · {message.title}"
    head = _head(message.number, message.total, about)
    return Group(*_lead(message.lead), head, _speech(message.text, strong=True))


@render.register
def _(message: messages.Present) -> RenderableType:
    about = f"coding challenge · {message.level} · {message.title}"
    head = _head(message.number, message.total, about)
    return Group(*_lead(message.lead), head, _task(message.task))


@render.register
def _(message: messages.FollowUp) -> RenderableType:
    return _speech(f"{message.lead} {message.text}".strip())


@render.register
def _(message: messages.Hint) -> RenderableType:
    label = Text(f"Hint {message.rung} of {message.rungs}  ", style="bold magenta")
    label.append(clean(f"{message.lead} {message.text}".strip()), style="not bold default")
    return Padding(label, _INDENT)


@render.register
def _(message: messages.ShowVerdict) -> RenderableType:
    verdict = message.verdict
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
    for test in verdict.tests:
        mark = "passed" if test.ruling is Ruling.ACCEPTED else test.ruling.replace("_", " ")
        style = "green" if test.ruling is Ruling.ACCEPTED else "red"
        table.add_row(Text(clean(test.name)), Text(mark, style=style), f"{test.wall_ms:.0f} ms")
    head = f"{verdict.ruling.replace('_', ' ')} · {verdict.passed} of {len(verdict.tests)} tests"
    said = "\n".join(part for part in (verdict.message, verdict.output) if part)
    parts = (Text(f"{head} · {verdict.isolation}", style="bold"), table, Text(clean(said)))
    return Padding(Group(*parts), _INDENT)


@render.register
def _(message: messages.Pause) -> RenderableType:
    return _speech(message.text)


@render.register
def _(message: messages.Farewell) -> RenderableType:
    return _speech(message.text)


def starter(task: Task, language: Language) -> RenderableType:
    """Return the code that a challenge starts from, and how to hand it in."""
    how = (
        f"About {task.minutes} minutes. Talk me through your approach, write the code in your own "
        "editor, then /submit FILE. /lang changes the language, /hint and /skip are fine too."
    )
    code: RenderableType
    if language in task.starters:
        code = _code(task.starters[language], language)
    else:
        others = ", ".join(task.starters)
        code = Text(f"There is no starter code in {language}; there is in {others}.", style="dim")
    return Padding(Group(Text(), code, Text(), Text(how, style="dim")), _INDENT)


def recollection(open_: OpenQuestion, total: int, language: Language) -> RenderableType:
    """Return the open question, and the last words on it, for somebody who comes back to it."""
    question = open_.question
    head = _head(open_.number, total, f"{question.level} · {question.title}")
    parts: list[RenderableType] = [head]
    if open_.task:
        parts.extend((_task(open_.task), starter(open_.task, language)))
    elif open_.prompt != question.ask:
        # The interviewer repeats what was asked last, so the question behind it is to be told here.
        parts.append(_speech(question.ask, strong=True))
    if open_.answers:
        parts.extend((Text(), echo(open_.answers[-1].text)))
    return Group(*parts)


def echo(line: str) -> Table:
    """Return a candidate's line; of a very long one, its beginning."""
    said = clean(line).strip()
    text = Text(said[:_LONGEST_ECHO])
    if len(said) > _LONGEST_ECHO:
        text.append(f" … ({len(said):,} characters)", style="dim")
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_row(Text("you ▸", style="bold"), text)
    return table


def _speech(text: str, *, strong: bool = False) -> RenderableType:
    said: list[RenderableType] = []
    for at, part in enumerate(clean(text).split(_FENCE)):
        if at % 2:
            language, _, code = part.partition("\n")
            said.append(_code(code, language or "text"))
        elif part.strip():
            said.append(Text(unfolded(part.strip()), style="bold" if strong else "cyan"))
    return Padding(Group(*said), _INDENT)


def _code(code: str, language: str) -> Syntax:
    shown = clean(code).rstrip()
    return Syntax(shown, language, theme=_THEME, background_color="default", word_wrap=True)


def _lead(lead: str) -> list[RenderableType]:
    return [_speech(lead), Text()] if lead else []


def _head(number: int, total: int, about: str) -> RenderableType:
    title = Text.assemble((f"Question {number} of {total} ", "bold"), (clean(about), "dim"))
    return Rule(title, align="left", style="dim")


def _task(task: Task) -> RenderableType:
    parts: list[RenderableType] = [Text(unfolded(clean(task.statement).strip()), style="bold")]
    parts.extend(Text(f"• {clean(constraint)}", style="dim") for constraint in task.constraints)
    parts.append(Text())
    parts.extend(_example(task.signature, example) for example in task.examples)
    return Padding(Group(*parts), _INDENT)


def _example(signature: Signature, example: Example) -> Text:
    arguments = ", ".join(repr(argument) for argument in example.arguments)
    text = Text(f"{signature.name}({arguments}) → {example.result!r}", style="green")
    if example.why:
        text.append(f"   {clean(example.why)}", style="dim not green")
    return text
