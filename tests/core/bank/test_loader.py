"""What can be wrong with files and folders themselves."""

import os
import shutil
import tomllib
from pathlib import Path

import pytest

from core.bank.loader import SHIPPED, load
from core.bank.mistakes import BankMistaken
from core.domain.question import QuestionId
from tests.core.bank.authors import CHALLENGE, PATTERN, PERSONA, QUESTION, REFERENCE, Author, told

EMPTY = "the file: it is empty; fill it in, or remove it"
NO_FILE = "the file: it is no file, or a link to none; put a text file of that name in its place"
NOT_PLAIN = "the file: a value in it is too large or too deeply nested; simplify it"


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("", EMPTY),
        ("# nothing yet\n", EMPTY),
        (
            "id: one",
            "line 1, column 3: it is not TOML here (expected '=' after a key in a key/value pair)",
        ),
        ('id = """', "the end: it is not TOML here (unterminated string); correct that place"),
        (
            "a = 1\na = 2",
            "the end: it is not TOML here (cannot overwrite a value); correct that place",
        ),
        (b'title = "caf\xe9"', "the file: it is not UTF-8 text; save it as UTF-8"),
        (
            'title = "collisions"'.encode("utf-16"),
            "the file: it is not UTF-8 text; save it as UTF-8",
        ),
        (f"a = {'[' * 5000}{']' * 5000}", NOT_PLAIN),
        (f"a = {'9' * 5000}", NOT_PLAIN),
        (
            "#" * 2_500_000,
            (
                "the file: it has 2.5 MB, and a bank file has at most 1 MB; "
                "make it shorter, or move it out of the bank"
            ),
        ),
    ],
    ids=lambda each: str(each[:24]),
)
def test_a_file_that_is_no_toml_is_told_so_with_its_place(
    author: Author, text: str | bytes, mistake: str
) -> None:
    author.write(QUESTION, text)

    [said] = author.is_told()
    assert said.startswith(f"{QUESTION}: {mistake}")


def test_the_mark_that_windows_editors_put_in_front_is_no_mistake(author: Author) -> None:
    author.write(QUESTION, b"\xef\xbb\xbf" + (SHIPPED / QUESTION).read_bytes())

    assert author.is_told() == []


def test_hidden_files_and_notes_are_left_alone(author: Author) -> None:
    author.write(Path("questions/._mac.toml"), b"\x00\x05\x16")
    author.write(Path("questions/README.md"), "How we write questions.")
    author.write(Path("challenges/README.md"), "How we write challenges.")

    assert author.is_told() == []


@pytest.mark.timeout(10)
def test_a_pipe_is_no_file_and_is_not_waited_for(author: Author) -> None:
    os.mkfifo(author.folder / "questions/one.toml")

    assert author.is_told() == [f"questions/one.toml: {NO_FILE}"]


def test_a_link_that_leads_to_itself_is_named(author: Author) -> None:
    path = author.folder / "questions/one.toml"
    path.symlink_to(path)

    assert author.is_told() == [f"questions/one.toml: {NO_FILE}"]


def test_a_linked_folder_is_not_followed_and_not_passed_over_in_silence(author: Author) -> None:
    (author.folder / "questions/again").symlink_to(author.folder / "questions")

    assert author.is_told() == [
        (
            "questions/again: the folder: it is a link to a folder, which is not followed; "
            "move the folder here"
        )
    ]


def test_a_folder_in_the_place_of_a_file_is_named(author: Author) -> None:
    (author.folder / "questions/one.toml").mkdir()
    (author.folder / REFERENCE).unlink()
    (author.folder / REFERENCE).mkdir()

    assert author.is_told() == [
        "questions/one.toml: the file: it is a folder; put a text file of that name in its place",
        f"{REFERENCE}: the file: it is a folder; put a text file of that name in its place",
    ]


def test_what_may_not_be_read_is_named(author: Author, monkeypatch: pytest.MonkeyPatch) -> None:
    # A test may run as root, to whom nothing is closed.
    def closed(path: Path, *_: object, **__: object) -> str:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_text", closed)

    assert author.is_told()[0] == (
        f"{QUESTION}: the file: it cannot be read (permission denied); let Greenroom read it"
    )


def test_a_folder_that_may_not_be_opened_is_named(
    author: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "iterdir", closed)

    assert author.is_told()[0] == (
        "questions: the folder: it cannot be opened (permission denied); let Greenroom read it"
    )


