"""Text that Markdown takes as text, whatever it contains."""

import re

from adapters.documents.legible import legible, on_one_line

# Marks of emphasis, code, links, tables, headings and mathematics, wherever they stand.
_MARKS = re.compile(r"([\\`*_\[\]|~#$])")
# GitHub makes links of addresses without being asked.
_ADDRESSES = re.compile(r"(?<=\w)(:)(?=//)|(?<=www)(\.)|(?<=\S)(@)(?=\S)", re.IGNORECASE)
# Marks that are structure at the beginning of a line only: quotes, lists, rules, underlines.
_OPENINGS = re.compile(r"^(\d{0,9})([-+=>:.)])")
_INDENT = re.compile(r"^[ \t]+")
_TICKS = re.compile("`+")


def inline(text: str) -> str:
    """Return text for one line: a heading, a list's entry, a table's cell."""
    return _escaped(on_one_line(text))


def block(text: str) -> str:
    """Return text with its lines and paragraphs kept."""
    lines = (_escaped(line) for line in legible(text).strip("\n").split("\n"))
    # Two spaces at its end are what makes a line end there.
    return re.sub(r"(?<=[^\n])\n(?=[^\n])", "  \n", "\n".join(lines))


def quoted(text: str) -> str:
    """Return text as a quotation."""
    return "\n".join(f"> {line}" if line else ">" for line in block(text).split("\n"))


def fenced(text: str, language: str = "") -> str:
    """Return code, in a fence that is longer than any within it."""
    shown = legible(text).strip("\n")
    longest = max((len(ticks) for ticks in _TICKS.findall(shown)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{shown}\n{fence}"


def table(names: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> str:
    """Return a table; its cells are escaped here."""
    body = (f"| {' | '.join(inline(cell) for cell in row)} |" for row in rows)
    return "\n".join((f"| {' | '.join(names)} |", f"|{' --- |' * len(names)}", *body))


def bullets(items: tuple[str, ...], mark: str = "-") -> str:
    """Return a list of finished lines; `1.` numbers them."""
    return "\n".join(f"{mark} {item}" for item in items)


def bar(part: float, width: int = 20) -> str:
    """Return a bar for where no picture can be shown."""
    full = round(width * min(1.0, max(0.0, part)))
    return "█" * full + "░" * (width - full)


def _escaped(line: str) -> str:
    line = _INDENT.sub(lambda found: "\u00a0" * len(found[0].expandtabs(4)), line.rstrip())
    line = _MARKS.sub(r"\\\1", line)
    line = _ADDRESSES.sub(lambda found: f"\\{found[0]}", line)
    line = line.replace("&", "&amp;").replace("<", "&lt;")
    return _OPENINGS.sub(r"\1\\\2", line)
