"""Quotes are short, exact, and clean at both ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.offline.coverage import coverage
from adapters.offline.matching import first_match
from adapters.offline.quoting import excerpt, quote
from tests.adapters.offline.pieces import EVERYTHING, HASH_MAP

LIMIT = 60
ALL_CUES = tuple(cue for question in EVERYTHING for point in question.points for cue in point.cues)
NEVER_FIRST = frozenset("and or but so um uh well because which that then".split())
NEVER_LAST = frozenset("the a an of to in on at and or but that which my is was would".split())


@pytest.mark.parametrize(
    ("cue", "said", "quoted"),
    [
        ("rehash", "and then I would rehash", "I would rehash"),
        ("rehash", "So, um, we rehash everything into it, slowly.", "we rehash everything into it"),
        ("rehash", "It is slow (we rehash it all) but rare", "we rehash it all"),
        ("rehash", "we “rehash” it", "rehash"),
        (
            "load factor",
            "to stay fast the map watches its load factor and past a threshold allocates a larger table",
            "to stay fast the map watches its load factor",
        ),
        ("rehash", "past 0.75 it grows and rehashes", "past 0.75 it grows and rehashes"),
        ("at least once", "we promise at-least-once delivery", "we promise at-least-once delivery"),
    ],
)
def test_a_quote_is_cut_at_a_clean_place(cue: str, said: str, quoted: str) -> None:
    match = first_match([cue], said)

    assert match is not None
    assert quote(match, LIMIT) == quoted


def test_words_that_do_not_fit_are_not_quoted() -> None:
    match = first_match(["a" * 80], "a" * 80)

    assert match is not None
    assert not quote(match, LIMIT)


def test_words_on_two_lines_are_not_quoted() -> None:
    match = first_match(["load factor"], "the load\nfactor")

    assert match is not None
    assert not quote(match, LIMIT)


def test_an_excerpt_shows_the_match_even_late_in_a_long_sentence() -> None:
    said = "word " * 60 + "and in the end I rehash the table"
    match = first_match(["rehash"], said)

    assert match is not None
    assert "rehash" in excerpt(match, 160)
    assert excerpt(match, 160) in said


@given(st.sampled_from(EVERYTHING), st.integers(20, 160))
def test_every_quote_is_short_exact_and_clean(question: object, limit: int) -> None:
    asked = next(each for each in EVERYTHING if each is question)
    text = asked.reference.replace("\n", " ")

    quotes = {m.cue: quote(m, limit) for m in coverage(asked.points, text).values()}

    for cue, said in quotes.items():
        assert len(said) <= limit
        assert said in text
        assert said == said.strip(" ,;:-")
        assert cue.startswith(said[:5]) or NEVER_FIRST.isdisjoint(said.lower().split()[:1])
    assert sum(bool(said) for said in quotes.values()) >= len(quotes) / 2


@given(st.text(alphabet="ab cdO(n)-'’,.\n“”é🙂", max_size=200))
def test_whatever_is_said_a_quote_is_a_part_of_it(text: str) -> None:
    match = first_match(["a", "b", "ab", "O(n)"], text)

    assert match is None or quote(match, LIMIT) in text
    assert match is None or excerpt(match, LIMIT) in text


def test_quotes_of_a_full_answer_do_not_hang_in_the_air() -> None:
    text = HASH_MAP.reference.replace("\n", " ")

    lasts = [quote(m, LIMIT).split()[-1] for m in coverage(HASH_MAP.points, text).values()]

    assert NEVER_LAST.isdisjoint(lasts)
