"""Whatever goes wrong, in one sentence and without a traceback."""

import os
import sys
from pathlib import Path

import pytest
import typer

from bot import work
from bot.cli import main
from bot.trouble import bugs_noted, exit_code
from core.domain.errors import Refused, StorageFull
from tests.bot.desk import run


def test_a_refusal_inside_groups_of_tasks_is_said_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    refusal = StorageFull("There is no room left.")

    def work() -> int:
        raise ExceptionGroup("outer", [ExceptionGroup("inner", [refusal]), refusal])

    code = exit_code(work)

    assert code == 1
    assert capsys.readouterr().err == "There is no room left.\n"


def test_ctrl_c_says_that_nothing_is_lost(capsys: pytest.CaptureFixture[str]) -> None:
    def work() -> int:
        raise KeyboardInterrupt

    code = exit_code(work)

    assert code == 130
    assert "What you had sent is kept" in capsys.readouterr().err


def test_a_bug_gets_a_reference_that_the_log_has_too(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> int:
        raise ExceptionGroup("tasks", [ZeroDivisionError("oops")])

    monkeypatch.setattr(work, "_done", broken)

    said = run("doctor")

    reference = said.err.split("Reference ")[1].split(";")[0]
    log = (home / "greenroom.log").read_text()
    assert said.code == 1
    assert "oops" not in said.err
    assert reference in log
    assert "ZeroDivisionError" in log


def test_a_wrong_option_passes_through(home: Path) -> None:
    with pytest.raises(typer.BadParameter), bugs_noted(home):
        raise typer.BadParameter("no")


def test_what_was_said_to_the_person_is_no_bug(home: Path) -> None:
    with pytest.raises(Refused, match="no"), bugs_noted(home):
        raise Refused("no")


def test_a_bug_that_nobody_noted_is_not_swallowed() -> None:
    def work() -> int:
        raise ExceptionGroup("tasks", [ZeroDivisionError()])

    with pytest.raises(ExceptionGroup):
        exit_code(work)


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("DATABASE__URL", "nonsense", "The setting DATABASE__URL is wrong: is not the address"),
        (
            "DATABASE__URL",
            "mysql://u:secret@h/d",
            "The setting DATABASE__URL is wrong: must be the",
        ),
        ("DATABASE", "nonsense", "The setting DATABASE, REDIS or BANK is wrong"),
        ("DATABASE__PORT", "1", "The setting DATABASE__PORT is wrong"),
        (
            "BANK__FOLDERS",
            "/no/such/folder",
            "/no/such/folder: the folder: there is no such folder",
        ),
        ("BANK__FOLDERS", "[1", "The setting BANK__FOLDERS is wrong"),
        ("GREENROOM_HOME", "~nobody-at-all/x", "The setting GREENROOM_HOME is wrong"),
        ("GREENROOM_HOME", "/dev/null/x", "Greenroom's folder /dev/null/x cannot be written"),
    ],
)
def test_a_wrong_setting_is_named(
    name: str, value: str, says: str, script: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)

    said = run("practice", "--script", script)

    assert said.code == 1
    assert says in said.sentences
    assert "secret" not in said.sentences


def test_settings_that_are_empty_are_not_set(
    home: Path, script: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE__URL", "")
    monkeypatch.setenv("BANK__FOLDERS", "")

    said = run("practice", "--script", script)

    assert said.code == 0
    assert (home / "greenroom.db").exists()


def test_ctrl_c_outside_of_any_work_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bot.commands.app", interrupted)

    with pytest.raises(SystemExit) as left:
        main()

    assert left.value.code == 130


def test_output_that_was_closed_goes_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.commands.app", lambda: print("hello"))  # noqa: T201 -- that is the test
    monkeypatch.setattr(sys, "stdout", None)

    main()

    assert sys.stdout.name == os.devnull
    sys.stdout.close()
