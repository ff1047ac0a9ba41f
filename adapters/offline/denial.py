"""Tells a point that was made from one that was denied.

A denial reaches over words that add nothing (*not really going to use a cache*) and stops at any other: *does not block readers, thanks to snapshots*
denies the blocking, and nothing about snapshots.
"""

from collections.abc import Sequence

from adapters.offline.words import Word, stem, words

_NEGATIONS = frozenset("not no never without nothing neither nor none nobody hardly".split())
# Between a denial and what it denies, these change nothing.
_REACHED_OVER = frozenset(
    stem(word)
    for word in """
    use need know hear see want think believe have make sense good idea point necessary any much such
    sure remember recall explain say tell like go get do choose consider recommend bother required what
    how which why
    """.split()
)
# *Not only a cache* and *not just a cache* affirm the cache.
_UNDOES = frozenset("only just merely simply until without".split())
# *If there is no cache* tells what a cache is good for.
_SUPPOSES = frozenset("if when whenever unless why whether suppose imagine otherwise".split())
# *A cache is not needed* denies it afterwards.
_DISMISSES = frozenset("needed necessary required useful relevant used help matter exist".split())


def is_denial(text: str) -> bool:
    """Tell whether `text` itself says that something is not so."""
    return not _NEGATIONS.isdisjoint(words(text))


def is_denied(said: Sequence[Word], spot: Sequence[int]) -> bool:
    """Tell whether the words at `spot` are said only to deny them."""
    return any(_denied_before(said, at, spot) for at in spot) or _denied_after(said, spot[-1])


def _denied_before(said: Sequence[Word], at: int, spot: Sequence[int]) -> bool:
    for back in range(at - 1, -1, -1):
        word = said[back]
        if word.clause != said[at].clause or back in spot:
            return False
        if word.plain in _NEGATIONS:
            return not _is_undone(said, back, at)
        if word.is_telling and word.stem not in _REACHED_OVER:
            return False
    return False


def _is_undone(said: Sequence[Word], negation: int, at: int) -> bool:
    between = {word.plain for word in said[negation + 1 : at]}
    before = [word.plain for word in said[:negation] if word.clause == said[negation].clause]
    is_first_without = said[negation].plain == "without" and not before
    return (
        is_first_without
        or not _UNDOES.isdisjoint(between)
        or not _SUPPOSES.isdisjoint(before)
        or not _NEGATIONS.isdisjoint(before[-3:])
    )


def _denied_after(said: Sequence[Word], last: int) -> bool:
    denied = False
    for word in said[last + 1 :]:
        if word.clause != said[last].clause:
            return False
        if word.plain in _NEGATIONS:
            denied = True
        elif word.is_telling:
            return denied and word.plain in _DISMISSES
    return False
