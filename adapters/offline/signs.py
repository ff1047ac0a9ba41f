"""Signs of how somebody works, seen in how they speak."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from adapters.offline.phrases import Phrases, phrases, word_list
from adapters.offline.quoting import clip
from adapters.offline.words import Sentence, sentences
from core.domain.interview import CONSIDERED_CHARS
from core.domain.question import Axis
from core.domain.rubric import Quote
from core.domain.transcript import Turn

QUOTE_CHARS = 160
# A sentence with fewer words of its own than this, of those that carry meaning, says again what was said to it.
_OWN_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class Sign:
    """A way of speaking that speaks for an axis."""

    name: str
    axis: Axis
    says: Phrases


@dataclass(frozen=True, slots=True)
class Found:
    """A sign that was seen, and where."""

    sign: Sign
    quote: Quote


def found(axis: Axis, turn: Turn, told: str) -> Iterator[Found]:
    """Yield each sign of an axis that an answer shows, with the first sentence that shows it."""
    heard = frozenset(stem for each in sentences(told) for stem in each.telling)
    said = [
        (sentence.text, word_list(sentence))
        for sentence in sentences(turn.text[:CONSIDERED_CHARS])
        if sentence.is_prose and _is_own(sentence, heard)
    ]
    for sign in (sign for sign in SIGNS if sign.axis is axis):
        shows = next((text for text, words in said if sign.says.find(words) is not None), None)
        if shows:
            yield Found(sign, Quote(turn=turn.id, text=clip(shows, QUOTE_CHARS)))


def _is_own(sentence: Sentence, heard: frozenset[str]) -> bool:
    return len(sentence.telling - heard) >= _OWN_SHARE * len(sentence.telling)


def _signs() -> Iterator[Sign]:
    table = tomllib.loads(files(__package__).joinpath("signs.toml").read_text("utf-8"))
    for each in table["sign"]:
        yield Sign(each["name"], Axis(each["axis"]), phrases(each["says"]))


SIGNS = tuple(_signs())
