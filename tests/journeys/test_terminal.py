"""People at a terminal of their own, key by key."""

import signal
import sqlite3
from pathlib import Path

import pytest

from tests.journeys.terminal import CTRL_C, CTRL_D, ENTER, NEW_LINE, terminal

PROMPT = "you ▸"


def test_an_interview_from_the_first_question_to_the_report(tmp_path: Path) -> None:
    (tmp_path / "solution.py").write_text("def two_sum(): ...\n")

    with terminal("practice", "--questions", "2", home=tmp_path) as screen:
        screen.see("Question 1 of 2")
        screen.see(PROMPT)
        screen.see("59:5")
        screen.type(f"I would begin with{NEW_LINE}what it costs.{ENTER}")
        screen.see(PROMPT)
        screen.say("/hint")
        screen.see("Hint 1 of 3")
        screen.see(PROMPT)
        screen.say("/hnt")
        screen.see("Did you mean /hint?")
        screen.see(PROMPT)
        screen.say(f"/run {tmp_path}/solution.py")
        screen.see(PROMPT)
        screen.say("/pause")
        screen.see("the clock stands still")
        screen.say("/resume")
        screen.see("59:5")
        screen.type(f"\x1b[200~{'pasted ' * 2_000}\x1b[201~")
        screen.see("[paste 1: 14,000 characters]")
        screen.type(f"dropped{CTRL_C}")
        screen.see(PROMPT)
        screen.say("/end")
        screen.see("╭─ Report ─")
        screen.see("Written to")
        code = screen.end()

    assert code == 0
    assert list((tmp_path / "reports").glob("*/report.html"))


@pytest.mark.parametrize(("key", "code"), [(CTRL_C, 130), (CTRL_D, 0)])
def test_whoever_leaves_is_told_how_to_come_back(key: str, code: int, tmp_path: Path) -> None:
    with terminal("practice", home=tmp_path) as screen:
        screen.see(PROMPT)
        screen.type(key)
        screen.see("To go on: greenroom practice --resume ")
        left = screen.end()
    with terminal("practice", "--resume", "last", home=tmp_path, width=40) as screen:
        screen.see("Question 1 of 5")
        screen.see(PROMPT)
        screen.type(CTRL_D)
        back = screen.end()

    assert left == code
    assert back == 0


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGHUP, 129)]
)
def test_a_signal_pauses_and_leaves(number: signal.Signals, code: int, tmp_path: Path) -> None:
    with terminal("practice", home=tmp_path, NO_COLOR="1") as screen:
        screen.see("hints left")
        screen.process.send_signal(number)
        screen.see("To go on:")
        left = screen.end()

    assert left == code


def test_a_terminal_that_can_only_print_will_do(tmp_path: Path) -> None:
    with terminal("practice", "--questions", "1", home=tmp_path, TERM="dumb") as screen:
        screen.see(PROMPT)
        screen.say("I would cache it.")
        screen.see(PROMPT)
        screen.process.send_signal(signal.SIGTERM)
        screen.see("To go on:")
        code = screen.end()

    assert code == 143


def test_a_process_that_is_killed_loses_no_answer(tmp_path: Path) -> None:
    with terminal("practice", "--type", "behavioral", home=tmp_path) as screen:
        screen.see(PROMPT)
        screen.say("At my last company I led the migration of our billing system.")
        screen.see(PROMPT)
        screen.see("hints left")
        screen.process.send_signal(signal.SIGKILL)
        screen.process.wait()
    with terminal("practice", home=tmp_path) as screen:
        told = screen.see("Question 1 of 5")
        screen.see(PROMPT)
        screen.type(CTRL_D)
        screen.end()
    id_ = told.split("An earlier interview waits: greenroom practice --resume ")[1].split()[0]
    with terminal("practice", "--resume", id_, home=tmp_path) as screen:
        recalled = screen.see("We were cut off.")
        screen.see("hints left")
        screen.type(CTRL_D)
        screen.end()

    assert "you ▸ At my last company I led the migration of our billing system." in recalled


def test_ctrl_c_before_the_first_question_begins_nothing(tmp_path: Path) -> None:
    with terminal("practice", home=tmp_path) as screen:
        screen.see("Setting up")
        screen.process.send_signal(signal.SIGINT)
        code = screen.end()

    # Python dies of the signal itself where it struck inside of `exec`; a shell sees 130 either way.
    assert code in (130, -signal.SIGINT)
    assert "Question 1" not in screen.page()


def test_an_answer_that_could_not_be_saved_is_on_the_line_again(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/greenroom.db?timeout=0.1"
    with terminal("practice", home=tmp_path, DATABASE__URL=url) as screen:
        screen.see("hints left")
        other = sqlite3.connect(tmp_path / "greenroom.db")
        other.execute("BEGIN IMMEDIATE")
        screen.say("My long thought.")
        screen.see("is busy")
        screen.see("My long thought.")
        other.close()
        screen.type(ENTER)
        screen.say("/confidence 3")
        screen.see("Noted: 3 of 5")
        screen.see(PROMPT)
        screen.type(CTRL_D)
        screen.see("To go on:")
        code = screen.end()

    assert code == 0
