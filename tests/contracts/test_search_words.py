"""What every shelf owes what people type: all of it is words, and none of it is a query."""

import pytest

from tests.contracts.library import Library
from tests.contracts.test_search import opened, seqs
from tests.scenes import answer


@pytest.mark.parametrize(
    "words", ["caching", "Cached", "CACHES", "cache cache", '"cache"', "stampede, cache!"]
)
async def test_neither_case_nor_endings_nor_punctuation_count(library: Library, words: str) -> None:
    await opened(library, "first", answer("A cache can see a stampede."))

    assert 4 in await seqs(library, words)


@pytest.mark.parametrize(
    ("said", "looked_for"),
    [
        pytest.param("call os.path.join there", "path", id="a name with dots"),
        pytest.param("over TCP/IP or https://example.org/a-b", "ip example b", id="addresses"),
        pytest.param("a write-ahead log", "ahead", id="hyphens"),
        pytest.param("my_long_name = 1", "long", id="underscores"),
        pytest.param("it is O(n log n), say 3.14", "14 n", id="numbers and letters"),
        pytest.param("Größe und ÄPFEL", "grosse apfel", id="German"),
        pytest.param("a nai\u0308ve cafe\u0301", "na\u00efve cafe", id="accents"),
        pytest.param("to be or not to be", "to be", id="words that are everywhere"),
        pytest.param(
            "\u0434\u043e\u043c \u0438 \u043a\u044d\u0448", "\u041a\u042d\u0428", id="Russian"
        ),
        pytest.param("half \ud83d of it\0and more", "half and", id="no text at all"),
        pytest.param("x" * 3_000, "x" * 3_000, id="a word without an end"),
        pytest.param("ä" * 100 + "  words " * 60_000, "words", id="half a megabyte"),
    ],
)
async def test_whatever_was_said_is_found(library: Library, said: str, looked_for: str) -> None:
    await opened(library, "first", answer(said))

    assert 4 in await seqs(library, looked_for)


@pytest.mark.parametrize(
    "words",
    [
        "",
        " \n\t",
        "\0",
        '"',
        "'; DROP TABLE said; --",
        "AND",
        "stale AND",
        "NEAR(stale, 2)",
        "words:stale",
        "NOT",
        "sta*",
        "stale OR fresh",
        "<-> & :*",
        "%s %(x)s :x ?",
        "👩‍👩‍👧‍👦",
        "\ud83d",
        "\U00016e40\U00016e60 \U00010fffd",
        "\u093f \u0301",
        "- + { } [ ] \\ / ~",
        "why " * 2_500,
        " ".join(f"word{number}" for number in range(1_200)),
        "x" * 10_000,
    ],
)
async def test_nothing_that_is_typed_is_a_query(library: Library, words: str) -> None:
    await opened(library, "first", answer("It goes stale."))

    assert await library.search(words) == ()
    assert await seqs(library, "stale") == {4}


@pytest.mark.parametrize("words", ["^stale", "(stale", "stale | !stale", "-stale", '"goes it"'])
async def test_what_surrounds_a_word_means_nothing(library: Library, words: str) -> None:
    await opened(library, "first", answer("It goes stale."))

    assert await seqs(library, words) == {4}


async def test_operators_are_words_like_others(library: Library) -> None:
    await opened(library, "first", answer("this and that or not near these"), answer("this that"))

    assert await seqs(library, "this AND that") == {4}
    assert await seqs(library, "this OR that NOT NEAR") == {4}
