"""Whole interviews with candidates of every kind, as processes, to their reports."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.terminal import SCRIPTS, Ran, greenroom

FILES = ("report.html", "report.json", "report.md", "transcript.md")


def played(name: str, out: Path, *arguments: str) -> tuple[Ran, Any]:
    """Play a script; return what was shown and the report, which is whatever JSON says."""
    script = SCRIPTS / f"{name}.txt"
    ran = greenroom("practice", "--script", script, "--out", out, *arguments, home=out / "home")
    assert ran.code == 0, ran.sentences
    assert sorted(path.name for path in out.iterdir() if path.is_file()) == list(FILES)
    return ran, json.loads((out / "report.json").read_bytes())


def test_a_strong_candidate_is_seen_as_one_and_the_same_twice(tmp_path: Path) -> None:
    first, report = played("strong", tmp_path / "first", "--seed", "7")
    second, _ = played("strong", tmp_path / "second", "--seed", "7")

    assert report["about"]["ending"] == "finished"
    assert report["about"]["questions_asked"] == 5
    assert report["headline"]["recommendation"] in ("lean_yes", "strong_yes")
    assert report["about"]["hints_used"] == 1
    assert report["snapshots"][-1]["purpose"] == "submit"
    assert "/submit" in first.out
    assert first.out.split("Written to")[0] == second.out.split("Written to")[0]
    for name in ("report.json", "transcript.md"):
        one, two = ((tmp_path / folder / name).read_bytes() for folder in ("first", "second"))
        assert one == two


def test_a_weak_candidate_is_not_flattered(tmp_path: Path) -> None:
    _, report = played("weak", tmp_path, "--seed", "7")

    assert report["headline"]["recommendation"] in ("strong_no", "lean_no", "insufficient_evidence")
    assert report["headline"]["overall"] in (0, None)
    assert report["improvements"]


def test_a_candidate_who_vanishes_is_waited_for_and_comes_back(tmp_path: Path) -> None:
    ran, report = played("silent", tmp_path, "--seed", "7")

    assert "I have paused the interview and stopped its clock" in ran.sentences
    assert report["about"]["used_s"] < 3_600


def test_a_hostile_candidate_gets_an_interview_like_any_other(tmp_path: Path) -> None:
    ran, report = played("hostile", tmp_path, "--seed", "7")

    assert not {"\x1b", "\x07", "\x00", "\u202e"} & set(ran.out)
    assert "[bold]markup[/bold] :smile:" in ran.out
    assert "<script>alert" not in (tmp_path / "report.html").read_text()
    assert report["headline"]["recommendation"] in ("strong_no", "insufficient_evidence")


def test_a_coder_is_told_plainly_that_nothing_runs_here(tmp_path: Path) -> None:
    ran, report = played("coder", tmp_path, "--seed", "7", "--type", "coding")

    assert "There is no file nothing.py." in ran.sentences
    assert "code runner" in ran.sentences
    assert [each["verdict"] for each in report["snapshots"]] == [None, None]


def test_a_candidate_may_correct_and_repeat_and_pause(tmp_path: Path) -> None:
    ran, report = played("correcting", tmp_path, "--seed", "7")

    assert any(turn["is_withdrawn"] for turn in report["transcript"])
    assert "Noted: 4 of 5" in ran.sentences


@pytest.mark.parametrize("command", ["history", "doctor", "bank list", "report last"])
def test_the_other_commands_run_as_processes_too(command: str, tmp_path: Path) -> None:
    ran = greenroom(*command.split(), home=tmp_path)

    assert ran.code == (1 if command == "report last" else 0)
    assert ran.out + ran.err
