"""Without a terminal: pipes, closed streams, full disks, other encodings, a megabyte."""

from pathlib import Path

import pytest

from tests.journeys.terminal import SCRIPTS, greenroom

WEAK = SCRIPTS / "weak.txt"


def test_lines_from_a_pipe_are_answers_and_its_end_is_a_pause(tmp_path: Path) -> None:
    given = "I would cache it.\n/hint\n" + "word " * 200_000 + "\nשלם \x1b[31m\n"

    ran = greenroom("practice", home=tmp_path, given=given.encode())

    assert ran.code == 0
    assert "you ▸ I would cache it." in ran.out
    assert "Hint 1 of 3" in ran.out
    assert "That is 999,999 characters." in ran.out
    assert "you ▸ שלם" in ran.out
    assert "\x1b" not in ran.out
    assert "To go on: greenroom practice --resume" in ran.out


def test_a_pipe_that_ends_the_interview_gets_the_report(tmp_path: Path) -> None:
    ran = greenroom("practice", "--out", tmp_path / "out", home=tmp_path, given=b"/end\nnever\n")

    assert ran.code == 0
    assert "╭─ Report ─" in ran.out
    assert (tmp_path / "out" / "report.json").exists()


@pytest.mark.parametrize(
    ("within", "code"),
    [
        ("({}) | head -1", 0),
        ("{} > /dev/full", 0),
        ("{} >&- 2>&-", 0),
        ("{} <&-", 0),
    ],
)
def test_a_script_is_played_whatever_becomes_of_its_output(
    within: str, code: int, tmp_path: Path
) -> None:
    out = tmp_path / "out"

    ran = greenroom("practice", "--script", WEAK, "--out", out, home=tmp_path, within=within)

    assert ran.code == code
    assert (out / "report.json").exists()
    assert "Exception ignored" not in ran.err


def test_an_interview_needs_an_input(tmp_path: Path) -> None:
    ran = greenroom("practice", home=tmp_path, within="{} <&-")

    assert ran.code == 1
    assert "There is no input to read answers from." in ran.err


def test_help_into_a_full_disk_is_one_sentence(tmp_path: Path) -> None:
    ran = greenroom("--help", home=tmp_path, within="{} > /dev/full")

    assert ran.code == 1
    assert "no space left on device" in ran.err


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_an_old_encoding_gets_plainer_characters(encoding: str, tmp_path: Path) -> None:
    ran = greenroom("report", "none", home=tmp_path, PYTHONIOENCODING=encoding, LANG="C")
    played = greenroom(
        "practice", "--script", SCRIPTS / "hostile.txt", home=tmp_path,
        PYTHONIOENCODING=encoding, LANG="C",
    )  # fmt: skip

    assert ran.code == 1
    assert played.code == 0
    assert "you > " in played.out


def test_a_full_disk_loses_no_answer_that_was_taken(tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text("My first answer.\n" + "word " * 400_000 + "\n")

    ran = greenroom(
        "practice", "--script", long, home=tmp_path, within="ulimit -f 900; {}",
        COVERAGE_PROCESS_CONFIG="", COVERAGE_PROCESS_START="",
    )  # fmt: skip
    later = greenroom("practice", "--resume", "last", "--script", WEAK, home=tmp_path)

    assert ran.code == 1
    assert "There is no room left to save the interview." in ran.sentences
    assert later.code == 0
    assert "you ▸ My first answer." in later.out
