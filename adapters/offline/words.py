"""Text as the offline engines see it: sentences, words, stems."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from snowballstemmer import stemmer

_STEMMER = stemmer("english")
_SENTENCE = re.compile(r"[^.!?\n;]+(?:[.!?](?=\S)[^.!?\n;]+)*[.!?;]*")
# `O(n log n)` is one word to an engineer; so are `c++` and `don't`.
_WORD = re.compile(r"o\([^()\n]{1,20}\)|[^\W_]+(?:['’][^\W_]+)*\+{0,2}", re.IGNORECASE)
_FUNCTION_WORDS = frozenset(
    """
    a an the of to in on at by for with from as is are was were be been being am do does did
    it its this that these those there here and or but so if then than i you we they he she
    my your our their me us them will would can could should may might must have has had just
    very really also too into about
    """.split()
)
NEGATIONS = frozenset(
    """
    not no never without don't doesn't didn't isn't aren't wasn't can't cannot won't nothing
    neither
    """.split()
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it was said, and the stems of its words in order."""

    text: str
    stems: tuple[str, ...]


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a text."""
    for found in _SENTENCE.finditer(text):
        said = found.group().strip()
        if said:
            yield Sentence(said, stems(said))


def words(text: str) -> list[str]:
    """Return the words of a text, in lower case."""
    text = text.replace("%", " percent ").replace("’", "'").lower()
    return [found.group().replace(" ", "") for found in _WORD.finditer(text)]


def stems(text: str) -> tuple[str, ...]:
    """Return the stems of the words of a text, in order."""
    return tuple(_stem(word) for word in words(text))


def telling(text: str) -> tuple[str, ...]:
    """Return the stems of the words that carry meaning; all of them if none does."""
    every = words(text)
    kept = [word for word in every if word not in _FUNCTION_WORDS]
    return tuple(_stem(word) for word in kept or every)


def clip(text: str, limit: int) -> str:
    """Return a beginning of `text`, cut between words, that is still an exact part of it."""
    if len(text) <= limit:
        return text
    cut = text[:limit].rsplit(None, 1)[0] if " " in text[:limit] else text[:limit]
    return cut.rstrip(" ,;:-")


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    stem: str = _STEMMER.stemWord(word.removesuffix("'s"))
    return stem
