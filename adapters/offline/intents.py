"""What a message is meant as, by rules that would rather hear an answer than miss one.

A message that is made of nothing but known phrases is what they say. Anything else is an answer, unless it is short and holds a phrase that
can hardly be part of one. The phrases are in `intents.toml`.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files

from adapters.offline.phrases import COMMA, Phrases, phrases, vocabulary, word_list
from adapters.offline.typos import mended
from adapters.offline.words import Sentence, sentences
from core.domain.reading import Intent

# A clip or a paste can be long; what a message is meant as shows at its start.
_LOOKED_AT = 3_000
# In a longer message a slip of the pen does not decide.
_MENDABLE = 12
_REPORTS = frozenset(
    "said told tell says saying called calling shouted yelled wrote thought".split()
)
_REPORTED_WITHIN = 4
# *I really can't* means what *I can't* means.
_EMPHASIS = frozenset(
    "really honestly truly literally totally completely absolutely definitely seriously quite".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    """How one intent is recognised."""

    intent: Intent
    within: int
    always: Phrases
    says: Phrases
    starts: Phrases
    asks: Phrases
    plainly: Phrases
    alone: Phrases

    def is_meant(self, said: Sequence[Sequence[str]], questions: Sequence[bool]) -> bool:
        """Tell whether sentences, given as words, hold a phrase of this rule where it counts."""
        whole = _joined(said)
        if _length(said) > self.within:
            return False
        return (
            self.always.find(whole) is not None
            or _is_own(self.says.find(whole), whole)
            or any(_starts(self.starts, each) for each in said)
            or self._is_asked(said, questions)
        )

    def _is_asked(self, said: Sequence[Sequence[str]], questions: Sequence[bool]) -> bool:
        """Whoever states something beside a question has answered, if only tentatively."""
        asked = [
            len(each) <= _LONGEST_REQUEST
            and (_starts(self.plainly, each) or (is_question and _starts(self.asks, each)))
            for each, is_question in zip(said, questions, strict=True)
        ]
        others = [each for each, is_asked in zip(said, asked, strict=True) if not is_asked]
        return any(asked) and all(_made_of(each) is not None for each in others)


def intent_of(text: str) -> Intent:
    """Return what a message is meant as."""
    spoken = sentences(text[:_LOOKED_AT])
    questions = [_is_question(each) for each in spoken]
    said = [[word for word in word_list(each) if word not in _EMPHASIS] for each in spoken]
    meant = _made_of_one(said) or _holding(said, questions)
    if meant is None and _length(said) <= _MENDABLE:
        meant = _made_of_one([mended(each, _VOCABULARY) for each in said])
    return meant or Intent.ANSWER


def _made_of_one(said: Sequence[Sequence[str]]) -> Intent | None:
    """Return what a message means that is made of known phrases."""
    parts = _made_of(_joined(said)) if _length(said) <= _LONGEST_REQUEST else None
    return next((rule.intent for rule in _RULES if parts and rule.intent in parts), None)


def _holding(said: Sequence[Sequence[str]], questions: Sequence[bool]) -> Intent | None:
    """Return what a message means that holds a telling phrase."""
    return next((rule.intent for rule in _RULES if rule.is_meant(said, questions)), None)


def _made_of(said: Sequence[str]) -> frozenset[Intent] | None:
    """Return what the known phrases mean of which `said` is made; None: there is more to it."""
    ways: dict[int, frozenset[Intent]] = {0: frozenset()}
    for at in range(len(said)):
        if at in ways:
            for intent, known in _PARTS:
                if (end := known.end(said, at)) is not None:
                    meant = {intent} if intent else set()
                    ways[end] = ways.get(end, frozenset()) | ways[at] | meant
    return ways.get(len(said))


def _starts(wanted: Phrases, said: Sequence[str]) -> bool:
    """Tell whether `said` starts with a phrase, courtesies aside."""
    at: int | None = 0
    seen = 0
    while at is not None and at < len(said):
        if wanted.end(said, at) is not None:
            return True
        seen, at = at, _COURTESY.end(said, at)
    return wanted.end(said, seen) is not None


def _is_own(at: int | None, said: Sequence[str]) -> bool:
    """Tell whether a phrase is there, and is not a report of what somebody said."""
    return at is not None and _REPORTS.isdisjoint(said[max(0, at - _REPORTED_WITHIN) : at])


def _joined(said: Sequence[Sequence[str]]) -> list[str]:
    return [word for sentence in said for word in (*sentence, COMMA)]


def _length(said: Sequence[Sequence[str]]) -> int:
    return sum(word != COMMA for sentence in said for word in sentence)


def _is_question(sentence: Sentence) -> bool:
    return sentence.text.rstrip(" \"'”’)!.").endswith("?")


def _rule(intent: Intent, how: dict[str, list[str]]) -> _Rule:
    def of(field: str) -> Phrases:
        return phrases(how.get(field, []))

    within = _WITHIN.get(intent, 0)
    return _Rule(
        intent=intent, within=within, always=of("always"), says=of("says"),
        starts=of("starts"), asks=of("asks"), plainly=of("plainly"), alone=of("alone"),
    )  # fmt: skip


_TABLE = tomllib.loads(files(__package__).joinpath("intents.toml").read_text("utf-8"))
_COURTESY = phrases((COMMA, *_TABLE.pop("courtesy")["alone"]))
_WITHIN = {Intent(name): how.pop("within") for name, how in _TABLE.items()}
_RULES = tuple(_rule(Intent(name), how) for name, how in _TABLE.items())
_LONGEST_REQUEST = 20
_PARTS: tuple[tuple[Intent | None, Phrases], ...] = (
    (None, _COURTESY),
    *((rule.intent, each) for rule in _RULES for each in (rule.alone, rule.says)),
)
_VOCABULARY = vocabulary(
    line for how in _TABLE.values() for lines in how.values() for line in lines
)
