"""Mends slips of the pen, towards words that are listened for."""

from collections.abc import Iterable, Sequence

# Shorter words are too close to each other.
_LONG = 5


def mended(said: Sequence[str], known: Iterable[str]) -> list[str]:
    """Return the words with each unknown one replaced by a known one that is one slip away."""
    known = frozenset(known)
    return [word if word in known else _nearest(word, known) for word in said]


def _nearest(word: str, known: frozenset[str]) -> str:
    close = sorted(other for other in known if other[:1] == word[:1] and _is_slip(word, other))
    return close[0] if close else word


def _is_slip(word: str, other: str) -> bool:
    """Tell whether one letter is missing, doubled, wrong, or two are swapped."""
    if abs(len(word) - len(other)) > 1 or min(len(word), len(other)) < _LONG - 1:
        return False
    start = next((at for at, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), None)
    if start is None:
        return len(other) >= _LONG - 1
    rest, other_rest = word[start:], other[start:]
    swapped = rest[1::-1] + rest[2:] == other_rest
    if len(other) < _LONG:
        return swapped
    return swapped or other_rest in (rest[1:], other_rest[:1] + rest[1:]) or rest == other_rest[1:]
