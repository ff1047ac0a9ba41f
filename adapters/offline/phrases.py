"""Phrases: a plain way to write down what words to look for.

A phrase is words. `(a|b)` is either of them, `word?` may be left out, `word*` is any word that begins so, `#` is a number, and
`*` is up to four words of one clause, none of which turns the thought (*but*, *maybe*, *would*).
What is looked at is a list of words with a comma between clauses.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from adapters.offline.spelling import spelled
from adapters.offline.words import Sentence

_GAP = 4
_TOKEN = re.compile(r"\([^)]*\)\??|\S+")
COMMA = ","
_TURNS = frozenset(", but so maybe perhaps probably would because then however except".split())
_NUMBERS = frozenset("one two three four five six seven eight nine ten half few couple".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One place in a phrase, and the words that fit there."""

    words: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()
    is_number: bool = False
    is_optional: bool = False
    is_gap: bool = False

    def fits(self, word: str) -> bool:
        """Tell whether `word` may stand here."""
        if self.is_gap:
            return word not in _TURNS
        if self.is_number and (word.isdigit() or word in _NUMBERS):
            return True
        return word in self.words or bool(self.beginnings and word.startswith(self.beginnings))


Phrase = tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Many phrases, filed by the word that they begin with."""

    by_word: Mapping[str, tuple[Phrase, ...]] = field(default_factory=dict)
    others: tuple[Phrase, ...] = ()

    def end(self, said: Sequence[str], at: int) -> int | None:
        """Return where the longest phrase that begins at `at` ends."""
        if at >= len(said):
            return None
        found = self.by_word.get(said[at], ()) + self.others
        if not found:
            return None
        ends = [end for phrase in found if (end := _end(phrase, said, at)) is not None]
        return max(ends, default=None)

    def find(self, said: Sequence[str]) -> int | None:
        """Return where the first phrase in `said` begins."""
        return next((at for at in range(len(said)) if self.end(said, at) is not None), None)


def phrases(lines: Iterable[str]) -> Phrases:
    """Return phrases that are ready to be looked for."""
    by_word: dict[str, list[Phrase]] = {}
    others: list[Phrase] = []
    for phrase in (phrase for line in lines for phrase in _written(line)):
        first = phrase[0]
        if not first.words or first.beginnings or first.is_optional:
            others.append(phrase)
            continue
        for word in first.words:
            by_word.setdefault(word, []).append(phrase)
    return Phrases({word: tuple(each) for word, each in by_word.items()}, tuple(others))


def word_list(sentence: Sentence) -> list[str]:
    """Return the words of a sentence, with a comma between its clauses."""
    said: list[str] = []
    for before, word in zip((None, *sentence.words), sentence.words, strict=False):
        said.extend([COMMA] if before and before.clause != word.clause else [])
        said.append(word.plain)
    return said


def vocabulary(lines: Iterable[str]) -> frozenset[str]:
    """Return every whole word of some phrases."""
    slots = (slot for line in lines for phrase in _written(line) for slot in phrase)
    return frozenset(word for slot in slots for word in slot.words)


def _written(line: str) -> Iterable[Phrase]:
    """Return the phrases that a line stands for; a choice between several words makes more than one."""
    ways = [_ways(token) for token in _TOKEN.findall(line)]
    return (tuple(slot for way in each for slot in way) for each in product(*ways))


def _ways(token: str) -> list[Phrase]:
    is_optional = token.endswith("?")
    choices = token.removesuffix("?").strip("()").split("|")
    if all(len(_spelled(each)) == 1 for each in choices):
        return [(_slot(choices, is_optional=is_optional),)]
    ways = [tuple(_slot([word], is_optional=False) for word in _spelled(each)) for each in choices]
    return [*ways, ()] if is_optional else ways


def _slot(choices: Sequence[str], *, is_optional: bool) -> Slot:
    beginnings = tuple(each[:-1] for each in choices if len(each) > 1 and each.endswith("*"))
    return Slot(
        words=frozenset(
            word for each in choices for word in _spelled(each) if word.isalnum() or word == COMMA
        ),
        beginnings=beginnings,
        is_number="#" in choices,
        is_optional=is_optional,
        is_gap=choices == ["*"],
    )


def _spelled(words: str) -> list[str]:
    return [word for token in words.split() for word in spelled(token)]


def _end(phrase: Phrase, said: Sequence[str], at: int) -> int | None:
    """Return where `phrase`, laid over `said` from `at` on, ends; the longest way counts."""
    for number, slot in enumerate(phrase):
        if at < len(said) and said[at] != COMMA and not (slot.is_optional or slot.is_gap):
            # Nearly all there is: one word, which fits or does not.
            if not slot.fits(said[at]):
                return None
            at += 1
        else:
            return _longest(phrase[number:], said, at)
    return at


def _longest(phrase: Phrase, said: Sequence[str], at: int) -> int | None:
    ends = {at}
    for slot in phrase:
        ends = {end for each in ends for end in _ways_on(slot, said, each)}
        if not ends:
            return None
    return max(ends)


def _ways_on(slot: Slot, said: Sequence[str], at: int) -> Iterator[int]:
    if slot.is_optional or slot.is_gap:
        yield at
    if said[at : at + 1] == [COMMA] and not slot.is_gap and not slot.fits(COMMA):
        at += 1
    for length in range(1, (_GAP if slot.is_gap else 1) + 1):
        if at + length > len(said) or not slot.fits(said[at + length - 1]):
            return
        yield at + length
