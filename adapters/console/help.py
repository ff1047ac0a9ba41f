"""The commands that a candidate can type."""

from rich.table import Table

_COMMANDS = (
    ("/hint", "a hint, up to three for each question"),
    ("/repeat", "hear the question again"),
    ("/skip", "decline the question; it does not come back"),
    ("/back", "take the last answer back and give it again"),
    ("/confidence N", "say how sure you are of your answer, 1 to 5"),
    ("/lang L", "write code in python, javascript, java, cpp, go or rust"),
    ("/run FILE", "try the code in FILE on the examples"),
    ("/submit FILE", "hand in the code in FILE"),
    ("/pause, /resume", "stop the clock and start it again; Ctrl-D pauses and leaves"),
    ("/end", "end the interview and get the report"),
    ("/help", "show this"),
)


def _help() -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2))
    for command, meaning in _COMMANDS:
        table.add_row(f"[bold]{command}[/]", meaning)
    table.add_row(
        "[bold]anything else[/]", "is your answer; plain words work too: “can I have a hint?”"
    )
    return table


HELP = _help()
