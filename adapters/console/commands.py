"""The commands that a candidate can type, and what they do."""

from difflib import get_close_matches

from rich.table import Table
from rich.text import Text

COMMANDS = {
    "/hint": ("", "a hint, up to three for each question"),
    "/repeat": ("", "hear the question again"),
    "/skip": ("", "decline the question; it does not come back"),
    "/back": ("", "take the last answer back and give it again"),
    "/confidence": ("N", "say how sure you are of your answer, 1 to 5"),
    "/lang": ("L", "write code in python, javascript, java, cpp, go or rust"),
    "/run": ("FILE", "try the code in FILE on the examples"),
    "/submit": ("FILE", "hand in the code in FILE"),
    "/pause": ("", "stop the clock; /resume, or just answer, starts it again"),
    "/resume": ("", "start the clock again"),
    "/end": ("", "end the interview and get the report"),
    "/help": ("", "show this"),
}
KEYS = {
    "Enter": "sends; Alt+Enter begins a new line, a paste stays whole",
    "Tab": "completes a command or a file name",
    "Ctrl-C": "drops what you typed (Up brings it back); on an empty line it pauses and leaves",
    "Ctrl-D": "pauses and leaves",
}


def help_table() -> Table:
    """Return what /help shows."""
    table = Table(box=None, show_header=False, padding=(0, 2))
    for command, (takes, meaning) in COMMANDS.items():
        table.add_row(Text(f"{command} {takes}".strip(), style="bold"), meaning)
    words = "is your answer; plain words work too: “can I have a hint?”"
    table.add_row(Text("anything else", style="bold"), words)
    for key, meaning in KEYS.items():
        table.add_row(Text(key, style="bold"), Text(meaning, style="dim"))
    return table


def unknown(word: str) -> str:
    """Say that there is no such command, and which one might be meant."""
    near = get_close_matches(f"/{word}", COMMANDS, n=1)
    guess = f" Did you mean {near[0]}?" if near else " /help lists the commands."
    return f"There is no /{word[:40]}.{guess} An answer that begins with a slash needs a space before it."
