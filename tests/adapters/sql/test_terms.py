import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.sql.terms import MOST_TERMS, excerpt_of, terms_of, wanted
from tests.adapters.sql.test_words import ANYTHING

PLAIN = re.compile(r"[^\W_]{1,60}")


@given(ANYTHING)
def test_terms_are_plain_words_whatever_is_typed(typed: str) -> None:
    terms = terms_of(typed)

    assert all(PLAIN.fullmatch(term) for term in terms)
    assert " ".join(terms).encode().decode() == " ".join(terms)
    assert terms_of(" ".join(terms)) == terms


@given(st.lists(ANYTHING))
def test_nobody_looks_for_a_word_twice_or_for_too_many(typed: list[str]) -> None:
    terms = wanted(" ".join(typed))

    assert len(set(terms)) == len(terms) <= MOST_TERMS


@given(ANYTHING, st.lists(ANYTHING))
def test_an_excerpt_is_a_part_of_the_line(typed: str, looked_for: list[str]) -> None:
    line = " ".join(typed.split())

    excerpt = excerpt_of(typed, wanted(" ".join(looked_for)))

    assert excerpt.removeprefix("…").removesuffix("…") in line + "…"
    assert len(excerpt) <= 162


@pytest.mark.parametrize("place", [0, 1, 5, 20, 21, 100, 199, 200])
def test_an_excerpt_shows_what_was_found_wherever_it_was(place: int) -> None:
    words = ["another"] * 201
    words[place] = "caching"

    assert "caching" in excerpt_of(" ".join(words), ["cached"])
