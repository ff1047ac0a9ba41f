"""`greenroom practice`, played from scripts."""

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from adapters.in_process import InProcessLeases
from adapters.offline.evaluator import OfflineEvaluator
from adapters.offline.listener import OfflineListener
from adapters.sql import SqlArchive
from bot.library import Library, library
from bot.settings import Settings
from core.domain.errors import StorageFull, Unavailable
from core.usher import ELSEWHERE
from tests.bot.desk import run


def test_a_script_ends_in_a_report(home: Path, script: Path) -> None:
    said = run("practice", "--seed", "7", "--script", script, "--out", home / "out")

    assert said.code == 0
    assert "Question 1 of 5" in said.out
    assert "you ▸ I would cache it" in said.out
    assert sorted(path.name for path in (home / "out").iterdir()) == [
        "report.html",
        "report.json",
        "report.md",
        "transcript.md",
    ]


def test_without_a_folder_the_report_is_kept_at_home(home: Path, script: Path) -> None:
    said = run("practice", "--script", script)

    assert said.code == 0
    assert len(list((home / "reports").glob("*/report.json"))) == 1


def test_an_empty_script_says_so_and_ends_in_a_report(home: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("\n \n")

    said = run("practice", "--script", tmp_path / "empty.txt", "--out", home / "out")

    assert said.code == 0
    assert "The script holds no messages" in said.out
    assert (home / "out" / "report.json").exists()


def test_a_paused_script_can_be_gone_on_with(home: Path, tmp_path: Path, script: Path) -> None:
    (tmp_path / "first.txt").write_text("I would shard it.\n/pause\n")

    first = run("practice", "--script", tmp_path / "first.txt", "--out", home / "so-far")
    history = run("history")
    second = run("practice", "--resume", "last", "--script", script, "--out", home / "out")
    again = run("practice", "--resume", "last")

    assert first.code == 0
    assert "To go on: greenroom practice --resume" in first.out
    assert "Report so far" in first.out
    assert "paused" in history.out
    assert "Go on:  greenroom practice --resume" in history.out
    assert second.code == 0
    assert "Question 1 of 5" in second.out
    assert "No interview waits to be resumed." in again.err


def test_an_interview_that_is_over_is_not_gone_on_with(home: Path, script: Path) -> None:
    run("practice", "--script", script, "--out", home / "out")
    id_ = run("history").out.split("greenroom report ")[1].split()[0]

    whole = run("practice", "--resume", id_)
    prefix = run("practice", "--resume", id_[:4])

    assert whole.code == prefix.code == 1
    assert (
        whole.err
        == prefix.err
        == (f"Interview {id_} is over. `greenroom report {id_}` shows its report.\n")
    )


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--colour"], "No such option: --colour"),
        (["--type", "quiz"], "'quiz' is not one of 'coding', 'system_design', 'behavioral'"),
        (["--difficulty", "insane"], "is not one of 'easy', 'medium', 'hard'"),
        (["--company", "acme"], "There is no company pattern 'acme'. Choose from big-tech,"),
        (["--persona", "yoda"], "There is no persona 'yoda'. Choose from bar-raiser,"),
        (["--language", "cobol"], "is not one of 'python', 'javascript'"),
        (["--questions", "0"], "should be greater than or equal to 1"),
        (["--minutes", "nan"], "Invalid value for '--minutes'"),
        (["--minutes", "481"], "less than or equal to 480"),
        (["--seed", "seven"], "should be a valid integer"),
        (["--resume", "x", "--type", "coding"], "An interview that goes on keeps its settings."),
    ],
)
def test_a_wrong_option_is_answered_with_what_is_right(
    arguments: list[str], says: str, home: Path
) -> None:
    said = run("practice", *arguments)

    assert said.code == 2
    assert says in said.sentences
    assert not (home / "greenroom.db").exists()


@pytest.mark.parametrize(
    ("content", "says"),
    [(None, "cannot be read: no such file"), (b"\xff\xfe\x00", "is not a text file in UTF-8")],
)
def test_a_script_that_cannot_be_read_begins_nothing(
    content: bytes | None, says: str, home: Path, tmp_path: Path
) -> None:
    if content is not None:
        (tmp_path / "bad.txt").write_bytes(content)

    said = run("practice", "--script", tmp_path / "bad.txt")

    assert said.code == 1
    assert says in said.err
    assert not (home / "greenroom.db").exists()


@pytest.mark.parametrize(
    ("name", "says"),
    [("file", "is a file"), ("file/in", "lies under one"), ("n" * 999, "file name too long")],
)
def test_a_report_that_could_not_be_written_is_refused_before_the_interview(
    name: str, says: str, home: Path, tmp_path: Path, script: Path
) -> None:
    (tmp_path / "file").touch()

    said = run("practice", "--script", script, "--out", tmp_path / name)

    assert said.code == 2
    assert says in said.sentences
    assert not (home / "greenroom.db").exists()


