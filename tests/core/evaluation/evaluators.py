"""Evaluators that cannot be trusted, and an exhibit to lie about."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from core.domain.errors import EvaluationFailed
from core.domain.interview import OpenQuestion
from core.domain.outcomes import Closing
from core.domain.people import INTERVIEWER, Speaker
from core.domain.question import Axis, KeyPoint, PointId
from core.domain.rubric import PointReview, Quote, Rating, Review
from core.domain.transcript import Turn, TurnId, TurnKind
from core.ports.evaluator import Exhibit, Piece
from tests.scenes import ADA, COACH, question

SAID = "It goes stale, and a ttl helps."
TAKEN_BACK = "No, it never goes stale."
POINTS = (
    KeyPoint(id=PointId("stale"), says="Staleness.", cues=("stale",), ask="And then?", weight=1),
    KeyPoint(id=PointId("expiry"), says="Expiry.", cues=("ttl",), ask="How long?", weight=3),
)
STALE = Quote(turn=TurnId("t2"), text="It goes stale")
TTL = Quote(turn=TurnId("t2"), text="a ttl helps.")


def _turn(number: int, kind: TurnKind, speaker: Speaker, text: str) -> Turn:
    id_ = TurnId(f"t{number}")
    return Turn(id=id_, kind=kind, speaker=speaker, text=text, at_s=number * 10.0, question=1)


TURNS = (
    _turn(1, TurnKind.QUESTION, INTERVIEWER, "What can go wrong with a cache?"),
    _turn(2, TurnKind.ANSWER, ADA, SAID),
    replace(_turn(3, TurnKind.ANSWER, ADA, TAKEN_BACK), is_withdrawn=True),
    _turn(4, TurnKind.REQUEST, ADA, "asks for a hint"),
    _turn(5, TurnKind.ANSWER, COACH, "A coach knows better."),
    _turn(6, TurnKind.CODE, ADA, "cache.clear()"),
)


def piece(number: int = 1) -> Piece:
    """Return a question with an answer, another one that was taken back, and a word of a coach."""
    asked = replace(question(), points=POINTS)
    open_ = OpenQuestion(number=number, question=asked, task=None, opened_s=0, prompt="")
    return Piece(asked=open_, closing=Closing.ANSWERED, turns=TURNS if number == 1 else ())


def shown(*pieces: Piece) -> Exhibit:
    """Return an exhibit."""
    return Exhibit(pieces=pieces or (piece(),), language="en")


def rating(axis: Axis = Axis.TECHNICAL, **changed: object) -> Rating:
    """Return a rating that holds up, but for what is changed in it."""
    sound = Rating(
        axis=axis, level=3.0, confidence=0.7, spread=0.4, because="It is named.", quotes=(STALE,)
    )
    return replace(sound, **changed)  # type: ignore[arg-type]  # the test names the fields


def review(number: int = 1, **changed: object) -> Review:
    """Return a review that holds up, but for what is changed in it."""
    points = (
        PointReview(point=PointId("stale"), quote=STALE),
        PointReview(point=PointId("expiry"), quote=TTL),
    )
    sound = Review(number=number, score=0.9, because="Both are named.", points=points)
    return replace(sound, **changed)  # type: ignore[arg-type]  # the test names the fields


@dataclass(frozen=True, slots=True)
class Scripted:
    """An evaluator that says whatever a test wants it to say."""

    reviews: Callable[[Piece], Review] = lambda piece: review(piece.asked.number)
    ratings: Callable[[Axis], Rating] = rating

    @property
    def name(self) -> str:
        """What it is called."""
        return "scripted"

    async def review(self, piece: Piece) -> Review:
        """Say what was wanted."""
        return self.reviews(piece)

    async def rate(self, axis: Axis, exhibit: Exhibit) -> Rating:
        """Say what was wanted."""
        del exhibit
        return self.ratings(axis)


def fails(*_: object) -> Review:
    """Fail, as an evaluator behind a network does."""
    raise EvaluationFailed("The model did not answer.")


def fails_to_rate(*_: object) -> Rating:
    """Fail, as an evaluator behind a network does."""
    raise EvaluationFailed("The model did not answer.")
