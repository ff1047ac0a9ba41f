"""Text as the offline engines see it: sentences, clauses, words, stems.

A single line break is a blank like any other, since pasted text is often wrapped; an empty line or a bullet ends a sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from snowballstemmer import stemmer

from adapters.offline.spelling import order_of_growth, regular, spelled

_STEMMER = stemmer("english")
_BREAK = re.compile(
    r"""
      (?<! [.!?…] ) (?<! \be\.g ) (?<! \bi\.e ) (?<! \bvs ) [.!?…]++ ["'”’)\]*_`]*+ (?= \s | $ )
    | ;
    | \n [^\S\n]*+ \n
    | \n (?= [^\S\n]*+ (?: [-*•–] | \d{1,2}[.)] ) \s )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CLAUSE_ENDS = re.compile(r"""[,:()\[\]{}—–"“”]|\s-+\s""")
_NEW_CLAUSE = frozenset({"but", "because", "although", "whereas"})
# A letter or digit, with the accents and invisible joiners that may follow it.
_LETTER = "[^\\W_][\u0300-\u036f\u00ad\u200b-\u200d\ufeff]*+"
# `O(n log n)` is one word to an engineer, also when it is spoken; so are `c++` and `don't`.
_WORD = re.compile(
    rf"""
      (?P<growth> o\ ?\( (?: [^()\n] | \([^()\n]{{0,20}}\) ){{1,20}} \)
                | oh?\ of\ (?: one | 1 | n\ squared | n\ log\ n | log\ n | n )\b )
    | c\+\+ | [cf]\# | %
    | (?:{_LETTER})++ (?: ['’] (?:{_LETTER})++ )*+
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FUNCTION_WORDS = frozenset(
    """
    a an the of to in on at by for with from as is are was were be been being am do does did
    it its this that these those there here and or but so if then than i you we they he she
    my your our their me us them will would can could should may might must have has had just
    very really also too into about let
    """.split()
)

# English takes that many small words to link the others; a list of keywords has hardly any.
_SENTENCE_WORDS, _LINKING_SHARE = 5, 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word: its plain spelling, its stem, where it stands and in which clause."""

    plain: str
    stem: str
    start: int
    end: int
    clause: int

    @property
    def is_telling(self) -> bool:
        """Whether the word carries meaning of its own."""
        return self.plain not in _FUNCTION_WORDS


@dataclass(frozen=True)
class Sentence:
    """A sentence just as it was said, taken apart on demand."""

    text: str

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words in order."""
        return tuple(_words(self.text))

    @cached_property
    def telling(self) -> frozenset[str]:
        """The stems of the words that carry meaning."""
        return frozenset(word.stem for word in self.words if word.is_telling)

    @property
    def is_prose(self) -> bool:
        """Whether this is a sentence indeed, and not a list of keywords."""
        linking = sum(not word.is_telling for word in self.words)
        return len(self.words) >= _SENTENCE_WORDS and linking >= len(self.words) * _LINKING_SHARE

    @cached_property
    def places(self) -> dict[str, list[tuple[int, int]]]:
        """Where each stem stands, first and last word; *web socket* is a *websocket* too."""
        places: dict[str, list[tuple[int, int]]] = {}
        for at, word in enumerate(self.words):
            places.setdefault(word.stem, []).append((at, at))
            if at:
                joined = stem(self.words[at - 1].plain + word.plain)
                places.setdefault(joined, []).append((at - 1, at))
        return places


@lru_cache(maxsize=256)
def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text."""
    return tuple(Sentence(said) for said in _pieces(text))


@lru_cache(maxsize=20_000)
def cue_words(cue: str) -> tuple[str, ...]:
    """Return the words of a cue, of which there are not many, in their plain spelling."""
    return tuple(words(cue))


def words(text: str) -> list[str]:
    """Return the words of a text in their plain spelling."""
    return [word.plain for word in _taken_apart(text)]


def telling(text: str) -> tuple[str, ...]:
    """Return the stems of the words that carry meaning; all of them if none does."""
    every = _taken_apart(text)
    kept = [word for word in every if word.is_telling]
    return tuple(word.stem for word in kept or every)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return what a word has in common with its other forms."""
    stemmed: str = _STEMMER.stemWord(regular(word))
    return stemmed


def _pieces(text: str) -> Iterator[str]:
    start = 0
    for found in _BREAK.finditer(text):
        yield from _said(text[start : found.end()])
        start = found.end()
    yield from _said(text[start:])


def _said(piece: str) -> Iterator[str]:
    if _WORD.search(piece):
        yield piece.strip()


# The few texts of one turn are taken apart once; more of them would take too much memory.
@lru_cache(maxsize=64)
def _taken_apart(text: str) -> tuple[Word, ...]:
    return tuple(_words(text))


def _words(text: str) -> Iterator[Word]:
    clause = end = 0
    for found in _WORD.finditer(text):
        if _CLAUSE_ENDS.search(text, end, found.start()):
            clause += 1
        end = found.end()
        for plain in _plain(found):
            clause += plain in _NEW_CLAUSE
            yield Word(plain=plain, stem=stem(plain), start=found.start(), end=end, clause=clause)


def _plain(found: re.Match[str]) -> tuple[str, ...]:
    if found.group() == "%":
        return ("percent",)
    return (order_of_growth(found.group()),) if found["growth"] else spelled(found.group())
