"""The small language in which phrases are written, and that looking for them stays cheap."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import overload

import pytest

from adapters.offline.phrases import phrases, word_list
from adapters.offline.words import sentences


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("skip this", "so skip this now"),
        ("(skip|pass) this", "pass this"),
        ("a hint?", "a hint"),
        ("a small? hint", "a hint"),
        ("a small? hint", "a small hint"),
        ("test*", "testing"),
        ("# minutes", "5 minutes"),
        ("# minutes", "five minutes"),
        ("the * question", "the very last question"),
        ("the * question", "the question"),
        ("(in the end|finally)", "in the end"),
        ("wait (a second)? please", "wait please"),
        ("i don't know", "I do not know"),
        ("no wait", "no, wait"),
    ],
)
def test_a_phrase_is_found(phrase: str, said: str) -> None:
    assert phrases([phrase]).find(word_list(sentences(said)[0])) is not None


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("skip this", "skip that"),
        ("test*", "contest"),
        ("# minutes", "many minutes"),
        ("the * question", "the one that you asked as a question"),
        ("give me * hint", "give me time, a hint"),
        ("i know *", ""),
        ("know * hash", "know but hash"),
    ],
)
def test_a_phrase_is_not_found(phrase: str, said: str) -> None:
    words = [word for each in sentences(said) for word in word_list(each)]

    assert phrases([phrase]).find(words) is None


@dataclass(slots=True)
class Counted(Sequence[str]):
    """Words that count how often they are looked at."""

    words: list[str]
    looks: list[int] = field(default_factory=lambda: [0])

    def __len__(self) -> int:
        return len(self.words)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        self.looks[0] += 1
        return self.words[at]


@pytest.mark.parametrize("word", ["a", "never", "i", ",", "x"])
def test_the_work_grows_with_the_text_and_not_faster(word: str) -> None:
    hostile = phrases(["never * * * known", "a a? a? a? a? a? b", "* * * x?", "i (a|never)? * i"])
    short, long = Counted([word] * 500), Counted([word] * 5_000)

    for said in (short, long):
        for at in range(len(said)):
            hostile.end(said, at)

    assert long.looks[0] <= 11 * short.looks[0]
    assert long.looks[0] <= 300 * len(long)
