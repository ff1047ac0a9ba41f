"""Cuts quotes out of what was said: short, exact, and clean at both ends."""

import re
from collections.abc import Sequence

from adapters.offline.matching import Match
from adapters.offline.words import Word

# Quotes stand inside quotation marks, so they hold none; a break in the line would look odd.
_BORDER = re.compile(r"""[,:;()\[\]{}—–"“”«»`*\n]|\s-+\s|[.!?…]+(?=\s)""")
_GOOD_BEGINNING = frozenset(
    """
    i we it they he she you the a an my our your their its his her this these those each every one
    two three some another both no
    """.split()
)
_NO_BEGINNING = frozenset(
    """
    and or but so then also well um uhm uh er ah oh like because since which that who whose where when
    while if though although as than basically actually just ok okay yes yeah hmm maybe therefore
    hence thus
    """.split()
)
# Where a clause is too long it may be cut before one of these.
_JOINS = frozenset("and or which who while".split())
_NO_END = frozenset(
    """
    the a an of to in on at by for with from into about and or but so then than that which who whose if
    as because since when while where is are was were be been am will would can could should may might
    must has have had do does did not my your our their its his this these those each every i we they
    he she
    """.split()
)


def quote(match: Match, limit: int) -> str:
    """Return the words around a match, at most `limit` characters; an exact part of what was said."""
    said = match.sentence.words
    first, end = _clause(match)
    first = next(at for at in _beginnings(match, first) if _fits(said, at, match.last, limit))
    last = next(at for at in range(end, match.last - 1, -1) if _fits(said, first, at, limit))
    if last < end:
        last = next(
            (at - 1 for at in range(last, match.last, -1) if said[at].plain in _JOINS), last
        )
    while last > match.last and said[last].plain in _NO_END:
        last -= 1
    return _unhyphenated(match, first, last, limit)


def excerpt(match: Match, limit: int) -> str:
    """Return the sentence of a match, or as much around the match as the limit allows."""
    text = match.sentence.text
    return text if len(text) <= limit else quote(match, limit) or clip(text, limit)


def clip(text: str, limit: int) -> str:
    """Return a beginning of `text`, cut between words, that is still an exact part of it."""
    if len(text) <= limit:
        return text
    cut = text[:limit].rsplit(None, 1)[0] if " " in text[:limit] else text[:limit]
    return cut.rstrip(" ,;:-")


def _clause(match: Match) -> tuple[int, int]:
    """Return the first and last word of the clauses in which the match lies."""
    said, text = match.sentence.words, match.sentence.text
    first, last = match.first, match.last
    while first > 0 and not _BORDER.search(text, said[first - 1].end, said[first].start):
        first -= 1
    while last + 1 < len(said) and not _BORDER.search(text, said[last].end, said[last + 1].start):
        last += 1
    return first, last


def _beginnings(match: Match, start: int) -> list[int]:
    """Return where a quote may begin, the best place first; the last one is always possible."""
    said = match.sentence.words
    while start < match.first and said[start].plain in _NO_BEGINNING:
        start += 1
    good = [at for at in range(start, match.first) if said[at].plain in _GOOD_BEGINNING]
    return [start, *good, match.first, match.last]


def _fits(said: Sequence[Word], first: int, last: int, limit: int) -> bool:
    return first == last or said[last].end - said[first].start <= limit


def _unhyphenated(match: Match, first: int, last: int, limit: int) -> str:
    """Return the quote with the rest of a word such as *at-least-once* that it would cut apart."""
    text, said = match.sentence.text, match.sentence.words
    start, end = said[first].start, said[last].end
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] in "-'’_/"):
        start -= 1
    while end < len(text) and (text[end].isalnum() or text[end] in "-'’_/"):
        end += 1
    found = text[start:end] if end - start <= limit else text[said[first].start : said[last].end]
    return "" if "\n" in found or len(found) > limit else found.strip(" -'’_/")
