"""One question as its answers left it: what was covered, where, and how it was put."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from adapters.offline.coverage import coverage
from adapters.offline.matching import Match
from adapters.offline.quoting import clip, excerpt
from adapters.offline.signs import QUOTE_CHARS, Found, found
from adapters.offline.told import told_before
from adapters.offline.words import words
from core.domain.interview import CONSIDERED_CHARS
from core.domain.outcomes import Closing
from core.domain.people import INTERVIEWER, Role
from core.domain.question import Axis, KeyPoint, PointId
from core.domain.rubric import Quote
from core.domain.transcript import Turn, TurnKind
from core.ports.evaluator import Piece

_HINT_COST = 0.06


@dataclass(frozen=True)
class Answered:
    """A question with everything that the candidate said about it and let stand."""

    piece: Piece

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """The candidate's answers in order."""
        counted = {answer.turn for answer in self.piece.asked.answers}
        return tuple(turn for turn in self.piece.turns if turn.id in counted and _counts(turn))

    @property
    def was_tried(self) -> bool:
        """Whether there is an answer to judge."""
        return bool(self.turns) and self.piece.closing is not Closing.SKIPPED

    @cached_property
    def hits(self) -> dict[PointId, tuple[Turn, Match]]:
        """The key points that were covered, in the question's order, each with where."""
        points = self.piece.asked.question.points
        hits: dict[PointId, tuple[Turn, Match]] = {}
        for turn in self.turns:
            said = coverage(points, turn.text[:CONSIDERED_CHARS], told_before(self.piece, turn))
            hits = {id_: (turn, match) for id_, match in said.items()} | hits
        return {point.id: hits[point.id] for point in points if point.id in hits}

    @property
    def score(self) -> float:
        """The part of the key points that was covered, by weight; each hint takes a little off."""
        points = self.piece.asked.question.points
        share = _weight(point for point in points if point.id in self.hits) / _weight(points)
        return max(0.0, round(share - _HINT_COST * self.piece.asked.rungs, 3))

    @property
    def longest(self) -> int:
        """The number of words in the longest answer, however many messages it was sent in."""
        longest = length = 0
        for turn in self.piece.turns:
            if turn in self.turns:
                length += len(words(turn.text[:CONSIDERED_CHARS]))
            elif turn.speaker == INTERVIEWER:
                length = 0
            longest = max(longest, length)
        return longest

    def signs(self, axis: Axis) -> list[Found]:
        """Return the signs of an axis that the answers show."""
        return [
            each for turn in self.turns for each in found(axis, turn, told_before(self.piece, turn))
        ]

    def quotes(self) -> list[Quote]:
        """Return the words that covered the points."""
        return [quote for id_ in self.hits if (quote := self.quote_for(id_))]

    def quote_for(self, point: PointId) -> Quote | None:
        """Return the words that covered a point, if any did."""
        if point not in self.hits:
            return None
        turn, match = self.hits[point]
        return Quote(turn=turn.id, text=excerpt(match, QUOTE_CHARS))

    def first_words(self) -> list[Quote]:
        """Return how the first answer begins."""
        return [
            Quote(turn=turn.id, text=clip(turn.text.strip(), QUOTE_CHARS))
            for turn in self.turns[:1]
        ]


def _counts(turn: Turn) -> bool:
    is_answer = turn.kind is TurnKind.ANSWER and turn.speaker.role is Role.CANDIDATE
    return is_answer and not turn.is_withdrawn


def _weight(points: Iterable[KeyPoint]) -> int:
    return sum(point.weight for point in points)
