"""A person at a terminal, key by key."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from adapters.console.keyboard import LONG_PASTE, Keyboard, Words
from adapters.console.lines import Leave

ENTER, NEW_LINE, CTRL_C, CTRL_D, UP, TAB = "\r", "\x1b\r", "\x03", "\x04", "\x1b[A", "\t"


def pasted(text: str) -> str:
    return f"\x1b[200~{text}\x1b[201~"


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    """Lend the keys of a terminal that shows nothing."""
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        yield pipe


@pytest.fixture
def typed() -> list[None]:
    return []


@pytest.fixture
def keyboard(keys: PipeInput, typed: list[None]) -> Keyboard:
    del keys
    return Keyboard(lambda width: f"{width} wide", lambda: typed.append(None))


async def test_enter_sends(keys: PipeInput, keyboard: Keyboard) -> None:
    keys.send_text(f"one{ENTER}two{ENTER}")

    assert [await keyboard.next(), await keyboard.next()] == ["one", "two"]


async def test_enter_on_nothing_sends_nothing(keys: PipeInput, keyboard: Keyboard) -> None:
    keys.send_text(f"{ENTER} {ENTER}one{ENTER}")

    assert await keyboard.next() == " one"


async def test_alt_enter_begins_a_new_line(keys: PipeInput, keyboard: Keyboard) -> None:
    keys.send_text(f"one{NEW_LINE}two{ENTER}")

    assert await keyboard.next() == "one\ntwo"


async def test_a_paste_of_several_lines_is_one_message(keys: PipeInput, keyboard: Keyboard) -> None:
    keys.send_text(pasted("one\r\ntwo\rthree") + ENTER)

    assert await keyboard.next() == "one\ntwo\nthree"


async def test_a_paste_of_a_megabyte_is_sent_whole(keys: PipeInput, keyboard: Keyboard) -> None:
    keyboard_paste = "x" * 1_000_000

    text = keyboard.shortened(keyboard_paste)
    keys.send_text(f"see: {text}, done{ENTER}")

    assert text == "[paste 1: 1,000,000 characters]"
    assert await keyboard.next() == f"see: {keyboard_paste}, done"


async def test_a_long_paste_that_was_not_saved_is_offered_as_one_word(
    keys: PipeInput, keyboard: Keyboard
) -> None:
    long = "x" * (LONG_PASTE + 1)
    keys.send_text(f"{pasted(long)}{ENTER}")
    sent = await keyboard.next()
    assert sent == long

    again = keyboard.offer(long)
    keys.send_text(f"!{ENTER}")

    assert again
    assert await keyboard.next() == f"{long}!"


async def test_what_is_offered_stands_on_the_line_once(keys: PipeInput, keyboard: Keyboard) -> None:
    keyboard.offer("my answer")
    keys.send_text(f", and more{ENTER}new{ENTER}")

    assert [await keyboard.next(), await keyboard.next()] == ["my answer, and more", "new"]


async def test_ctrl_c_drops_what_was_typed_and_up_brings_it_back(
    keys: PipeInput, keyboard: Keyboard
) -> None:
    keys.send_text(f"dropped{CTRL_C}one{ENTER}")
    first = await keyboard.next()
    keys.send_text(f"{UP}{UP}{ENTER}")
    second = await keyboard.next()

    assert (first, second) == ("one", "dropped")


async def test_ctrl_c_on_an_empty_line_stops(keys: PipeInput, keyboard: Keyboard) -> None:
    keys.send_text(CTRL_C)

    assert await keyboard.next() is Leave.STOP


async def test_ctrl_d_on_an_empty_line_leaves(keys: PipeInput, keyboard: Keyboard) -> None:
    keys.send_text(CTRL_D)

    assert await keyboard.next() is Leave.DONE


async def test_typing_is_noticed(keys: PipeInput, keyboard: Keyboard, typed: list[None]) -> None:
    keys.send_text(f"one{ENTER}")

    await keyboard.next()

    assert len(typed) >= 3


async def test_a_prompt_that_is_closed_is_left(keys: PipeInput, keyboard: Keyboard) -> None:
    del keys
    keyboard.close()

    assert await keyboard.next() is Leave.DONE


async def test_tab_completes_a_command(keys: PipeInput, keyboard: Keyboard) -> None:
    keys.send_text(f"/conf{TAB} 3{ENTER}")

    assert await keyboard.next() == "/confidence 3"


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("/re", ["/repeat", "/resume"]),
        ("/lang j", ["javascript", "java"]),
        ("/hint ", []),
        ("an answer", []),
        ("", []),
    ],
)
def test_what_may_stand_at_the_cursor_is_known(before: str, words: list[str]) -> None:
    found = Words().get_completions(Document(before), CompleteEvent())

    assert [each.text for each in found] == words


def test_files_are_completed_where_a_file_is_wanted(tmp_path: Path) -> None:
    (tmp_path / "solution.py").touch()

    found = Words().get_completions(Document(f"/submit {tmp_path}/sol"), CompleteEvent())

    assert [each.text for each in found] == ["ution.py"]
