"""Mistakes in bank files: which file, which field, what is wrong there, how to mend it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

_MENDS = {
    "missing": "add it",
    "extra_forbidden": "remove it, or correct its spelling",
    "string_too_short": "write more",
    "string_too_long": "shorten it",
    "too_short": "add more of them",
    "too_long": "remove some",
    "enum": "use one of the words named",
    "string_pattern_mismatch": "use lower-case letters and digits, joined as the others are",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """One thing that is wrong with a bank, said so that its author can mend it."""

    file: Path
    field: str
    wrong: str
    mend: str

    def __str__(self) -> str:
        return f"{self.file}: {self.field}: {self.wrong}; {self.mend}"


class BankMistaken(Exception):
    """The bank has mistakes; all of them are listed."""

    def __init__(self, mistakes: tuple[Mistake, ...]) -> None:
        super().__init__(f"{len(mistakes)} mistakes in the bank, the first: {mistakes[0]}")
        self.mistakes = mistakes


def explain(file: Path, error: ValidationError) -> Iterator[Mistake]:
    """Say each thing that validation found in terms of the file's own fields."""
    for detail in error.errors(include_url=False):
        field, wrong = _field_and_fault(detail)
        mend = _MENDS.get(detail["type"], "correct it")
        yield Mistake(file=file, field=field, wrong=wrong, mend=mend)


def _field_and_fault(detail: ErrorDetails) -> tuple[str, str]:
    fault = detail["msg"].removeprefix("Value error, ")
    field = _path(detail["loc"])
    # A check over a whole part names the field itself, since only it knows which one is off.
    head, colon, rest = fault.partition(": ")
    if colon and head.replace(".", "").replace("_", "").replace(" ", "").isalnum():
        field = f"{field}.{head}" if field else head
        fault = rest
    return field or "the file", fault[:1].lower() + fault[1:]


def _path(loc: tuple[int | str, ...]) -> str:
    said = ""
    for step in loc:
        # People count the parts of a file from one.
        said += f" {step + 1}" if isinstance(step, int) else f".{step}" if said else step
    return said
