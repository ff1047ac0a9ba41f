"""Which key points an answer covers, and where it does.

Two things earn nothing. Words that the interviewer has said before: a cue that stands in the question, in a follow-up or in a hint no
longer counts. And bare keywords: a cue counts if other words stand around it, as they do when somebody explains something.
"""

from collections.abc import Sequence

from adapters.offline.matching import Match, is_mentioned, matches
from adapters.offline.words import cue_words
from core.domain.question import KeyPoint, PointId

Covered = dict[PointId, Match]

# So many other words stand in the clause of a cue, and so many within reach of it, when a sentence says something.
_IN_CLAUSE, _NEARBY, _REACH = 2, 2, 6


def coverage(points: Sequence[KeyPoint], answer: str, told: str = "") -> Covered:
    """Return the points that `answer` covers, given what the interviewer had `told` before."""
    vocabulary = frozenset(
        word for point in points for cue in point.cues for word in cue_words(cue)
    )
    explained: Covered = {}
    named: Covered = {}
    for point in points:
        for match in matches([cue for cue in point.cues if not is_mentioned(cue, told)], answer):
            if _is_explained(match, vocabulary):
                explained[point.id] = match
                break
            named.setdefault(point.id, match)
    return explained | _granted(points, explained, named)


def _is_explained(match: Match, vocabulary: frozenset[str]) -> bool:
    said = match.sentence.words
    clauses = {said[at].clause for at in range(match.first, match.last + 1)}
    own = frozenset(cue_words(match.cue))
    in_clause = sum(word.clause in clauses and word.plain not in own for word in said)
    around = said[max(0, match.first - _REACH) : match.last + 1 + _REACH]
    nearby = sum(word.plain not in vocabulary for word in around)
    return in_clause >= _IN_CLAUSE and nearby >= _NEARBY


def _granted(points: Sequence[KeyPoint], explained: Covered, named: Covered) -> Covered:
    """Return the points that count though they were only named.

    Beside full sentences a short note is fine, and so is one short reply; a list of keywords is worth one point, the lightest.
    """
    only_named = [point for point in points if point.id in named and point.id not in explained]
    only_named.sort(key=lambda point: point.weight)
    allowed = max(1, len(explained))
    return {point.id: named[point.id] for point in only_named[:allowed]}
