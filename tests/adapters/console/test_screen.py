"""The screen, and what becomes of text that it cannot show."""

import errno
import io
import os
import sys
from pathlib import Path

import pytest
from rich.console import Console

from adapters.console.screen import PLAINLY, WIDEST, Screen, mute, write_plainly


def test_a_wide_window_is_not_used_to_its_edge(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "300")

    Screen().print("word " * 100)

    assert max(len(line) for line in capsys.readouterr().out.splitlines()) <= WIDEST


def test_text_is_shown_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    Screen().print("[red]x[/red] :smile:")

    assert capsys.readouterr().out == "[red]x[/red] :smile:\n"


@pytest.mark.parametrize(
    ("encoding", "shown"), [("ascii", b"> # ... ?"), ("latin-1", b"> # ... ?")]
)
def test_a_terminal_without_utf_8_gets_plainer_characters(
    encoding: str, shown: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(page, encoding=encoding))

    write_plainly()
    sys.stdout.write("▸ █ … 語")
    sys.stdout.flush()

    assert page.getvalue() == shown


def test_bytes_that_cannot_be_read_are_none_of_its_business() -> None:
    write_plainly()

    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("utf-8", PLAINLY)


def test_a_screen_that_is_full_falls_silent_and_says_why(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Path("/dev/full").open("w") as full:
        monkeypatch.setattr(sys, "stdout", full)
        screen = Screen()
        screen.print("one")
        screen.print("two")

    assert "Nothing more can be shown here (no space left on device)" in capsys.readouterr().err


def test_a_reader_who_has_gone_is_no_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reader, writer = os.pipe()
    os.close(reader)

    with os.fdopen(writer, "w", encoding="utf-8") as broken:
        monkeypatch.setattr(sys, "stdout", broken)
        screen = Screen()
        screen.print("one")
        screen.print("two")

    assert capsys.readouterr().err == ""


def test_output_that_is_no_file_needs_no_redirection(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())

    mute(OSError(errno.ENOSPC, "No space left on device"))

    assert "Nothing more can be shown here" in capsys.readouterr().err


def test_a_screen_is_a_console_like_any_other() -> None:
    assert isinstance(Screen(), Console)
