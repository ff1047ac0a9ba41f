"""What a typed line means: words for the interviewer, a command, or a slip of the finger."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from adapters.console.commands import unknown
from adapters.console.prose import clean
from core.domain import arrivals
from core.domain.arrivals import Arrival
from core.domain.challenge import Language
from core.domain.code import SubmissionId
from core.domain.interview import CONSIDERED_CHARS
from core.domain.people import Origin, Speaker

CODE_BYTES = 64 * 1024
_MISSING = "There is no file {}. Save your code first, then try again."
_LONGEST_WAIT_S = 24 * 60 * 60
_CONFIDENCE = range(1, 6)


@dataclass(frozen=True, slots=True)
class Help:
    """The candidate wants to see the commands."""


@dataclass(frozen=True, slots=True)
class Wait:
    """A script lets time pass in silence."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Slip:
    """The line cannot be meant; `text` says how it could."""

    text: str


Meaning: TypeAlias = Arrival | Help | Wait | Slip | None


@dataclass(frozen=True, slots=True)
class Translator:
    """Translates one person's lines; `folders` is where the files of /run and /submit are looked for."""

    by: Speaker
    folders: tuple[Path, ...]
    language: Callable[[], Language]

    def __call__(self, line: str, origin: Origin) -> Meaning:
        """Return what a line means; nothing, if nothing was typed."""
        said = clean(line)
        if not said.strip():
            return None
        if not said.startswith("/"):
            return arrivals.AnswerGiven(by=self.by, origin=origin, text=said.strip())
        word, _, rest = re.sub(r"\s", " ", said[1:].strip(), count=1).partition(" ")
        return self._command(word.lower(), rest.strip(), origin)

    def _command(self, word: str, rest: str, origin: Origin) -> Meaning:
        if word in _PLAIN:
            return _PLAIN[word](by=self.by, origin=origin)
        meaning: Meaning
        match word:
            case "help" | "?":
                meaning = Help()
            case "lang":
                meaning = self._language(rest, origin)
            case "confidence":
                meaning = self._confidence(rest, origin)
            case "run" | "submit":
                meaning = self._code(word, rest, origin)
            case "wait":
                meaning = _wait(rest)
            case _:
                meaning = Slip(unknown(word))
        return meaning

    def _language(self, rest: str, origin: Origin) -> Meaning:
        try:
            language = Language(_NICKNAMES.get(rest.lower(), rest.lower()))
        except ValueError:
            return Slip(f"/lang takes one of {', '.join(Language)}.")
        return arrivals.LanguageChosen(by=self.by, origin=origin, language=language)

    def _confidence(self, rest: str, origin: Origin) -> Meaning:
        if not rest.isascii() or not rest.isdecimal() or int(rest) not in _CONFIDENCE:
            return Slip("/confidence takes a number from 1 (a guess) to 5 (certain).")
        return arrivals.ConfidenceGiven(by=self.by, origin=origin, value=int(rest))

    def _code(self, word: str, rest: str, origin: Origin) -> Meaning:
        if not rest:
            return Slip(f"/{word} takes the file that your code is in, like /{word} solution.py.")
        source = self._read(rest)
        if isinstance(source, Slip):
            return source
        suffix = Path(rest.strip("'\"")).suffix.removeprefix(".")
        kind = arrivals.CodeRun if word == "run" else arrivals.CodeSubmitted
        return kind(
            by=self.by,
            origin=origin,
            submission=SubmissionId(origin.message),
            language=_SUFFIXES.get(suffix) or self.language(),
            source=source,
        )

    def _read(self, name: str) -> str | Slip:
        try:
            wanted = Path(name.strip("'\"")).expanduser()  # a dragged file comes with quotes
            found = [path for folder in self.folders if (path := folder / wanted).is_file()]
            if not found:
                return Slip(_MISSING.format(name))
            with found[0].open("rb") as file:
                content = file.read(CODE_BYTES + 1)
            if len(content) > CODE_BYTES:
                return Slip(f"{name} is over {CODE_BYTES // 1024} KB; send the solution only.")
            return content.decode("utf-8-sig")
        except UnicodeDecodeError:
            return Slip(f"{name} is not a text file in UTF-8.")
        except RuntimeError:  # nobody has that home
            return Slip(_MISSING.format(name))
        except OSError as error:
            return Slip(
                f"{name[:80]} cannot be read: {(error.strerror or 'unknown reason').lower()}."
            )


def remark(meaning: Meaning) -> str | None:
    """Return what the candidate should know about an answer that is very long."""
    if not isinstance(meaning, arrivals.AnswerGiven) or len(meaning.text) <= CONSIDERED_CHARS:
        return None
    return (
        f"That is {len(meaning.text):,} characters. All of them are kept; "
        f"I read the first {CONSIDERED_CHARS:,}."
    )


def _wait(rest: str) -> Meaning:
    try:
        seconds = float(rest)
    except ValueError:
        seconds = -1
    if not 0 < seconds <= _LONGEST_WAIT_S:
        return Slip("/wait takes seconds, in a script, up to a day.")
    return Wait(seconds)


_PLAIN: Mapping[str, Callable[..., Arrival]] = {
    "hint": arrivals.HintAsked,
    "repeat": arrivals.RepeatAsked,
    "skip": arrivals.SkipAsked,
    "back": arrivals.BackAsked,
    "pause": arrivals.PauseAsked,
    "resume": arrivals.ResumeAsked,
    "end": arrivals.EndAsked,
}
_SUFFIXES = {
    "py": Language.PYTHON,
    "js": Language.JAVASCRIPT,
    "java": Language.JAVA,
    "cpp": Language.CPP,
    "go": Language.GO,
    "rs": Language.RUST,
}
_NICKNAMES = {"js": "javascript", "c++": "cpp", "py": "python", "golang": "go", "rs": "rust"}
