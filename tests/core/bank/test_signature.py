import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.signature import (
    LARGEST,
    ListOf,
    MapOf,
    Scalar,
    Value,
    ValueType,
    fits,
    parse_type,
)
from tests.core.bank.test_starters import TYPES

INTS = st.integers(min_value=-LARGEST - 1, max_value=LARGEST)


def values(type_: ValueType) -> st.SearchStrategy[Value]:
    """Return values of a type."""
    match type_:
        case Scalar.INT:
            return INTS
        case Scalar.FLOAT:
            return INTS | st.floats(allow_nan=False, allow_infinity=False)
        case Scalar.BOOL:
            return st.booleans()
        case Scalar.STRING:
            return st.text()
        case ListOf(item):
            return st.lists(values(item), max_size=3).map(lambda each: each)
        case MapOf(item):
            return st.dictionaries(st.text(), values(item), max_size=3).map(lambda each: each)


@given(TYPES)
def test_a_type_reads_back_as_it_is_printed(type_: ValueType) -> None:
    assert parse_type(str(type_)) == type_


@given(TYPES, st.data())
def test_blanks_between_the_words_of_a_type_do_not_matter(
    type_: ValueType, data: st.DataObject
) -> None:
    spaced = "".join(
        each + " " * data.draw(st.integers(0, 2)) if each in "[]," else each for each in str(type_)
    )

    assert parse_type(spaced) == type_


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "",
            "it ends where a type belongs, which is none of int, float, bool, string, list and map",
        ),
        ("str", "“str” is none of int, float, bool, string, list and map"),
        ("list", "it ends where “[” belongs"),
        ("list[int", "it ends where “]” belongs"),
        ("list[]", "“]” is none of int, float, bool, string, list and map"),
        ("map[int, int]", "“int” stands where “string” belongs"),
        ("map[string; int]", "“map[string; int]” is no type, at “; int]”"),
        ("List<int>", "“List<int>” is no type"),
        ("int int", "“int int” goes on with “int” after a whole type"),
        ("list[" * 5000, "it is nested more than 16 deep"),
    ],
    ids=lambda each: each[:20],
)
def test_what_is_no_type_is_told_in_plain_words(text: str, said: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011  the words are compared below
        parse_type(text)

    assert str(caught.value) == said


@given(st.text(alphabet="intlismap[string],boflo ", max_size=30))
def test_any_text_is_a_type_or_a_value_error(text: str) -> None:
    try:
        found = parse_type(text)
    except ValueError:
        return
    assert parse_type(str(found)) == found


@given(TYPES.flatmap(lambda type_: st.tuples(st.just(type_), values(type_))))
def test_values_of_a_type_fit_it(pair: tuple[ValueType, Value]) -> None:
    type_, value = pair

    assert fits(value, type_)


@pytest.mark.parametrize(
    ("value", "type_"),
    [
        (True, "int"),
        (True, "float"),
        (1, "bool"),
        (1.0, "int"),
        ("1", "int"),
        (None, "string"),
        (math.nan, "float"),
        (math.inf, "float"),
        (LARGEST + 1, "int"),
        (-LARGEST - 2, "int"),
        (10**400, "float"),
        ([1, "2"], "list[int]"),
        ({"a": 1}, "list[int]"),
        ([1], "map[string, int]"),
        ({"a": [1]}, "map[string, int]"),
        ({1: 1}, "map[string, int]"),
        ((1, 2), "list[int]"),
    ],
)
def test_what_another_language_could_not_hold_does_not_fit(value: object, type_: str) -> None:
    assert not fits(value, parse_type(type_))
