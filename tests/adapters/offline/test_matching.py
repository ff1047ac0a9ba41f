"""When a cue counts as said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.offline.coverage import coverage
from adapters.offline.matching import first_match, is_mentioned, is_said
from tests.adapters.offline.pieces import EVERYTHING, HASH_MAP


@pytest.mark.parametrize(
    "denied",
    [
        "I would not use a cache",
        "we don't need a cache",
        "dont use a cache",
        "no cache",
        "there is no need for a cache",
        "I have never heard of a cache",
        "I don't know what a cache is",
        "I'd do it without a cache",
        "a cache is not needed here",
        "a cache isn't necessary",
        "I'm not really going to use a cache",
        "I don't think a cache is a good idea",
        "neither a cache nor a queue",
        "not a cache but a queue",
        "nobody needs a cache",
    ],
)
def test_a_point_that_is_denied_is_not_made(denied: str) -> None:
    assert not is_said(["cache"], denied)
    assert is_mentioned("cache", denied)


@pytest.mark.parametrize(
    "affirmed",
    [
        "not only a cache but also a queue",
        "it's not just a cache",
        "don't forget the cache",
        "you can't avoid a cache",
        "it is not fast, a cache helps",
        "if there is no cache the database dies",
        "Without a cache the database dies",
        "I could not do without a cache",
        "the cache does not block",
        "the cache never holds stale data",
        "why not use a cache",
        "No, a cache.",
        "we did not lose data thanks to the cache",
        "it does not scale because the cache is cold",
        "I don't know the exact size of the cache",
    ],
)
def test_a_denial_of_something_else_leaves_the_point(affirmed: str) -> None:
    assert is_said(["cache"], affirmed)


@pytest.mark.parametrize(
    ("cue", "said"),
    [
        ("resize", "It is RESIZING then"),
        ("rolled back", "we had to roll it all back"),
        ("O(n)", "it is O( n ) overall"),
        ("O(n)", "that is o of n"),
        ("O(n log n)", "O(n*log(n))"),
        ("O(n^2)", "O(n²)"),
        ("O(n^2)", "oh of n squared"),
        ("c++", "in C++ I would"),
        ("99.9", "up 99.9% of the time"),
        ("percent", "by 12 %"),
        ("hash map", "a HashMap"),
        ("hash map", "hash_map = {}"),
        ("websocket", "a web socket"),
        ("key value store", "a key-value store"),
        ("behaviour", "its behavior"),
        ("serialise", "we serialized it"),
        ("naive", "the naïve way"),
        ("naive", "the nai\u0308ve way"),
        ("cache", "\uff43\uff41\uff43\uff48\uff45"),
        ("cache", "ca\u00adche"),
        ("two pointers", "2 pointers"),
        ("not thread safe", "a list isn't thread safe"),
        ("load factor", "the load\nfactor"),
        ("get key", "value = cache.get(key)"),
        ("the owner's lock", "the owner’s lock"),
    ],
)  # fmt: skip
def test_one_thing_written_in_two_ways_is_one_thing(cue: str, said: str) -> None:
    assert is_said([cue], said)


@pytest.mark.parametrize(
    ("cue", "said"),
    [
        ("cost us", "the cost is linear"),
        ("load factor", "load it. The factor is two"),
        ("load factor", "load " + "and so it goes on and on and on " * 2 + "factor"),
        ("c++", "grade c"),
        ("O(n)", "O(n^2)"),
        ("hash", ""),
        ("list in bucket", "- list\n- bucket"),
    ],
)
def test_two_things_are_not_one(cue: str, said: str) -> None:
    assert not is_said([cue], said)


def test_a_match_tells_where_it_is() -> None:
    match = first_match(["load factor"], "First nothing. Then the load factor decides.")

    assert match is not None
    assert match.sentence.text == "Then the load factor decides."
    assert [match.sentence.words[at].plain for at in (match.first, match.last)] == [
        "load",
        "factor",
    ]


QUESTIONS = st.sampled_from(EVERYTHING)


@given(QUESTIONS, st.sampled_from([str.upper, str.lower, str.title, str.swapcase]))
def test_case_does_not_change_what_is_covered(question: object, change: object) -> None:
    assert question in EVERYTHING
    asked = next(each for each in EVERYTHING if each is question)
    assert callable(change)

    changed = coverage(asked.points, change(asked.reference))

    assert changed.keys() == coverage(asked.points, asked.reference).keys()


@given(
    QUESTIONS,
    st.lists(st.sampled_from([" ", "  ", "\t", "\n", " \n", "\u00a0"]), min_size=5, max_size=5),
)
def test_white_space_does_not_change_what_is_covered(question: object, blanks: list[str]) -> None:
    asked = next(each for each in EVERYTHING if each is question)
    pieces = asked.reference.split()

    spaced = "".join(word + blanks[at % len(blanks)] for at, word in enumerate(pieces))

    assert coverage(asked.points, spaced).keys() == coverage(asked.points, asked.reference).keys()


@given(
    QUESTIONS,
    st.sampled_from(["!", "...", "?!", ".”", ". 🙂"]),
    st.sampled_from(["**", "_", "`", '"', "'"]),
)
def test_punctuation_does_not_change_what_is_covered(
    question: object, stop: str, mark: str
) -> None:
    asked = next(each for each in EVERYTHING if each is question)
    words = asked.reference.split()

    marked = " ".join(
        f"{mark}{word}{mark}" if word.isalpha() and at % 7 == 0 else word
        for at, word in enumerate(words)
    ).replace(". ", f"{stop} ")

    assert coverage(asked.points, marked).keys() >= coverage(asked.points, asked.reference).keys()


@given(QUESTIONS, QUESTIONS, st.integers(0, 20))
def test_one_more_sentence_takes_nothing_away(question: object, other: object, at: int) -> None:
    asked = next(each for each in EVERYTHING if each is question)
    more = next(each for each in EVERYTHING if each is other).reference.split(". ")
    sentence = more[at % len(more)].rstrip(".") + "."

    before = coverage(asked.points, asked.reference)

    assert coverage(asked.points, f"{sentence} {asked.reference}").keys() >= before.keys()
    assert coverage(asked.points, f"{asked.reference} {sentence}").keys() >= before.keys()


@pytest.mark.parametrize(
    "word", ["key ", "key compare ", "not ", "compare, ", "(", "O(", ".", "\n", "a’", "e\u0301"]
)
def test_hostile_input_is_read_like_any_other(word: str) -> None:
    assert coverage(HASH_MAP.points, (word * 20_000)[:20_000]) is not None