def test_an_interview_is_kept_when_its_report_cannot_be_written(
    home: Path, tmp_path: Path, script: Path
) -> None:
    (home / "out" / "report.json").mkdir(parents=True)

    said = run("practice", "--script", script, "--out", home / "out")
    later = run("report", "last", "--out", tmp_path / "elsewhere")

    assert said.code == 1
    assert "The report was not written." in said.sentences
    assert "`greenroom report " in said.sentences
    assert later.code == 0
    assert (tmp_path / "elsewhere" / "report.json").exists()


def test_a_megabyte_in_one_answer_is_kept_and_remarked_on(home: Path, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("word " * 200_000 + "\n/end\n")

    said = run("practice", "--script", tmp_path / "long.txt", "--out", home / "out")

    assert said.code == 0
    assert "All of them are kept; I read the first 20,000." in said.out
    assert (home / "out" / "report.json").stat().st_size > 900_000


def test_code_that_cannot_be_run_here_is_said_to_be(home: Path, tmp_path: Path) -> None:
    (tmp_path / "solution.py").write_text("def two_sum(): ...\n")
    (tmp_path / "code.txt").write_text(
        "/lang go\n/run solution.py\n/submit solution.py\n/submit none.py\n/lang python\n/end\n"
    )

    said = run(
        "practice", "--type", "coding", "--seed", "1", "--script", tmp_path / "code.txt",
        "--out", home / "out",
    )  # fmt: skip

    assert said.code == 0
    assert "There is no file none.py." in said.out
    assert (home / "out" / "report.json").exists()


def test_a_company_brings_its_time(home: Path, script: Path) -> None:
    said = run("practice", "--company", "startup", "--script", script, "--out", home / "out")

    assert "of 45 minutes" in said.sentences


def test_an_evaluation_that_failed_is_made_up_for_later(
    home: Path, script: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(*_: object) -> None:
        raise Unavailable("The evaluator is out of reach. Try again.")

    with monkeypatch.context() as patch:
        patch.setattr(OfflineEvaluator, "review", fails)
        first = run("practice", "--script", script)
    second = run("practice", "--resume", "last", "--script", script, "--out", home / "out")

    assert first.code == 1
    assert "The evaluator is out of reach. Try again." in first.out
    assert "The interview could not be ended." in first.out
    assert second.code == 0
    assert (home / "out" / "report.json").exists()


def test_an_interview_that_could_not_begin_is_not_said_to_be_kept(
    script: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(*_: object, **__: object) -> None:
        raise StorageFull("There is no room left to save the interview.")

    monkeypatch.setattr(SqlArchive, "append", fails)

    said = run("practice", "--script", script)

    assert said.code == 1
    assert "There is no room left to save the interview." in said.sentences
    assert "To go on" not in said.out
    assert "No interviews yet." in run("history").out


def test_a_bug_in_one_turn_is_told_with_a_reference_and_stops_the_script(
    home: Path, script: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def breaks(*_: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(OfflineListener, "understand", breaks)

    said = run("practice", "--script", script)

    assert said.code == 1
    assert "Something went wrong on our side, and it was noted" in said.sentences
    assert "Line 1 of the script could not be taken" in said.sentences
    assert "oops" not in said.sentences
    reference = said.sentences.split("reference ")[1].split(")")[0]
    assert reference in (home / "greenroom.log").read_text()


def test_a_terminal_that_somebody_else_holds_says_so(
    script: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "first.txt").write_text("I would shard it.\n/pause\n")
    run("practice", "--script", tmp_path / "first.txt")

    @asynccontextmanager
    async def elsewhere(*_: object) -> AsyncIterator[None]:
        yield None

    monkeypatch.setattr(InProcessLeases, "hold", elsewhere)
    monkeypatch.setattr("core.usher.TAKE_OVER_S", 0.05)
    said = run("practice", "--resume", "last", "--script", script)

    assert said.code == 1
    assert said.err == f"{ELSEWHERE}\n"


def test_a_signal_while_the_room_is_set_up_begins_nothing(
    script: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @asynccontextmanager
    async def slow(settings: Settings) -> AsyncIterator[Library]:
        async with library(settings) as kept:
            signal.raise_signal(signal.SIGTERM)
            for _ in range(10):  # the loop hears of a signal some rounds later
                await asyncio.sleep(0)
            yield kept

    monkeypatch.setattr("bot.wiring.library", slow)

    said = run("practice", "--script", script)

    assert said.code == 143
    assert said.out == "Stopped before the interview began.\n"
    assert "No interviews yet." in run("history").out
