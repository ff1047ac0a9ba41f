"""Reads single files of a bank folder, and says why where that does not work."""

import re
import tomllib
from pathlib import Path

from core.bank.mistakes import Mistake

# A question is a few kilobytes; what is larger was put here by accident.
LARGEST_BYTES = 1_000_000
_TOML_PLACE = re.compile(r"(?P<wrong>.*?) \(at (?P<place>line \d+, column \d+|end of document)\)")


class UnreadableFile(Exception):
    """A file does not hold what it should."""

    def __init__(self, mistake: Mistake) -> None:
        super().__init__(str(mistake))
        self.mistake = mistake


def read_text(file: Path) -> str:
    """Return what a file holds; raise `UnreadableFile` if that is no text."""
    try:
        if not file.is_file():
            # Reading a pipe would wait for ever, and a link that leads nowhere is no file either.
            what = "it is a folder" if file.is_dir() else "it is no file, or a link to none"
            raise _unreadable(file, what, "put a text file of that name in its place")
        if (size := file.stat().st_size) > LARGEST_BYTES:
            wrong = f"it has {size / 1_000_000:.1f} MB, and a bank file has at most 1 MB"
            raise _unreadable(file, wrong, "make it shorter, or move it out of the bank")
        # Editors on Windows put an invisible mark in front.
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise _unreadable(file, "it is not UTF-8 text", "save it as UTF-8") from error
    except OSError as error:
        wrong = f"it cannot be read ({(error.strerror or 'no reason given').lower()})"
        raise _unreadable(file, wrong, "let Greenroom read it") from error


def read_toml(file: Path) -> dict[str, object]:
    """Return the fields that a file holds; raise `UnreadableFile` if it is not TOML."""
    text = read_text(file)
    try:
        fields = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _TOML_PLACE.match(str(error))
        wrong, place = (found["wrong"], found["place"]) if found else (str(error), "the file")
        wrong = f"it is not TOML here ({wrong[:1].lower()}{wrong[1:]})"
        place = "the end" if place == "end of document" else place
        raise _unreadable(file, wrong, "correct that place", place) from error
    except (ValueError, RecursionError) as error:
        wrong, mend = "a value in it is too large or too deeply nested", "simplify it"
        raise _unreadable(file, wrong, mend) from error
    if not fields:
        raise _unreadable(file, "it is empty", "fill it in, or remove it")
    return fields


def listed_in(folder: Path) -> list[Path]:
    """Return what lies in a folder, in order; raise `UnreadableFile` if it cannot be opened."""
    try:
        return sorted(each for each in folder.iterdir() if not each.name.startswith((".", "__")))
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        wrong = f"it cannot be opened ({(error.strerror or 'no reason given').lower()})"
        raise _unreadable(folder, wrong, "let Greenroom read it", "the folder") from error


def _unreadable(file: Path, wrong: str, mend: str, place: str = "the file") -> UnreadableFile:
    return UnreadableFile(Mistake(file=file, field=place, wrong=wrong, mend=mend))
