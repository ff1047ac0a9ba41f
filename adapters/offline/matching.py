"""Finds the cues of key points in what somebody said."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from adapters.offline.denial import is_denial, is_denied
from adapters.offline.words import Sentence, sentences, stem, telling, words

# The words of a cue count as said together within this many words.
_REACH = 8
# *Cost us* is more than *cost*: where one word carries all the meaning, the small ones have to stand by it.
_SLACK = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A cue that was said: the sentence that said it, and the first and last word that did."""

    cue: str
    sentence: Sentence
    first: int
    last: int


def first_match(cues: Iterable[str], text: str) -> Match | None:
    """Return the first place in `text` at which one of `cues` is said and not denied."""
    return next(matches(tuple(cues), text), None)


def matches(cues: Sequence[str], text: str) -> Iterator[Match]:
    """Yield the places in `text` at which `cues` are said and not denied, one per cue and sentence."""
    said = _stems(text)
    possible = [cue for cue in cues if any(said >= terms for terms in _spellings(cue))]
    for sentence in sentences(text) if possible else ():
        for cue in possible:
            if match := _match(cue, sentence):
                yield match


def is_said(cues: Iterable[str], text: str) -> bool:
    """Tell whether one of `cues` is said in `text`."""
    return first_match(cues, text) is not None


def is_mentioned(cue: str, text: str) -> bool:
    """Tell whether the words of `cue` stand together in `text`, be it to deny them."""
    said = _stems(text)
    if not any(said >= terms for terms in _spellings(cue)):
        return False
    return any(next(_spots(cue, each), None) for each in sentences(text))


@lru_cache(maxsize=256)
def _stems(text: str) -> frozenset[str]:
    """Return all that stands in a text; most cues do not, whatever the sentence."""
    return frozenset(each for sentence in sentences(text) for each in sentence.places)


def _match(cue: str, sentence: Sentence) -> Match | None:
    for spot in _spots(cue, sentence):
        if is_denial(cue) or not is_denied(sentence.words, spot):
            return Match(cue=cue, sentence=sentence, first=spot[0], last=spot[-1])
    return None


def _spots(cue: str, sentence: Sentence) -> Iterator[list[int]]:
    """Yield the places of a cue's words, where they stand within reach of each other."""
    places = sentence.places
    for terms in _spellings(cue):
        if places.keys() >= terms:
            found = [places[term] for term in terms]
            starts = sorted({first for each in found for first, _ in each})
            reach = _reach(cue)
            yield from (spot for start in starts if (spot := _within(reach, start, found)))


def _within(reach: int, start: int, found: list[list[tuple[int, int]]]) -> list[int] | None:
    spot: set[int] = set()
    for places in found:
        at = bisect_left(places, (start, start))
        if at == len(places) or places[at][1] > start + reach:
            return None
        spot.update(places[at])
    return sorted(spot)


@lru_cache(maxsize=20_000)
def _spellings(cue: str) -> tuple[frozenset[str], ...]:
    """Return a cue's terms, apart and as one word, since *hash map* is often written *hashmap*."""
    terms = frozenset(map(stem, words(cue)) if _is_tight(cue) else telling(cue))
    return terms, frozenset({stem("".join(words(cue)))})


@lru_cache(maxsize=20_000)
def _reach(cue: str) -> int:
    return len(words(cue)) - 1 + _SLACK if _is_tight(cue) else _REACH


def _is_tight(cue: str) -> bool:
    return len(set(telling(cue))) == 1 < len(words(cue))
