"""What fails as a test wants it, and what people are told then."""

from dataclasses import dataclass, field

from adapters.offline.evaluator import OfflineEvaluator
from core.domain import arrivals
from core.domain.interview import Answer, InterviewId
from core.domain.messages import Message, Notice
from core.domain.people import TERMINAL, Place
from core.domain.question import Axis
from core.domain.rubric import Rating, Review
from core.domain.setup import Setup
from core.ports.evaluator import Evaluator, Exhibit, Piece
from tests.room import CANDIDATE, Hearing, Room


@dataclass(slots=True)
class Failing:
    """An evaluator that fails in its first reviews."""

    failure: Exception
    times: int
    tries: int = 0
    sound: Evaluator = field(default_factory=OfflineEvaluator)

    @property
    def name(self) -> str:
        """The name of the one behind it."""
        return self.sound.name

    async def review(self, piece: Piece) -> Review:
        """Fail, the first times."""
        self.tries += 1
        if self.tries <= self.times:
            raise self.failure
        return await self.sound.review(piece)

    async def rate(self, axis: Axis, exhibit: Exhibit) -> Rating:
        """Judge as the one behind it does."""
        return await self.sound.rate(axis, exhibit)


@dataclass(slots=True)
class Breaking(Hearing):
    """A stage whose floor gives way at times."""

    is_broken: bool = False

    async def show(self, place: Place, message: Message) -> str:
        """Show, or break."""
        if self.is_broken:
            raise ConnectionResetError(f"{place} {message}")
        return await Hearing.show(self, place, message)


async def ask_for(here: Room, setup: Setup) -> InterviewId:
    """Ask for an interview, and wait for what becomes of that."""
    request = arrivals.InterviewRequested(by=CANDIDATE, setup=setup, place=TERMINAL)
    id_ = await here.inbox.open(request)
    await here.inbox.settled(id_)
    return id_


def answers(here: Room) -> tuple[Answer, ...]:
    """Return the answers to the open question."""
    return here.now.open.answers if here.now.open else ()


def notices(shown: list[Message]) -> list[Notice]:
    """Return what was said about the handling of the interview."""
    return [each for each in shown if isinstance(each, Notice)]
