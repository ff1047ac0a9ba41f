"""Asks from the bank, digs where the answer left off, and speaks as its persona does."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from core.domain.interview import Interview, OpenQuestion
from core.domain.question import FollowUp, FollowUpKind, Level
from core.domain.reading import Depth, Idea
from core.domain.setting import Cue, Persona
from core.domain.setup import Slot
from core.ports.interviewer import Choice
from core.ports.questions import Questions

PLACEHOLDER = "{about}"
_WEAK = 0.4


@dataclass(frozen=True, slots=True)
class OfflineInterviewer:
    """Thinks of questions and words without a language model; the seed decides among equals."""

    questions: Questions
    personas: Mapping[str, Persona]

    async def choose(self, interview: Interview, slot: Slot) -> Choice | None:
        """Choose at the interview's level if the bank has something left there, else near it."""
        for may_repeat_history in (False, True):
            taken = set(interview.asked) | (set() if may_repeat_history else set(interview.avoid))
            for level in _nearest(interview.level):
                choices = [c for c in self._choices(slot, level) if c.question.id not in taken]
                if choices:
                    return _pick(interview, choices)
        if slot.is_challenge:
            return await self.choose(interview, Slot(type=slot.type))
        return None

    async def follow_up(self, interview: Interview) -> Idea | None:
        """Dig into a claim, a point that is still open, or beyond the answer, in that order."""
        if interview.open is None:
            return None
        open_ = interview.open
        sources = [_claims(open_), _open_points(open_), _beyond(open_)]
        if open_.task and open_.has_submitted:
            sources = [_beyond(open_), _claims(open_), _open_points(open_)]
        elif open_.grade < _WEAK:
            sources = [_open_points(open_), _claims(open_), _beyond(open_)]
        fresh = (idea for source in sources for idea in source if idea.id not in open_.ideas)
        return next(fresh, None)

    async def phrase(self, interview: Interview, cue: Cue, *, about: str = "") -> str:
        """Say it as the persona would, in words not used just before."""
        lines = self.personas[interview.setup.persona].lines[cue]
        fitting = [line for line in lines if (PLACEHOLDER in line) == bool(about)] or list(lines)
        Random(f"{interview.setup.seed}/{cue}").shuffle(fitting)
        line = fitting[interview.said % len(fitting)]
        return line.replace(PLACEHOLDER, about)

    def _choices(self, slot: Slot, level: Level) -> Iterator[Choice]:
        if slot.is_challenge:
            for challenge in self.questions.challenges_of(level):
                yield Choice(question=challenge.question, task=challenge.task)
        else:
            for question in self.questions.questions_of(slot.type, level):
                yield Choice(question=question)


def _nearest(level: Level) -> list[Level]:
    """Return the levels, the wanted one first, then the nearest, the easier before the harder."""
    scale = list(Level)
    return sorted(scale, key=lambda each: abs(scale.index(each) - scale.index(level)))


def _pick(interview: Interview, choices: Sequence[Choice]) -> Choice:
    wanted = set(interview.setup.topics)
    on_topic = [choice for choice in choices if wanted & set(choice.question.topics)]
    random = Random(f"{interview.setup.seed}/question/{len(interview.asked)}")
    return random.choice(on_topic or list(choices))


def _claims(open_: OpenQuestion) -> Iterator[Idea]:
    heard = {heard.follow_up: heard.quote for heard in open_.reading.heard} if open_.reading else {}
    for follow_up in open_.question.follow_ups:
        if follow_up.id in heard:
            yield _idea(follow_up, quote=heard[follow_up.id])


def _open_points(open_: OpenQuestion) -> Iterator[Idea]:
    quote = open_.reading.quote if open_.reading and _is_worth_quoting(open_) else ""
    for point in sorted(open_.question.points, key=lambda point: -point.weight):
        if point.id not in open_.covered:
            yield Idea(id=f"point:{point.id}", kind=FollowUpKind.DEPTH, text=point.ask, quote=quote)


def _beyond(open_: OpenQuestion) -> Iterator[Idea]:
    for follow_up in open_.question.follow_ups:
        if not follow_up.when:
            yield _idea(follow_up)


def _idea(follow_up: FollowUp, quote: str = "") -> Idea:
    # A claim is dug into with the candidate's own words; what goes beyond the answer needs none.
    kind = FollowUpKind.CLAIM if quote else follow_up.kind
    if kind is FollowUpKind.DEPTH:
        kind = FollowUpKind.ALTERNATIVE
    return Idea(id=f"follow_up:{follow_up.id}", kind=kind, text=follow_up.ask, quote=quote)


def _is_worth_quoting(open_: OpenQuestion) -> bool:
    return open_.reading is not None and open_.reading.depth in (Depth.PARTIAL, Depth.STRONG)
