"""Mistakes in bank files: which file, which field, what is wrong there, how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


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
        count = "1 mistake" if len(mistakes) == 1 else f"{len(mistakes)} mistakes"
        super().__init__(f"{count} in the bank, the first: {mistakes[0]}")
        self.mistakes = mistakes


@dataclass(frozen=True, slots=True)
class Fault:
    """A mistake as the part of a file sees it that it is in; `field` is counted from there."""

    field: str
    wrong: str
    mend: str


class Faulty(ValueError):
    """A part of a file has faults; all of them are listed."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("; ".join(f"{fault.field}: {fault.wrong}" for fault in faults))
        self.faults = faults


def refuse(faults: Iterable[Fault]) -> None:
    """Raise `Faulty` if there are any faults."""
    if found := tuple(faults):
        raise Faulty(found)


def listed(words: Iterable[str], link: str = "and") -> str:
    """Return “a”, “b” and “c” as people write them."""
    *most, last = [f"“{word}”" for word in words]
    return f"{', '.join(most)} {link} {last}" if most else last
