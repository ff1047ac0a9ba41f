"""The other commands, and what the shell completes."""

from pathlib import Path

import pytest

from bot import completion
from bot.finding import found
from core.domain.errors import NoSuchInterview, Refused
from core.domain.interview import InterviewId, Status
from core.domain.people import PersonId
from core.domain.question import InterviewType
from core.ports.archive import Summary
from tests.bot.desk import run
from tests.scenes import TEN_O_CLOCK


def summary(id_: str, status: Status = Status.COMPLETED) -> Summary:
    return Summary(
        id=InterviewId(id_),
        candidate=PersonId("terminal"),
        type=InterviewType.MIXED,
        pattern=None,
        status=status,
        began_at=TEN_O_CLOCK,
        used_s=0,
        questions=1,
    )


KNOWN = (summary("aaaa1111"), summary("aabb2222", Status.PAUSED), summary("ccdd3333"))


@pytest.mark.parametrize(
    ("wanted", "to_resume", "id_"),
    [
        ("aabb2222", False, "aabb2222"),
        ("aab", False, "aabb2222"),
        ("c", False, "ccdd3333"),
        ("last", False, "aaaa1111"),
        ("last", True, "aabb2222"),
    ],
)
def test_an_interview_goes_by_its_id_its_beginning_or_as_the_last(
    wanted: str, *, to_resume: bool, id_: str
) -> None:
    assert found(wanted, KNOWN, to_resume=to_resume) == id_


def test_a_beginning_that_several_share_names_them() -> None:
    with pytest.raises(Refused, match="aaaa1111, aabb2222"):
        found("aa", KNOWN)


@pytest.mark.parametrize("wanted", ["zz", ""])
def test_an_interview_that_is_none_is_refused(wanted: str) -> None:
    with pytest.raises(NoSuchInterview, match="`greenroom history` lists yours"):
        found(wanted, KNOWN)


def test_without_an_interview_there_is_no_last_one() -> None:
    with pytest.raises(NoSuchInterview, match="There is no interview yet"):
        found("last", ())
    with pytest.raises(NoSuchInterview, match="No interview waits to be resumed"):
        found("last", KNOWN[:1], to_resume=True)


@pytest.mark.parametrize(
    "command", [[], ["practice"], ["history"], ["report"], ["doctor"], ["bank"], ["bank", "list"]]
)
def test_every_command_explains_itself(command: list[str]) -> None:
    said = run(*command, "--help")

    assert said.code == 0
    assert "Usage: greenroom" in said.out


def test_an_unknown_command_is_named() -> None:
    said = run("practise")

    assert said.code == 2
    assert "No such command 'practise'. Did you mean 'practice'?" in said.sentences


def test_a_first_history_says_how_to_begin() -> None:
    assert run("history").out == "No interviews yet. `greenroom practice` begins one.\n"


def test_a_report_is_shown_and_written_again(home: Path, tmp_path: Path, script: Path) -> None:
    first = run("practice", "--script", script, "--out", tmp_path / "first")
    again = run("report", "last", "--out", tmp_path / "again")
    at_home = run("report", "last")

    assert (first.code, again.code, at_home.code) == (0, 0, 0)
    assert "╭─ Report ─" in again.out
    for name in ("report.json", "transcript.md"):
        assert (tmp_path / "first" / name).read_bytes() == (tmp_path / "again" / name).read_bytes()
    assert list((home / "reports").glob("*/report.html"))


def test_a_report_on_nothing_is_refused() -> None:
    said = run("report", "abcd")

    assert said.code == 1
    assert "There is no interview 'abcd'." in said.err


def test_a_long_history_shows_the_latest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.history._LATEST", 1)
    (tmp_path / "end.txt").write_text("/end")
    for _ in range(2):
        assert run("practice", "--script", tmp_path / "end.txt").code == 0

    some = run("history").out
    all_ = run("history", "--all").out

    assert "… and 1 more: --all shows them." in some
    assert "more" not in all_
    assert all(len(line) <= 80 for line in map(str.rstrip, all_.splitlines()))


def test_the_doctor_names_every_part() -> None:
    said = run("doctor")

    assert said.code == 0
    for part in (
        "Python",
        "bank",
        "home folder",
        "event log",
        "interviewer",
        "evaluator",
        "code runner",
        "Slack",
        "Discord",
    ):
        assert part in said.out


def test_the_doctor_works_where_nothing_else_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "bank" / "questions").mkdir(parents=True)
    (tmp_path / "bank" / "questions" / "bad.toml").write_text("id = [")
    monkeypatch.setenv("GREENROOM_HOME", str(tmp_path / "file"))
    monkeypatch.setenv("BANK__FOLDERS", str(tmp_path / "bank"))

    said = run("doctor")

    assert said.code == 1
    assert said.out.count("broken") == 3
    assert "`greenroom bank check` names each one with its mend." in said.sentences


def test_a_disk_that_is_nearly_full_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.doctor._ENOUGH_MIB", 10**9)

    said = run("doctor")

    assert said.code == 1
    assert "Make some room" in said.sentences


def test_a_sound_bank_is_said_to_be() -> None:
    said = run("bank", "check")

    assert said.code == 0
    assert "All is well:" in said.out


def test_each_mistake_in_a_bank_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: Path
) -> None:
    (tmp_path / "bank" / "questions").mkdir(parents=True)
    for name in ("one", "two"):
        (tmp_path / "bank" / "questions" / f"{name}.toml").write_text("id = [")
    monkeypatch.setenv("BANK__FOLDERS", f"~/none:{tmp_path / 'bank'}")

    check = run("bank", "check")
    practice = run("practice", "--script", script)
    listed = run("bank", "list")

    assert (check.code, practice.code, listed.code) == (1, 1, 1)
    assert "3 mistakes." in check.out
    for said in (check.out, practice.err, listed.err):
        assert "one.toml: " in said
        assert "two.toml: " in said
        assert "none: the folder: there is no such folder" in said


def test_a_bank_can_be_read_without_a_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GREENROOM_HOME", "/dev/null/x")

    assert run("bank", "check").code == 0


def test_the_bank_is_listed_by_kind_with_its_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")

    said = run("bank", "list")

    assert said.code == 0
    for heading in (
        "Coding (",
        "System design (",
        "Behavioral (",
        "Concepts (",
        "Coding challenges (",
    ):
        assert heading in said.out
    assert "--company startup" in said.out
    assert "--persona neutral" in said.out
    assert max(map(len, said.out.splitlines())) <= 80


def test_the_bank_can_be_listed_by_topic() -> None:
    some = run("bank", "list", "--topic", "caching")
    none = run("bank", "list", "--topic", "cooking")

    assert some.code == 0
    assert "--company" not in some.out
    assert none.code == 1
    assert "Nothing is tagged 'cooking'." in none.out
    assert "caching (" in none.out


def test_the_shell_completes_what_is_there(tmp_path: Path, script: Path) -> None:
    (tmp_path / "pause.txt").write_text("/pause")
    run("practice", "--script", script)
    run("practice", "--script", tmp_path / "pause.txt")

    assert completion.companies("st") == ["startup"]
    assert completion.personas("") == ["bar-raiser", "friendly-coach", "neutral"]
    assert completion.interviews("la") == ["last"]
    assert len(completion.interviews("")) == 3
    assert len(completion.unfinished("")) == 2


def test_the_shell_is_not_told_of_troubles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE__URL", "nonsense")
    assert completion.unfinished("") == []

    monkeypatch.setenv("BANK", "nonsense")
    assert completion.companies("") == []
    assert completion.interviews("") == []
