"""How messages look in a terminal."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from adapters.console.prose import clean
from adapters.console.render import echo, recollection, render, starter
from core.domain import messages
from core.domain.challenge import Language
from core.domain.interview import Answer, OpenQuestion
from core.domain.messages import Message
from core.domain.transcript import TurnId
from tests.adapters.console.samples import ID, MISCHIEF, TASK, every_kind, shown, squeezed
from tests.scenes import question

WIDTHS = (20, 40, 80, 100, 300)
_MISCHIEVOUS = every_kind(MISCHIEF)
_SPOKEN = {kind: _MISCHIEVOUS[kind] for kind in ("say", "code", "notice", "failure", "follow-up")}


def open_question(
    *, is_challenge: bool = False, answer: str = "", prompt: str = "And then?"
) -> OpenQuestion:
    answers = (Answer(turn=TurnId("t2"), text=answer),) if answer else ()
    task = TASK if is_challenge else None
    return OpenQuestion(
        number=2, question=question(), task=task, opened_s=0, prompt=prompt, answers=answers
    )


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("message", _MISCHIEVOUS.values(), ids=_MISCHIEVOUS)
def test_nothing_is_wider_than_the_window(message: Message, width: int) -> None:
    text = shown(render(message), width=width)

    assert all(cell_len(line) <= width for line in text.splitlines())


@pytest.mark.parametrize("message", _SPOKEN.values(), ids=_SPOKEN)
def test_what_looks_like_markup_is_shown_as_it_is(message: Message) -> None:
    text = shown(render(message), width=200)

    assert "[red]not red[/red] :smile: escape שלום override" in text


@pytest.mark.parametrize("message", _MISCHIEVOUS.values(), ids=_MISCHIEVOUS)
def test_no_escape_reaches_the_terminal(message: Message) -> None:
    text = shown(render(message))

    assert not {"\x1b", "\x07", "\u202e"} & set(text)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])), st.sampled_from(WIDTHS))
def test_nothing_that_is_said_is_lost(text: str, width: int) -> None:
    message = messages.Say(id=ID, text=text.replace("```", ""))

    seen = shown(render(message), width=width)

    assert squeezed(seen) == squeezed(clean(message.text))


def test_a_question_says_where_it_stands() -> None:
    text = shown(render(every_kind("Caching?")["ask"]))

    assert "Question 1 of 5 coding · hard · Caching?" in text


def test_a_challenge_shows_statement_constraints_and_examples() -> None:
    text = shown(render(every_kind("Two sum")["present"]), width=100)

    assert "return two positions.\n" in text
    assert "\n\n  A new paragraph." in text
    assert "• 2 to 10,000 numbers" in text
    assert "two_sum([1, 2, 3]) → [0, 1]   1 and 2" in text


@pytest.mark.parametrize(
    ("language", "code"), [(Language.PYTHON, "def two_sum"), (Language.GO, "func TwoSum")]
)
def test_a_starter_is_in_the_chosen_language(language: Language, code: str) -> None:
    text = shown(starter(TASK, language))

    assert code in text
    assert "About 15 minutes" in text


def test_a_language_without_a_starter_says_which_have_one() -> None:
    text = shown(starter(TASK, Language.RUST))

    assert "There is no starter code in rust; there is in python, go." in text


def test_a_verdict_names_each_test_and_how_the_code_was_kept_in() -> None:
    text = shown(render(every_kind("Boom")["verdict"]))

    assert "wrong answer · 1 of 2 tests · docker" in text
    assert "empty       passed      3 ms" in text
    assert "large Boom  time limit  2000 ms" in text
    assert "\n  Boom" in text


def test_the_report_is_shown_by_itself() -> None:
    text = shown(render(messages.ShowReport(id=ID)))

    assert text.strip() == ""


def test_a_message_of_another_kind_is_no_reason_to_stop() -> None:
    text = shown(render("?"))  # type: ignore[arg-type]  # what a later version might send

    assert text.strip() == ""


def test_who_comes_back_sees_the_question_and_their_last_words() -> None:
    text = shown(recollection(open_question(answer="I would cache it."), 5, Language.PYTHON))

    assert "Question 2 of 5" in text
    assert question().ask in text
    assert "you ▸ I would cache it." in text


def test_what_the_interviewer_repeats_anyway_is_not_said_twice() -> None:
    text = shown(recollection(open_question(prompt=question().ask), 5, Language.PYTHON))

    assert question().ask not in text


def test_who_comes_back_to_a_challenge_sees_all_of_it() -> None:
    text = shown(recollection(open_question(is_challenge=True), 5, Language.GO))

    assert "2 to 10,000 numbers" in text
    assert "func TwoSum" in text


def test_a_long_line_is_echoed_by_its_beginning() -> None:
    text = shown(echo("x" * 1_000_000))

    assert len(text) < 4_000
    assert text.endswith("… (1,000,000 characters)\n\n")


def test_an_echo_obeys_nothing() -> None:
    assert shown(echo("  \x1b[2Jhello \x07")) == "you ▸ hello\n\n"


def test_code_in_an_unknown_language_is_shown_plain() -> None:
    message = replace(messages.Say(id=ID, text=""), text="```klingon\nqapla\n```")

    assert "qapla" in shown(render(message))


def test_colours_are_the_terminals_own() -> None:
    console = Console(width=80, force_terminal=True, color_system="truecolor")

    with console.capture() as captured:
        console.print(render(every_kind("x")["code"]))

    assert "\x1b[38;2;" not in captured.get()
