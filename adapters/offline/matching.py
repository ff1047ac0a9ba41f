"""Finds the cues of key points in what somebody said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from adapters.offline.words import NEGATIONS, Sentence, sentences, telling

# The words of a cue count as said together within this many words.
_REACH = 8
_BEFORE = 3


@dataclass(frozen=True, slots=True)
class Match:
    """A cue that was said, and the sentence that said it."""

    cue: str
    sentence: str


def first_match(cues: Sequence[str], text: str) -> Match | None:
    """Return the first sentence of `text` in which one of `cues` is said and not denied."""
    for sentence in _sentences(text):
        for cue in cues:
            if _is_said(cue, sentence):
                return Match(cue, sentence.text)
    return None


def is_said(cues: Iterable[str], text: str) -> bool:
    """Tell whether one of `cues` is said in `text`."""
    return first_match(tuple(cues), text) is not None


@lru_cache(maxsize=256)
def _sentences(text: str) -> tuple[Sentence, ...]:
    return tuple(sentences(text))


@lru_cache(maxsize=20_000)
def _telling(cue: str) -> tuple[str, ...]:
    return telling(cue)


def _is_said(cue: str, sentence: Sentence) -> bool:
    wanted = _telling(cue)
    places = {stem: _places(stem, sentence.stems) for stem in wanted}
    if not all(places.values()):
        return False
    rarest = min(places.values(), key=len)
    return any(_is_together(start, places, cue, sentence) for start in rarest)


def _is_together(start: int, places: dict[str, list[int]], cue: str, sentence: Sentence) -> bool:
    nearest = [min(found, key=lambda at: abs(at - start)) for found in places.values()]
    if max(nearest) - min(nearest) > _REACH:
        return False
    before = sentence.stems[max(0, min(nearest) - _BEFORE) : min(nearest)]
    return NEGATIONS.isdisjoint(before) or not NEGATIONS.isdisjoint(cue.lower().split())


def _places(stem: str, said: tuple[str, ...]) -> list[int]:
    return [at for at, each in enumerate(said) if each == stem]
