"""Scripted people: each answers from what was asked, as somebody of that kind would."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from core.domain import arrivals
from core.domain.arrivals import Arrival
from core.domain.code import Purpose, Ruling, SubmissionId, TestResult, Verdict
from core.domain.interview import Interview, OpenQuestion
from core.domain.people import SANDBOX
from core.domain.reading import Move
from core.domain.setting import Cue
from tests.room import Room

# Nobody here talks longer than this; an interview that has not ended by then never would.
MOST_TURNS = 120


@dataclass(frozen=True, slots=True)
class Words:
    """The candidate says something."""

    text: str
    after_s: float = 20


@dataclass(frozen=True, slots=True)
class Deed:
    """The candidate presses a button."""

    kind: type[Arrival]


@dataclass(frozen=True, slots=True)
class Code:
    """The candidate runs code or hands it in; with a ruling, the sandbox then judges it."""

    purpose: Purpose = Purpose.SUBMIT
    ruling: Ruling | None = None


@dataclass(frozen=True, slots=True)
class Silence:
    """The candidate says nothing for a while."""

    seconds: float


Line: TypeAlias = Words | Deed | Code | Silence


class Candidate(Protocol):
    """Somebody who is interviewed."""

    def next(self, interview: Interview) -> Line | None:
        """Return what they say or do next; None: they leave it at that."""
        ...


async def converse(here: Room, candidate: Candidate, most: int = MOST_TURNS) -> Interview:
    """Let a candidate talk until the interview is over, or until they have nothing to add."""
    for _ in range(most):
        line = candidate.next(here.now) if here.now.ending is None else None
        if line is None:
            return here.now
        await _carry(here, line)
    raise AssertionError("this interview goes on for ever")


async def judge(here: Room, ruling: Ruling, purpose: Purpose = Purpose.SUBMIT) -> Interview:
    """Let the sandbox bring its verdict on what was handed in last."""
    name = here.now.open.submission if here.now.open and here.now.open.submission else "m0"
    await here.submit(
        arrivals.SubmissionJudged(
            by=SANDBOX,
            origin=here.origin(),
            submission=SubmissionId(name),
            purpose=purpose,
            verdict=verdict(ruling),
        )
    )
    return here.now


def verdict(ruling: Ruling) -> Verdict:
    """Return a verdict with one test of that ruling."""
    test = TestResult(name="an empty list", ruling=ruling, wall_ms=1.5, memory_kb=900)
    return Verdict(ruling=ruling, isolation="none", tests=(test,))


async def once(here: Room, candidate: Candidate) -> Interview:
    """Let a candidate say or do one thing."""
    line = candidate.next(here.now)
    assert line is not None
    await _carry(here, line)
    return here.now


async def _carry(here: Room, line: Line) -> None:
    match line:
        case Words(text, after_s):
            if (await here.pass_time(after_s)).ending is None:
                await here.say(text, after_s=0)
        case Deed(kind):
            await here.pass_time(5)
            await here.do(kind)
        case Silence(seconds):
            await here.pass_time(seconds)
        case Code(purpose, ruling):
            await here.pass_time(60)
            await here.submit_code(run=purpose is Purpose.RUN)
            if ruling:
                await judge(here, ruling, purpose)


@dataclass(slots=True)
class Strong:
    """Knows the answer: says what the reference says, part by part, and hands in code."""

    _parts: dict[tuple[int, int], Iterator[str]] = field(default_factory=dict)

    def next(self, interview: Interview) -> Line | None:
        """Answer in full, then go on with whatever part was not said yet."""
        open_ = interview.open
        if open_ is None:
            return None
        if _is_told_to_code(interview):
            return Code(ruling=Ruling.ACCEPTED)
        return Words(self._answer(open_), after_s=60)

    def _answer(self, open_: OpenQuestion) -> str:
        if not open_.answers:
            return " ".join(open_.question.reference.split())
        cues = [
            point.cues[0] for point in open_.question.points if point.id not in open_.covered
        ] or ["tests"]
        return f"Then I would rely on {' and '.join(cues)}, because that shows in a measurement."


@dataclass(slots=True)
class Weak:
    """Knows little and says so in few words."""

    _said: int = 0

    def next(self, interview: Interview) -> Line | None:
        """Say something vague; give up every third time."""
        del interview
        self._said += 1
        vague = (
            "I would probably look that up somewhere and try what people recommend there.",
            "Maybe there is a library which does this kind of thing already, I guess.",
            "I don't know.",
        )
        return Words(vague[self._said % len(vague)])


@dataclass(slots=True)
class Repeating:
    """Says the same thing, whatever happens."""

    lines: tuple[str, ...]
    _said: int = 0

    def next(self, interview: Interview) -> Line | None:
        """Say the next of the lines, and begin again after the last."""
        del interview
        self._said += 1
        return Words(self.lines[(self._said - 1) % len(self.lines)], after_s=45)


@dataclass(slots=True)
class Doing:
    """Presses the same button, whatever happens."""

    kind: type[Arrival]

    def next(self, interview: Interview) -> Line | None:
        """Press it."""
        del interview
        return Deed(self.kind)


@dataclass(slots=True)
class Rambling:
    """Talks at length about anything else."""

    def next(self, interview: Interview) -> Line | None:
        """Tell a story that has nothing to do with it."""
        story = (
            "Last summer we drove along the coast with two old bicycles on the roof, and it rained. "
            "My cousin cooked soup every evening while the radio played songs from long ago. "
        )
        return Words(f"{interview.seq} {story * 12}", after_s=90)


@dataclass(slots=True)
class HintHungry:
    """Wants every hint there is before saying anything."""

    _asked: dict[int, int] = field(default_factory=dict)

    def next(self, interview: Interview) -> Line | None:
        """Ask for a hint four times a question, then skip it."""
        number = interview.open.number if interview.open else 0
        self._asked[number] = self._asked.get(number, 0) + 1
        if self._asked[number] > 4:
            return Deed(arrivals.SkipAsked)
        return Words("Can I get a hint?") if self._asked[number] % 2 else Deed(arrivals.HintAsked)


@dataclass(slots=True)
class Coder:
    """Says a word about the plan, runs, hands in, and mends until it passes."""

    rulings: Iterator[Ruling | None]

    def next(self, interview: Interview) -> Line | None:
        """Follow the invitation to code; talk about the code when asked."""
        open_ = interview.open
        if open_ is None:
            return None
        if open_.task is None or not open_.answers:
            return Words("I would begin with a simple loop over all of it, and measure that first.")
        if open_.awaits_code:
            ruling = next(self.rulings)
            return Code(Purpose.RUN) if ruling is None else Code(ruling=ruling)
        return Words("It looks at every item once, and the empty input is handled up front.")


def _is_told_to_code(interview: Interview) -> bool:
    open_ = interview.open
    if open_ is None or not open_.awaits_code or not open_.answers:
        return False
    chosen = interview.chosen
    return chosen is not None and not (chosen.move is Move.FOLLOW_UP or chosen.cue is Cue.REDIRECT)
