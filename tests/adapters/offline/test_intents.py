"""What a message is meant as, on messages as people write them."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.offline.assent import is_assent
from adapters.offline.intents import intent_of
from core.domain.reading import Intent

LABELLED = [
    (text, Intent(name))
    for name, texts in tomllib.loads(Path(__file__).with_name("messages.toml").read_text()).items()
    for text in texts
]
ANSWERS = [text for text, intent in LABELLED if intent is Intent.ANSWER]
REQUESTS = [(text, intent) for text, intent in LABELLED if intent is not Intent.ANSWER]


def test_the_labelled_messages_are_many_and_of_every_kind() -> None:
    counts = Counter(intent for _, intent in LABELLED)

    assert len(LABELLED) >= 250
    assert set(counts) == set(Intent)
    assert min(counts.values()) >= 10


def test_nearly_every_message_is_taken_as_it_was_meant() -> None:
    mistaken = [
        (text, meant, intent_of(text)) for text, meant in LABELLED if intent_of(text) is not meant
    ]

    assert len(mistaken) <= 0.03 * len(LABELLED), mistaken


def test_no_long_answer_is_taken_for_something_else() -> None:
    long = [text for text in ANSWERS if len(text.split()) > 20]

    assert len(long) >= 15
    assert {text: intent_of(text) for text in long} == dict.fromkeys(long, Intent.ANSWER)


@pytest.mark.parametrize(("text", "meant"), REQUESTS)
def test_case_and_closing_marks_change_nothing(text: str, meant: Intent) -> None:
    is_question = text.endswith("?")
    variants = [text.upper(), text.lower(), f"  {text}  ", f"{text}  🙂"]
    variants += [text + "!!"] if not is_question else [text + "??"]

    assert {intent_of(each) for each in variants} == {meant}


@pytest.mark.parametrize(
    "text",
    [text for text, intent in REQUESTS if intent in (Intent.SKIP, Intent.HINT, Intent.PAUSE)],
)
def test_courtesy_changes_nothing(text: str) -> None:
    meant = intent_of(text)

    assert intent_of(f"Sorry, {text}") is meant
    assert intent_of(f"ok so um {text}") is meant


@given(
    st.sampled_from(REQUESTS), st.sampled_from([text for text in ANSWERS if len(text.split()) > 20])
)
def test_a_request_before_a_long_answer_does_not_swallow_it(
    request_: tuple[str, Intent], answer: str
) -> None:
    text, meant = request_
    kept = {Intent.ANSWER, Intent.CORRECTION}
    if meant in (Intent.DISTRESS, Intent.PRY, Intent.ABUSE):
        kept.add(meant)

    assert intent_of(f"{text}. {answer}") in kept


@pytest.mark.parametrize("text", ["", "   ", "...", "?", "🙂", "!!!", "\x00"])
def test_what_holds_no_word_is_an_answer_that_holds_nothing(text: str) -> None:
    assert intent_of(text) is Intent.ANSWER
    assert not is_assent(text)


@pytest.mark.parametrize(
    "text", ["yes", "Yes please!", "ok sure", "go ahead", "yeah, that would help, thanks"]
)
def test_an_offer_can_be_accepted(text: str) -> None:
    assert is_assent(text)


@pytest.mark.parametrize("text", ["no", "yes, a hash map", "sure it is linear"])
def test_more_than_a_yes_is_no_mere_assent(text: str) -> None:
    assert not is_assent(text)


@given(st.text(max_size=300))
def test_any_text_is_meant_as_something(text: str) -> None:
    assert intent_of(text) in Intent
