"""Scripted candidates, and how their interviews go where nothing disturbs them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count

from bot.wiring import new_id
from core.domain import arrivals
from core.domain.arrivals import (
    AnswerGiven,
    AnswerRevised,
    AnswerWithdrawn,
    Arrival,
    InterviewRequested,
)
from core.domain.challenge import Language
from core.domain.code import SubmissionId
from core.domain.interview import InterviewId
from core.domain.people import Origin, PersonId, Place, PlaceKind, Role, Speaker
from core.domain.question import InterviewType
from core.domain.setup import Patience, Setup

BEGINS = datetime(2026, 1, 5, 9, tzinfo=UTC)
# A second lies between two arrivals, and this much between the first one and the bots' own time, so
# that the clock is past all that was said and never past anybody's patience.
LATER = timedelta(seconds=60)
PATIENT = Patience(nudge_s=900, nudge_coding_s=900)
# Who says nothing is nudged twice, and then left alone, before the bots' time begins.
HASTY = Patience(nudge_s=10, away_s=10)

WORDS = (
    "I would first write down what has to hold, and which cases could break it, before any code.",
    "It depends on how often it is read and how often it is written; a cache helps only the readers.",
    "A hash table finds it in constant time, at the price of memory, and order is lost.",
    "I measured it before and after: the median fell from 300 to 40 ms, and errors did not rise.",
    "We disagreed, so I asked each of us to write the other's argument down, and that settled it.",
    "If two of them write at once, the second one has to notice, so I give each row a version.",
    "The tests cover the empty case, one element, many, and the one that broke it last year.",
    "I was wrong about the index: it was never used, since the query cast the column.",
)


@dataclass(frozen=True, slots=True)
class Line:
    """Something that a platform tells of, not before so many messages were shown in its place."""

    arrival: Arrival
    at: datetime
    after: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """What one candidate says and does; the request comes first."""

    name: str
    lines: tuple[Line, ...]

    @property
    def place(self) -> Place:
        """Where it happens."""
        return thread(self.name)

    @property
    def request(self) -> InterviewRequested:
        """How it begins."""
        request = self.lines[0].arrival
        assert isinstance(request, InterviewRequested)
        return request

    @property
    def id(self) -> InterviewId:
        """The id that the interview has in every process."""
        return new_id(self.request)


def thread(name: str) -> Place:
    """Return a thread of its own for each name."""
    return Place(kind=PlaceKind.THREAD, id=f"thread-{name}")


@dataclass(slots=True)
class Writer:
    """Writes a script line by line."""

    name: str
    setup: Setup
    lines: list[Line] = field(default_factory=list)
    _origins: Iterator[int] = field(default_factory=count)

    def __post_init__(self) -> None:
        place = thread(self.name)
        self.add(InterviewRequested(by=self.by, setup=self.setup, place=place))

    @property
    def by(self) -> Speaker:
        """A candidate of its own for each interview: what one was asked is not asked again."""
        return Speaker(id=PersonId(self.name), name=self.name, role=Role.CANDIDATE)

    def add(self, arrival: Arrival, *, after: int = 0) -> None:
        """Let something happen, a second after what was before it."""
        number = next(self._origins)
        named = arrival
        if arrival.origin is None:
            named = replace(arrival, origin=Origin(f"{self.name}-{number}"))
        self.lines.append(Line(named, BEGINS + timedelta(seconds=number), after))

    def say(self, *which: int, after: int = 0) -> None:
        """Say some of the `WORDS`."""
        for each in which:
            self.add(AnswerGiven(by=self.by, text=WORDS[each % len(WORDS)]), after=after)

    def skip(self, times: int) -> None:
        """Decline questions."""
        for _ in range(times):
            self.add(arrivals.SkipAsked(by=self.by))

    def script(self) -> Script:
        """Return what was written."""
        return Script(name=self.name, lines=tuple(self.lines))


def talker(name: str, seed: int) -> Script:
    """Say one thing after the other without waiting for an answer; one word comes too late."""
    writer = Writer(name, _setup(InterviewType.BEHAVIORAL, seed))
    writer.say(*range(seed, seed + 4))
    writer.add(arrivals.HintAsked(by=writer.by))
    writer.say(seed + 4)
    writer.skip(3)
    writer.add(AnswerGiven(by=writer.by, text="One more thing: thank you."))
    return writer.script()


def editor(name: str, seed: int) -> Script:
    """Correct and take back what was said; one correction comes before what it corrects."""
    writer = Writer(name, _setup(InterviewType.CONCEPTS, seed))
    by = writer.by
    writer.say(seed)
    for at, first, second in ((0, WORDS[seed % 8], WORDS[1]), (1, WORDS[2], WORDS[3])):
        message = f"{name}-edited-{at}"
        given = AnswerGiven(by=by, origin=Origin(message), text=first)
        revised = AnswerRevised(by=by, origin=Origin(message, 1), text=second)
        for each in (given, revised) if at == 0 else (revised, given):
            writer.add(each)
        again = AnswerRevised(by=by, origin=Origin(message, 2), text=second + " That is all.")
        writer.add(again)
    taken_back = f"{name}-taken-back"
    writer.add(AnswerGiven(by=by, origin=Origin(taken_back), text=WORDS[5]))
    writer.add(AnswerWithdrawn(by=by, origin=Origin(taken_back, 1)))
    writer.say(seed + 6)
    writer.skip(3)
    return writer.script()


def coder(name: str, seed: int) -> Script:
    """Hand code in where no sandbox is, and go on when that was said."""
    writer = Writer(name, replace(_setup(InterviewType.CODING, seed), questions=1))
    writer.say(seed)
    code = arrivals.CodeSubmitted(
        by=writer.by,
        submission=SubmissionId(f"{name}-code"),
        language=Language.PYTHON,
        source="def answer():\n    return 42\n",
    )
    # Greeting, task, and a word about the first answer: the refusal's moment follows from the order.
    writer.add(code, after=3)
    writer.say(seed + 1, after=4)
    writer.skip(3)
    return writer.script()


def sleeper(name: str, seed: int) -> Script:
    """Say nothing at all until the interview rests, then end it."""
    writer = Writer(name, replace(_setup(InterviewType.CONCEPTS, seed), patience=HASTY))
    # Greeting, question, two nudges, and the pause.
    writer.add(arrivals.EndAsked(by=writer.by), after=5)
    return writer.script()


KINDS: tuple[Callable[[str, int], Script], ...] = (talker, editor, coder, sleeper)


def scripts(many: int = len(KINDS), seed: int = 0) -> tuple[Script, ...]:
    """Return so many scripts, of each kind in turn."""
    return tuple(
        KINDS[at % len(KINDS)](f"{KINDS[at % len(KINDS)].__name__}{at}", seed + at)
        for at in range(many)
    )


def moments(of: Iterable[Script]) -> dict[Origin, datetime]:
    """Return when everything in some scripts happens."""
    lines = (line for script in of for line in script.lines)
    return {line.arrival.origin: line.at for line in lines if line.arrival.origin}


def _setup(type_: InterviewType, seed: int) -> Setup:
    return Setup(type=type_, questions=3, minutes=45, seed=seed, patience=PATIENT)