def test_an_error_without_a_reason_is_still_a_sentence(
    author: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> str:
        raise OSError

    monkeypatch.setattr(Path, "read_text", broken)

    assert "it cannot be read (no reason given)" in author.is_told()[0]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert told([tmp_path / "nowhere"], tmp_path) == [
        "nowhere: the folder: there is no such folder; correct the path"
    ]


def test_a_folder_that_holds_no_bank_is_named(tmp_path: Path) -> None:
    (tmp_path / "team" / "question").mkdir(parents=True)

    assert told([tmp_path / "team"], tmp_path) == [
        (
            "team: the folder: it has no folder “questions”, “challenges”, “patterns” or “personas”; "
            "put the files into folders of these names"
        )
    ]


def test_a_folder_that_is_listed_twice_is_read_once(author: Author) -> None:
    assert author.is_told(author.folder / "questions" / "..") == []


def test_the_same_id_within_a_folder_and_across_folders_is_told_with_its_owner(
    author: Author, tmp_path: Path
) -> None:
    other = Author(tmp_path / "other")
    for file in (QUESTION, CHALLENGE, REFERENCE, PATTERN, PERSONA):
        other.write(file, (author.folder / file).read_text("utf-8"))
    author.write(
        Path("questions/more/hash-map-collisions.toml"),
        (author.folder / QUESTION).read_text("utf-8"),
    )

    assert [said.partition("; ")[0] for said in author.is_told(other.folder)] == [
        f"questions/more/{QUESTION.name}: id: “hash-map-collisions” belongs to {QUESTION} already",
        f"{other.folder}/{QUESTION}: id: “hash-map-collisions” belongs to {QUESTION} already",
        f"{other.folder}/{CHALLENGE}: id: “two-sum” belongs to {CHALLENGE} already",
        f"{other.folder}/{PATTERN}: id: “startup” belongs to {PATTERN} already",
        f"{other.folder}/{PERSONA}: id: “neutral” belongs to {PERSONA} already",
    ]


def test_a_question_and_a_challenge_cannot_share_an_id(author: Author) -> None:
    text = (author.folder / QUESTION).read_text("utf-8")
    named = Path("questions/concepts/two-sum.toml")
    author.write(named, text.replace('"hash-map-collisions"', '"two-sum"'))

    assert author.is_told() == [
        f"{CHALLENGE}: id: “two-sum” belongs to {named} already; choose another id"
    ]


def test_an_id_that_is_taken_is_told_even_where_more_is_wrong(author: Author) -> None:
    author.write(Path("questions/more/hash-map-collisions.toml"), 'id = "hash-map-collisions"\n')

    said = author.is_told()

    assert f"“hash-map-collisions” belongs to {QUESTION} already" in said[0]
    assert "questions/more/hash-map-collisions.toml: level: it is missing; add it" in said


def test_a_challenge_in_a_folder_of_another_name_is_named(author: Author) -> None:
    (author.folder / "challenges/two-sum").rename(author.folder / "challenges/sum")

    assert author.is_told() == [
        (
            "challenges/sum/challenge.toml: id: it is “two-sum”, and the folder is called “sum”; "
            "give the folder and the question one name"
        )
    ]


def test_a_challenge_without_its_file_or_without_its_folder_is_named(author: Author) -> None:
    (author.folder / "challenges/empty").mkdir()
    author.write(Path("challenges/loose.toml"), 'id = "loose"')

    assert author.is_told() == [
        (
            "challenges/empty/challenge.toml: the file: it is missing; "
            "write the challenge, or remove its folder"
        ),
        (
            "challenges/loose.toml: the file: a challenge has a folder of its own; "
            "move it to loose/challenge.toml, beside its reference.py"
        ),
    ]


def test_the_team_s_own_bank_adds_to_the_shipped_one(author: Author) -> None:
    shutil.rmtree(author.folder)
    text = (SHIPPED / QUESTION).read_text("utf-8")
    author.write(Path("questions/ours.TOML"), text.replace('"hash-map-collisions"', '"ours"'))

    bank = load([SHIPPED, author.folder])

    assert QuestionId("ours") in bank.questions
    assert list(bank.questions) == sorted(bank.questions)


def test_the_exception_counts_in_plain_words(author: Author) -> None:
    author.write(QUESTION, "")
    with pytest.raises(BankMistaken, match=r"^1 mistake in the bank, the first: "):
        load([author.folder])

    author.write(PATTERN, "")
    with pytest.raises(BankMistaken, match=r"^2 mistakes in the bank, the first: "):
        load([author.folder])


def test_a_message_without_a_place_is_told_as_it_is(
    author: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wordless(text: str) -> dict[str, object]:
        raise tomllib.TOMLDecodeError(f"{text[:0]}Odd")

    monkeypatch.setattr(tomllib, "loads", wordless)

    assert author.is_told()[0] == (
        f"{QUESTION}: the file: it is not TOML here (odd); correct that place"
    )
