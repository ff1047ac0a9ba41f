"""Messages of every kind, and a screen to show them on."""

from io import StringIO

from rich.console import Console, RenderableType

from core.domain import messages
from core.domain.challenge import Example, Language, Task
from core.domain.code import Purpose, Ruling, TestResult, Verdict
from core.domain.messages import Message, MessageId
from core.domain.question import InterviewType, Level
from core.domain.signature import Parameter, Signature

ID = MessageId("m:1")
# Markup, an emoji code, a terminal escape, right-to-left text with an override, a long word.
MISCHIEF = "[red]not red[/red] :smile: \x1b[31mescape\x07 שלום \u202eoverride " + "w" * 150
TASK = Task(
    statement="You are given a list of whole numbers and a target, and return two\npositions.\n\nA new paragraph.",
    constraints=("2 to 10,000 numbers",),
    minutes=15,
    signature=Signature(
        name="two_sum",
        parameters=(Parameter(name="numbers", type="list[int]"),),
        returns="list[int]",
    ),
    examples=(
        Example(arguments=([1, 2, 3],), result=[0, 1], why="1 and 2"),
        Example(arguments=([],), result=[]),
    ),
    starters={
        Language.PYTHON: "def two_sum(numbers):\n    ...\n",
        Language.GO: "func TwoSum(numbers []int) []int {\n}\n",
    },
)


def every_kind(text: str) -> dict[str, Message]:
    """Return a message of every kind, by its name; `text` is wherever text can be."""
    return {
        "say": messages.Say(id=ID, text=text),
        "code": messages.Say(id=ID, text=f"Like this:\n```python\n{text}\n```\nand so on"),
        "notice": messages.Notice(id=ID, text=text),
        "failure": messages.Notice(id=ID, text=text, is_failure=True),
        "ask": messages.Ask(
            id=ID,
            number=1,
            total=5,
            type=InterviewType.CODING,
            level=Level.HARD,
            title=text,
            lead=text,
            text=text,
        ),
        "present": messages.Present(
            id=ID, number=2, total=5, level=Level.EASY, title=text, lead="", task=TASK
        ),
        "follow-up": messages.FollowUp(id=ID, lead="I see.", text=text),
        "hint": messages.Hint(id=ID, rung=1, rungs=3, lead="", text=text),
        "verdict": messages.ShowVerdict(id=ID, purpose=Purpose.SUBMIT, verdict=verdict(text)),
        "pause": messages.Pause(id=ID, text=text),
        "farewell": messages.Farewell(id=ID, text=text),
        "report": messages.ShowReport(id=ID),
    }


def verdict(text: str = "") -> Verdict:
    return Verdict(
        ruling=Ruling.WRONG_ANSWER,
        isolation="docker",
        tests=(
            TestResult(name="empty", ruling=Ruling.ACCEPTED, wall_ms=3, memory_kb=1),
            TestResult(name=f"large {text}", ruling=Ruling.TIME_LIMIT, wall_ms=2000, memory_kb=1),
        ),
        output=text,
        message="",
    )


def shown(*parts: RenderableType, width: int = 80) -> str:
    """Return what a screen of that width shows, as plain text."""
    console = Console(
        file=StringIO(), width=width, markup=False, emoji=False, highlight=False, color_system=None
    )
    console.print(*parts)
    assert isinstance(console.file, StringIO)
    return "".join(f"{line.rstrip()}\n" for line in console.file.getvalue().split("\n"))


def squeezed(text: str) -> str:
    """Return text without the places where lines were broken."""
    return "".join(text.split())
