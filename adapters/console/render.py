"""How each message looks in a terminal."""

from functools import singledispatch

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.padding import Padding
from rich.rule import Rule
from rich.syntax import Syntax
from rich.table import Table
from rich.text import Text

from core.domain import messages
from core.domain.challenge import Example, Language, Task
from core.domain.code import Ruling
from core.domain.messages import Message
from core.domain.signature import Signature

WIDTH = 96
_INDENT = (0, 0, 0, 2)


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
    return Text(message.text, style="yellow" if message.is_failure else "dim")


@render.register
def _(message: messages.Ask) -> RenderableType:
    head = f"Question {message.number} of {message.total}"
    about = f"{message.type.label} · {message.level} · {message.title}"
    return Group(*_lead(message.lead), _rule(head, about), _speech(message.text, strong=True))


@render.register
def _(message: messages.Present) -> RenderableType:
    head = f"Question {message.number} of {message.total}"
    about = f"coding challenge · {message.level} · {message.title}"
    return Group(*_lead(message.lead), _rule(head, about), _task(message.task))


@render.register
def _(message: messages.FollowUp) -> RenderableType:
    return _speech(f"{message.lead} {message.text}".strip())


@render.register
def _(message: messages.Hint) -> RenderableType:
    label = Text.assemble((f"Hint {message.rung} of {message.rungs}  ", "bold magenta"))
    label.append(f"{message.lead} {message.text}".strip())
    return Padding(label, _INDENT)


@render.register
def _(message: messages.ShowVerdict) -> RenderableType:
    verdict = message.verdict
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
    for test in verdict.tests:
        mark = "passed" if test.ruling is Ruling.ACCEPTED else test.ruling.replace("_", " ")
        table.add_row(Text(test.name), Text(mark), Text(f"{test.wall_ms:.0f} ms"))
    head = f"{verdict.ruling.replace('_', ' ')} · {verdict.passed} of {len(verdict.tests)} tests"
    said = Text("\n".join(part for part in (verdict.message, verdict.output) if part))
    return Group(Text(f"{head} · {verdict.isolation}", style="bold"), table, said)


@render.register
def _(message: messages.Pause) -> RenderableType:
    return _speech(message.text)


@render.register
def _(message: messages.Farewell) -> RenderableType:
    return _speech(message.text)


def _speech(text: str, *, strong: bool = False) -> RenderableType:
    said: list[RenderableType] = []
    for at, part in enumerate(text.split("```")):
        if at % 2:
            language, _, code = part.partition("\n")
            said.append(Syntax(code.rstrip(), language or "text", background_color="default"))
        elif part.strip():
            said.append(Text(part.strip(), style="bold" if strong else "cyan"))
    return Padding(Group(*said), _INDENT)


def _lead(lead: str) -> list[RenderableType]:
    return [_speech(lead)] if lead else []


def _rule(head: str, about: str) -> RenderableType:
    title = f"[bold]{head}[/] [dim]{escape(about)}[/]"
    return Padding(Rule(title, align="left", style="dim"), (1, 0, 0, 0))


def _task(task: Task) -> RenderableType:
    parts: list[RenderableType] = [Text(" ".join(task.statement.split()), style="bold")]
    parts.extend(Text(f"• {constraint}", style="dim") for constraint in task.constraints)
    parts.append(Text())
    parts.extend(_example(task.signature, example) for example in task.examples)
    starter = task.starters[Language.PYTHON]
    parts.extend((Text(), Syntax(starter.rstrip(), "python", background_color="default")))
    parts.append(
        Text(
            f"About {task.minutes} minutes. Talk me through your approach, write the code in your own "
            "editor, then /submit FILE. /lang changes the language, /hint and /skip are fine too.",
            style="dim",
        )
    )
    return Padding(Group(*parts), _INDENT)


def _example(signature: Signature, example: Example) -> Text:
    arguments = ", ".join(repr(argument) for argument in example.arguments)
    text = Text.assemble((f"{signature.name}({arguments}) → {example.result!r}", "green"))
    if example.why:
        text.append(f"   {example.why}", style="dim")
    return text
