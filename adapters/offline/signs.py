"""What in somebody's words speaks for how they work, beyond what they know."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from adapters.offline.words import clip, sentences
from core.domain.question import Axis
from core.domain.rubric import Quote
from core.domain.transcript import Turn

QUOTE_CHARS = 160


@dataclass(frozen=True, slots=True)
class Sign:
    """A way of speaking that speaks for an axis."""

    name: str
    axis: Axis
    rule: re.Pattern[str]


def _sign(name: str, axis: Axis, rule: str) -> Sign:
    return Sign(name, axis, re.compile(rf"\b({rule})\b", re.IGNORECASE))


SIGNS = (
    _sign(
        "breaks the problem down",
        Axis.PROBLEM_SOLVING,
        r"first(ly)?,? .{3,80}(then|second|next|after that)|step by step|break (it|this|the problem) (down|up|into)|sub-?problems?|two parts|start (by|with)",
    ),
    _sign(
        "weighs alternatives",
        Axis.PROBLEM_SOLVING,
        r"trade-?offs?|alternatively|alternatives?|instead of|rather than|on the other hand|compared (to|with)|versus|the downside|the upside|depends on|pros and cons|I would choose|I('d| would) prefer",
    ),
    _sign(
        "states assumptions",
        Axis.PROBLEM_SOLVING,
        r"assum(e|ing|ption|ptions)|let's say|suppose|requirements?|constraints?|it depends|clarify",
    ),
    _sign(
        "improves on a first idea",
        Axis.PROBLEM_SOLVING,
        r"brute force|naive(ly)?|better (way|approach|idea)|optimi[sz]e|can be improved|speed (it|this) up|bottleneck",
    ),
    _sign(
        "gives an order",
        Axis.COMMUNICATION,
        r"first(ly)?|second(ly)?|third(ly)?|finally|to start|to begin|next,|in short|to sum up|in summary|overall|there are (two|three|four|several) |on the one hand",
    ),
    _sign(
        "gives an example",
        Axis.COMMUNICATION,
        r"for example|for instance|such as|e\.g|imagine|let me (show|give)|say you|picture|one time|in my last",
    ),
    _sign(
        "gives reasons",
        Axis.COMMUNICATION,
        r"because|since|so that|therefore|that's why|which means|the reason|hence",
    ),
    _sign(
        "talks about tests",
        Axis.VERIFICATION,
        r"test(s|ed|ing)?|assert(s|ed)?|verify|verified|validate[ds]?|double.?check(ed)?|I('d| would) check|sanity|prove[ds]?|measure[ds]?|monitor(ed|ing)?|benchmark(s|ed)?|profil(e|ed|ing)",
    ),
    _sign(
        "names edge cases",
        Axis.VERIFICATION,
        r"edge cases?|corner cases?|empty|null|duplicates?|overflow|negative|off.by.one|what if|fails?|failure|worst case|race condition|time ?out|retry|invalid",
    ),
    _sign(
        "counts the cost",
        Axis.VERIFICATION,
        r"O\([^)]{1,20}\)|complexity|linear|quadratic|logarithmic|constant time|memory|latency|per second|percent|\d+ ?(ms|seconds|minutes|hours|%|x|times)",
    ),
)


@dataclass(frozen=True, slots=True)
class Found:
    """A sign that was seen, and where."""

    sign: Sign
    quote: Quote


def found(axis: Axis, turns: Iterable[Turn]) -> list[Found]:
    """Return each sign of an axis once per turn, with the sentence that shows it."""
    seen: list[Found] = []
    for turn in turns:
        said = [sentence.text for sentence in sentences(turn.text[:20_000])]
        for sign in (sign for sign in SIGNS if sign.axis is axis):
            shows = next((text for text in said if sign.rule.search(text)), None)
            if shows:
                seen.append(Found(sign, Quote(turn=turn.id, text=clip(shows, QUOTE_CHARS))))
    return seen
