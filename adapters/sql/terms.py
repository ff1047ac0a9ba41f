"""Words to be found by, in one plain form: the databases agree on little else about what a word is."""

import re
import unicodedata
from collections.abc import Sequence

# PostgreSQL takes `os.path` for a host and `tcp/ip` for a file, each one word; here they are two.
_WORD = re.compile(r"[^\W_]+")
# Nobody looks for more letters than that; PostgreSQL leaves out words that are too long for it.
_MOST_LETTERS = 60
# Whoever says more at once is found by its beginning; PostgreSQL refuses to index a megabyte.
MOST_CHARS = 50_000
# Somebody who pastes a whole page is after its beginning.
MOST_TERMS = 64
_EXCERPT_CHARS = 160
# A word that was found may end otherwise than the one that was looked for.
_ENDING, _SHORTEST = 3, 3


def terms_of(text: str) -> list[str]:
    """Return the words in a text, without case, accents and punctuation."""
    apart = unicodedata.normalize("NFKD", text[:MOST_CHARS])
    plain = "".join(each for each in apart if not unicodedata.combining(each))
    words = _WORD.findall(unicodedata.normalize("NFKC", plain.casefold()))
    return [word[:_MOST_LETTERS] for word in words]


def wanted(words: str) -> list[str]:
    """Return what somebody looks for: each word once, and not too many."""
    return list(dict.fromkeys(terms_of(words)))[:MOST_TERMS]


def excerpt_of(text: str, terms: Sequence[str]) -> str:
    """Return the part of a text, on one line, in which a first one of `terms` is."""
    line = " ".join(text.split())
    start = _place_of(line, terms)
    before = start - _EXCERPT_CHARS // 3
    start = line.rfind(" ", 0, before) + 1 if before > 0 else 0
    end = start + _EXCERPT_CHARS
    return ("…" if start else "") + line[start:end] + ("…" if end < len(line) else "")


def _place_of(line: str, terms: Sequence[str]) -> int:
    beginnings = tuple(term[: max(_SHORTEST, len(term) - _ENDING)] for term in terms)
    for match in _WORD.finditer(line):
        found = terms_of(match[0])
        if found and found[0].startswith(beginnings):
            return match.start()
    return 0
