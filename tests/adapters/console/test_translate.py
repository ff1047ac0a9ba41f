"""What a typed line means."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.console.prose import clean, unfolded
from adapters.console.translate import (
    CODE_BYTES,
    Help,
    Meaning,
    Slip,
    Translator,
    Wait,
    remark,
)
from core.domain import arrivals
from core.domain.challenge import Language
from core.domain.interview import CONSIDERED_CHARS
from core.domain.people import Origin, PersonId, Role, Speaker

ADA = Speaker(id=PersonId("ada"), name="Ada", role=Role.CANDIDATE)
ORIGIN = Origin("m1")


def meaning(line: str, *folders: Path, language: Language = Language.PYTHON) -> Meaning:
    return Translator(ADA, folders, lambda: language)(line, ORIGIN)


def slip(line: str, *folders: Path) -> str:
    found = meaning(line, *folders)
    assert isinstance(found, Slip)
    return found.text


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("/hint", arrivals.HintAsked),
        ("/HINT please", arrivals.HintAsked),
        ("/repeat", arrivals.RepeatAsked),
        ("/skip", arrivals.SkipAsked),
        ("/back", arrivals.BackAsked),
        ("/pause", arrivals.PauseAsked),
        ("/resume", arrivals.ResumeAsked),
        ("/end", arrivals.EndAsked),
        ("an answer", arrivals.AnswerGiven),
        (" /an answer that begins with a slash", arrivals.AnswerGiven),
    ],
)
def test_a_line_is_what_it_looks_like(line: str, kind: type) -> None:
    found = meaning(line)

    assert isinstance(found, kind)


@pytest.mark.parametrize("line", ["", "   ", "\n", "\x1b[31m", "\x07", "\ufeff"])
def test_a_line_of_nothing_means_nothing(line: str) -> None:
    found = meaning(line)

    assert found is None


def test_an_answer_of_several_lines_stays_whole() -> None:
    found = meaning("first\n  second\r\nthird")

    assert isinstance(found, arrivals.AnswerGiven)
    assert found.text == "first\n  second\nthird"


def test_help_can_be_asked_for_in_two_ways() -> None:
    found = [meaning("/help"), meaning("/?")]

    assert found == [Help(), Help()]


@pytest.mark.parametrize(("said", "value"), [("1", 1), ("5", 5), (" 3 ", 3)])
def test_confidence_is_a_number_from_one_to_five(said: str, value: int) -> None:
    found = meaning(f"/confidence {said}")

    assert isinstance(found, arrivals.ConfidenceGiven)
    assert found.value == value


@pytest.mark.parametrize("said", ["", "0", "6", "high", "٣", "4.5", "-1", "99999999999999999"])
def test_any_other_confidence_is_explained(said: str) -> None:
    text = slip(f"/confidence {said}")

    assert "1 (a guess) to 5 (certain)" in text


@pytest.mark.parametrize(
    ("said", "language"),
    [("python", "python"), ("JS", "javascript"), ("c++", "cpp"), ("golang", "go"), ("rs", "rust")],
)
def test_a_language_goes_by_several_names(said: str, language: str) -> None:
    found = meaning(f"/lang {said}")

    assert isinstance(found, arrivals.LanguageChosen)
    assert found.language == language


def test_a_language_that_is_not_offered_is_answered_with_those_that_are() -> None:
    text = slip("/lang cobol")

    assert text == "/lang takes one of python, javascript, java, cpp, go, rust."


def test_an_unknown_command_is_answered_with_the_nearest() -> None:
    text = slip("/hnt")

    assert text.startswith("There is no /hnt. Did you mean /hint?")


def test_a_command_like_none_is_answered_with_where_they_are_listed() -> None:
    text = slip("/xyzzy")

    assert "/help lists the commands" in text


def test_a_slash_alone_is_no_command() -> None:
    text = slip("/")

    assert text.startswith("There is no /.")


@pytest.mark.parametrize("said", ["", "soon", "0", "-5", "inf", "nan", "86401"])
def test_a_wait_that_is_no_time_is_explained(said: str) -> None:
    text = slip(f"/wait {said}")

    assert "seconds" in text


def test_a_script_can_let_time_pass() -> None:
    found = meaning("/wait 90")

    assert found == Wait(90)


@pytest.mark.parametrize(
    ("word", "kind"), [("run", arrivals.CodeRun), ("submit", arrivals.CodeSubmitted)]
)
def test_code_is_read_from_the_first_folder_that_has_it(
    word: str, kind: type, tmp_path: Path
) -> None:
    (tmp_path / "near").mkdir()
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "a.py").write_text("x = 1\n")

    found = meaning(f"/{word} a.py", tmp_path / "near", tmp_path / "far")

    assert isinstance(found, arrivals.CodeRun | arrivals.CodeSubmitted)
    assert isinstance(found, kind)
    assert (found.source, found.language) == ("x = 1\n", Language.PYTHON)


def test_a_file_name_may_be_quoted_and_hold_spaces(tmp_path: Path) -> None:
    (tmp_path / "my code.py").write_text("x = 1")

    found = meaning("/submit 'my code.py'", tmp_path)

    assert isinstance(found, arrivals.CodeSubmitted)


def test_the_ending_of_a_file_tells_its_language(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("x = 1")
    (tmp_path / "a.txt").write_text("x = 1")

    by_ending = meaning("/run a.js", tmp_path)
    by_choice = meaning("/run a.txt", tmp_path, language=Language.GO)

    assert isinstance(by_ending, arrivals.CodeRun)
    assert isinstance(by_choice, arrivals.CodeRun)
    assert (by_ending.language, by_choice.language) == (Language.JAVASCRIPT, Language.GO)


def test_a_command_for_code_without_a_file_is_explained() -> None:
    text = slip("/submit")

    assert text == "/submit takes the file that your code is in, like /submit solution.py."


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    text = slip("/run nothing.py", tmp_path)

    assert text.startswith("There is no file nothing.py.")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    text = slip("/run .", tmp_path)

    assert text.startswith("There is no file")


def test_code_that_is_too_long_is_refused(tmp_path: Path) -> None:
    (tmp_path / "long.py").write_bytes(b"#" * (CODE_BYTES + 1))

    text = slip("/run long.py", tmp_path)

    assert text == "long.py is over 64 KB; send the solution only."


def test_code_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pyc").write_bytes(b"\xff\xfe\x00")

    text = slip("/run a.pyc", tmp_path)

    assert text == "a.pyc is not a text file in UTF-8."


def test_a_name_that_no_disk_can_hold_is_refused(tmp_path: Path) -> None:
    text = slip(f"/run {'n' * 5_000}", tmp_path)

    assert text.endswith("cannot be read: file name too long.")


def test_a_home_that_nobody_has_is_no_file(tmp_path: Path) -> None:
    text = slip("/run ~nobody-has-this-name/a.py", tmp_path)

    assert text.startswith("There is no file")


def test_a_long_answer_is_remarked_on() -> None:
    long = arrivals.AnswerGiven(by=ADA, text="x" * 1_000_000)
    short = arrivals.AnswerGiven(by=ADA, text="x" * CONSIDERED_CHARS)

    said = remark(long)

    assert said == "That is 1,000,000 characters. All of them are kept; I read the first 20,000."
    assert remark(short) is None
    assert remark(Help()) is None


def test_an_answer_of_a_megabyte_is_kept_whole() -> None:
    found = meaning("word " * 200_000)

    assert isinstance(found, arrivals.AnswerGiven)
    assert len(found.text) == 999_999


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x9b31mred", "red"),
        ("\x1b]0;a title\x07after", "after"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("a\x00b\x08c\x7fd", "abcd"),
        ("\u202eevil\u202c", "evil"),
        ("\udce4", "\ufffd"),
        ("one\rtwo\r\nthree", "one\ntwo\nthree"),
    ],
)
def test_what_a_terminal_would_obey_is_taken_out(typed: str, seen: str) -> None:
    assert clean(typed) == seen


@pytest.mark.parametrize(
    "said", ["שלום, אני עובד על זה", "مرحبا \u200f(hello)", "日本語", "e\u0301", "🙂"]
)
def test_every_script_is_kept_as_it_was_written(said: str) -> None:
    assert clean(said) == said


@given(st.text(st.characters()))
def test_no_control_character_survives(text: str) -> None:
    seen = clean(text)

    assert not [c for c in seen if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t"]
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", seen)
    assert seen.encode().decode() == seen


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf"])))
def test_nothing_else_is_lost(text: str) -> None:
    assert clean(text) == text


@given(st.text(st.characters()))
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    seen = clean(text)

    assert clean(seen) == seen


@given(st.text(st.characters()))
def test_every_line_means_something_or_is_empty(line: str) -> None:
    found = meaning(line)

    assert found is None or isinstance(found, Slip | Help | Wait | arrivals.Arrived)


def test_the_lines_of_a_file_flow_together_and_its_paragraphs_do_not() -> None:
    folded = f"{'word ' * 13}here\nit goes on.\n\nA new one.\n- a point\n- another"

    assert unfolded(folded) == f"{'word ' * 13}here it goes on.\n\nA new one.\n- a point\n- another"
