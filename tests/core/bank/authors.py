"""A bank of one file of each kind, for authors to make mistakes in."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.bank.loader import load
from core.bank.mistakes import BankMistaken

QUESTION = Path("questions/concepts/hash-map-collisions.toml")
CHALLENGE = Path("challenges/two-sum/challenge.toml")
REFERENCE = Path("challenges/two-sum/reference.py")
PATTERN = Path("patterns/startup.toml")
PERSONA = Path("personas/neutral.toml")


@dataclass(frozen=True, slots=True)
class Author:
    """Somebody who writes a bank in a folder of their own."""

    folder: Path

    def change(self, file: Path, old: str, new: str) -> None:
        """Change one place in a file."""
        text = (self.folder / file).read_text("utf-8")
        assert text.count(old) >= 1, f"{old!r} is not in {file}"
        self.write(file, text.replace(old, new, 1))

    def append(self, file: Path, more: str) -> None:
        """Add to the end of a file."""
        self.write(file, (self.folder / file).read_text("utf-8") + more)

    def prepend(self, file: Path, more: str) -> None:
        """Add to the beginning of a file, where the plain fields are."""
        self.write(file, more + (self.folder / file).read_text("utf-8"))

    def write(self, file: Path, text: str | bytes) -> None:
        """Write a file, and the folders that it is in."""
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def is_told(self, *also: Path) -> list[str]:
        """Return every mistake as it is printed, with paths from the folder on."""
        return told([self.folder, *also], self.folder)


def told(folders: Sequence[Path], root: Path) -> list[str]:
    """Return every mistake in `folders`, with paths from `root` on."""
    try:
        load(folders)
    except BankMistaken as error:
        return [str(mistake).replace(f"{root}/", "") for mistake in error.mistakes]
    return []
