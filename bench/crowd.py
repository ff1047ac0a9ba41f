"""Many candidates at once, each with an interview, a place and answers of their own."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from time import perf_counter

from bench.courses import answers
from core.domain.arrivals import AnswerGiven, InterviewRequested
from core.domain.interview import InterviewId
from core.domain.messages import Message, MessageId, Notice
from core.domain.people import Origin, PersonId, Place, PlaceKind, Role, Speaker
from core.domain.setup import Setup
from core.ports.rates import Rate

ANSWERS = answers()
Step = Callable[[int], Awaitable[None]]


async def all_at_once(step: Step, numbers: Iterable[int]) -> float:
    """Take a step for every candidate at the same time; return how many seconds that took."""
    begun = perf_counter()
    async with asyncio.TaskGroup() as tasks:
        for number in numbers:
            tasks.create_task(_taken(step, number))
    return perf_counter() - begun


async def _taken(step: Step, number: int) -> None:
    await step(number)


def request(number: int) -> InterviewRequested:
    """Return a request for an interview that lasts longer than any benchmark."""
    return InterviewRequested(
        by=_candidate(number),
        origin=Origin(f"request-{number}"),
        setup=Setup(seed=number, questions=20, minutes=600),
        place=Place(kind=PlaceKind.THREAD, id=str(number)),
    )


def answer(number: int, count: int) -> AnswerGiven:
    """Return a candidate's next answer; at one moment nearly everybody says something else."""
    said = ANSWERS[(number + count) % len(ANSWERS)]
    return AnswerGiven(
        by=_candidate(number), origin=Origin(f"answer-{number}-{count}"), text=said.text
    )


def new_id(request: InterviewRequested) -> InterviewId:
    """Return the id of a candidate's interview."""
    return InterviewId(f"interview-{request.place.id}")


def _candidate(number: int) -> Speaker:
    id_ = PersonId(f"candidate-{number}")
    return Speaker(id=id_, name=f"Candidate {number}", role=Role.CANDIDATE)


@dataclass(slots=True)
class CountingStage:
    """A platform that does nothing but count."""

    shown: Counter[str] = field(default_factory=Counter)

    def is_here(self, place: Place) -> bool:
        """Every place is here."""
        del place
        return True

    def rate(self, place: Place) -> Rate | None:
        """Take whatever comes."""
        del place
        return None

    async def find(self, place: Place, message: MessageId) -> str | None:
        """Nothing is looked for, unless something failed."""
        raise AssertionError(f"{message} for {place} was left half sent")

    async def show(self, place: Place, message: Message) -> str:
        """Count a message; a notice means that something went wrong."""
        assert not isinstance(message, Notice), message
        self.shown[place.id] += 1
        return message.id
