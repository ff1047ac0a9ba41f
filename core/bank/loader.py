"""Reads bank folders, and says every mistake in them at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from core.bank.bank import Bank
from core.bank.challenge_file import ChallengeFile
from core.bank.explain import explain
from core.bank.mistakes import BankMistaken, Mistake, listed
from core.bank.parts import Part
from core.bank.question_file import QuestionFile
from core.bank.reading import UnreadableFile, listed_in, read_text, read_toml
from core.bank.setting_files import PatternFile, PersonaFile
from core.bank.solution import check_solution
from core.domain.challenge import Challenge, Language
from core.domain.question import InterviewType, Question, QuestionId
from core.domain.setting import CompanyPattern, Persona

SHIPPED = Path(__file__).parent
FOLDERS = ("questions", "challenges", "patterns", "personas")
_SUFFIXES = {
    Language.PYTHON: "py",
    Language.JAVASCRIPT: "js",
    Language.JAVA: "java",
    Language.CPP: "cpp",
    Language.GO: "go",
    Language.RUST: "rs",
}
_File = TypeVar("_File", bound=Part)


def load(folders: Sequence[Path] = (SHIPPED,)) -> Bank:
    """Read the banks in `folders`; raise `BankMistaken` with every mistake in them.

    A later folder adds to an earlier one; the same id in both is a mistake, so that nobody's
    question is replaced unnoticed.
    """
    reader = _Reader()
    # A folder that is named twice is meant once.
    for folder in {folder.resolve(): folder for folder in folders}.values():
        reader.read(folder)
    if reader.mistakes:
        raise BankMistaken(tuple(reader.mistakes))
    return reader.bank()


@dataclass(slots=True)
class _Reader:
    questions: list[Question] = field(default_factory=list)
    challenges: list[Challenge] = field(default_factory=list)
    patterns: list[CompanyPattern] = field(default_factory=list)
    personas: list[Persona] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    # Which file has an id. Questions and challenges share theirs: both are asked.
    _owners: dict[tuple[str, str], Path] = field(default_factory=dict)

    def read(self, folder: Path) -> None:
        if not folder.is_dir():
            self._wrong(folder, "the folder", "there is no such folder", "correct the path")
        elif not any((folder / name).is_dir() for name in FOLDERS):
            wrong = f"it has no folder {listed(FOLDERS, 'or')}"
            self._wrong(folder, "the folder", wrong, "put the files into folders of these names")
        for path, question in self._read(folder / "questions", QuestionFile, "question"):
            self._check_place(path, question.type)
            self.questions.append(question.question())
        for place in self._listed(folder / "challenges"):
            self._read_challenge(place)
        for _, pattern in self._read(folder / "patterns", PatternFile, "pattern"):
            self.patterns.append(pattern.pattern())
        for _, persona in self._read(folder / "personas", PersonaFile, "persona"):
            self.personas.append(persona.persona())

    def bank(self) -> Bank:
        questions = sorted(self.questions, key=lambda each: each.id)
        challenges = sorted(self.challenges, key=lambda each: each.question.id)
        return Bank(
            questions={QuestionId(each.id): each for each in questions},
            challenges={QuestionId(each.question.id): each for each in challenges},
            patterns={each.id: each for each in sorted(self.patterns, key=lambda each: each.id)},
            personas={each.id: each for each in sorted(self.personas, key=lambda each: each.id)},
        )

    def _read_challenge(self, folder: Path) -> None:
        if not folder.is_dir():
            if folder.suffix == ".toml":
                mend = f"move it to {folder.stem}/challenge.toml, beside its reference.py"
                self._wrong(folder, "the file", "a challenge has a folder of its own", mend)
            return
        path = folder / "challenge.toml"
        if not path.exists():
            self._wrong(
                path, "the file", "it is missing", "write the challenge, or remove its folder"
            )
            return
        found = self._parse(path, ChallengeFile, "question", folder.name)
        solutions = self._solutions(folder)
        if found is not None:
            if source := solutions.get(Language.PYTHON):
                signature = found.signature.signature()
                self.mistakes += check_solution(folder / "reference.py", source, signature)
            self.challenges.append(found.challenge(solutions))

    def _solutions(self, folder: Path) -> dict[Language, str]:
        found: dict[Language, str] = {}
        for language, suffix in _SUFFIXES.items():
            path = folder / f"reference.{suffix}"
            if path.exists() or path.is_symlink():
                try:
                    found[language] = read_text(path)
                except UnreadableFile as error:
                    self.mistakes.append(error.mistake)
            elif language is Language.PYTHON:
                self._wrong(path, "the file", "it is missing", "write the reference solution")
        return found

    def _read(self, folder: Path, shape: type[_File], kind: str) -> Iterator[tuple[Path, _File]]:
        for path in self._files(folder):
            if found := self._parse(path, shape, kind, path.stem):
                yield path, found

    def _files(self, folder: Path) -> Iterator[Path]:
        """Yield the TOML files in a folder and in its folders."""
        for path in self._listed(folder):
            if path.suffix.lower() == ".toml":
                yield path
            elif path.is_symlink() and path.is_dir():
                # Links can lead in circles.
                wrong, mend = (
                    "it is a link to a folder, which is not followed",
                    "move the folder here",
                )
                self._wrong(path, "the folder", wrong, mend)
            else:
                yield from self._files(path)

    def _listed(self, folder: Path) -> list[Path]:
        try:
            return listed_in(folder)
        except UnreadableFile as error:
            self.mistakes.append(error.mistake)
            return []

    def _parse(self, path: Path, shape: type[_File], kind: str, named: str) -> _File | None:
        try:
            fields = read_toml(path)
        except UnreadableFile as error:
            self.mistakes.append(error.mistake)
            return None
        if isinstance(id_ := fields.get("id"), str):
            self._check_id(path, kind, id_, named)
        try:
            return shape.model_validate(fields)
        except ValidationError as error:
            self.mistakes += explain(path, shape, error)
            return None

    def _check_id(self, path: Path, kind: str, id_: str, named: str) -> None:
        if id_ != named:
            what = "folder" if path.name == "challenge.toml" else "file"
            wrong = f"it is “{id_}”, and the {what} is called “{named}”"
            self._wrong(path, "id", wrong, f"give the {what} and the {kind} one name")
        owner = self._owners.setdefault((kind, id_), path)
        if owner != path:
            self._wrong(path, "id", f"“{id_}” belongs to {owner} already", "choose another id")

    def _check_place(self, path: Path, type_: InterviewType) -> None:
        folder = path.parent.name
        if folder != type_ and folder in set(InterviewType):
            wrong = f"it is {type_}, and the file lies in the folder {folder}"
            self._wrong(path, "type", wrong, "correct it, or move the file")

    def _wrong(self, file: Path, place: str, wrong: str, mend: str) -> None:
        self.mistakes.append(Mistake(file=file, field=place, wrong=wrong, mend=mend))
