"""Reads bank folders, and says every mistake in them at once."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from core.bank.bank import Bank
from core.bank.challenge_file import ChallengeFile, check_solution
from core.bank.mistakes import BankMistaken, Mistake, explain
from core.bank.parts import Part
from core.bank.question_file import QuestionFile
from core.bank.setting_files import PatternFile, PersonaFile
from core.domain.challenge import Challenge, Language
from core.domain.question import Question, QuestionId
from core.domain.setting import CompanyPattern, Persona

SHIPPED = Path(__file__).parent
_SUFFIXES = {
    Language.PYTHON: "py",
    Language.JAVASCRIPT: "js",
    Language.JAVA: "java",
    Language.CPP: "cpp",
    Language.GO: "go",
    Language.RUST: "rs",
}
_File = TypeVar("_File", bound=Part)
_T = TypeVar("_T")


def load(folders: Sequence[Path] = (SHIPPED,)) -> Bank:
    """Read the banks in `folders`; raise `BankMistaken` with every mistake in them.

    A later folder adds to an earlier one; the same id in both is a mistake, so that nobody's
    question is replaced unnoticed.
    """
    reader = _Reader()
    for folder in folders:
        reader.read(folder)
    if reader.mistakes:
        raise BankMistaken(tuple(reader.mistakes))
    return reader.bank()


@dataclass(slots=True)
class _Reader:
    questions: dict[str, Question] = field(default_factory=dict)
    challenges: dict[str, Challenge] = field(default_factory=dict)
    patterns: dict[str, CompanyPattern] = field(default_factory=dict)
    personas: dict[str, Persona] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def read(self, folder: Path) -> None:
        if not folder.is_dir():
            self._wrong(folder, "the folder", "there is no such folder", "correct the path")
        for path in _files(folder, "questions/**/*.toml"):
            if found := self._parse(path, QuestionFile):
                self._add(path, path.stem, self.questions, found.question(), found.id)
        self._read_challenges(folder)
        self._read_settings(folder)

    def _read_challenges(self, folder: Path) -> None:
        for path in _files(folder, "challenges/*/challenge.toml"):
            if found_challenge := self._parse(path, ChallengeFile):
                challenge = found_challenge.challenge(self._solutions(path, found_challenge))
                self._add(path, path.parent.name, self.challenges, challenge, found_challenge.id)

    def _read_settings(self, folder: Path) -> None:
        for path in _files(folder, "patterns/*.toml"):
            if found_pattern := self._parse(path, PatternFile):
                pattern = found_pattern.pattern()
                self._add(path, path.stem, self.patterns, pattern, pattern.id)
        for path in _files(folder, "personas/*.toml"):
            if found_persona := self._parse(path, PersonaFile):
                persona = found_persona.persona()
                self._add(path, path.stem, self.personas, persona, persona.id)

    def bank(self) -> Bank:
        return Bank(
            questions={QuestionId(id_): self.questions[id_] for id_ in sorted(self.questions)},
            challenges={QuestionId(id_): self.challenges[id_] for id_ in sorted(self.challenges)},
            patterns={id_: self.patterns[id_] for id_ in sorted(self.patterns)},
            personas={id_: self.personas[id_] for id_ in sorted(self.personas)},
        )

    def _parse(self, path: Path, shape: type[_File]) -> _File | None:
        try:
            content = tomllib.loads(path.read_text(encoding="utf-8"))
            return shape.model_validate(content)
        except ValidationError as error:
            self.mistakes.extend(explain(path, error))
        except tomllib.TOMLDecodeError as error:
            self._wrong(path, "the file", f"it is not TOML: {error}", "correct that place")
        except UnicodeDecodeError:
            self._wrong(path, "the file", "it is not UTF-8 text", "save it as UTF-8")
        except OSError as error:
            self._wrong(path, "the file", f"it cannot be read ({error.strerror})", "let it be read")
        return None

    def _add(self, path: Path, named: str, known: dict[str, _T], new: _T, id_: str) -> None:
        if id_ != named:
            self._wrong(path, "id", f"it is {id_!r}, the path says {named!r}", "make them agree")
        if id_ in known:
            self._wrong(path, "id", f"{id_!r} is taken by another file", "choose another id")
        known[id_] = new

    def _solutions(self, path: Path, challenge: ChallengeFile) -> dict[Language, str]:
        found: dict[Language, str] = {}
        for language, suffix in _SUFFIXES.items():
            solution = path.parent / f"reference.{suffix}"
            if solution.exists():
                found[language] = solution.read_text(encoding="utf-8")
        if Language.PYTHON not in found:
            mend = "write the reference solution"
            self._wrong(path.parent / "reference.py", "the file", "it is missing", mend)
            return found
        try:
            check_solution(found[Language.PYTHON], challenge.signature.signature())
        except (SyntaxError, ValueError) as error:
            self._wrong(path.parent / "reference.py", "the function", str(error), "correct it")
        return found

    def _wrong(self, file: Path, place: str, wrong: str, mend: str) -> None:
        self.mistakes.append(Mistake(file=file, field=place, wrong=wrong, mend=mend))


def _files(folder: Path, pattern: str) -> Iterator[Path]:
    return iter(sorted(folder.glob(pattern)))
