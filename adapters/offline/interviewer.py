"""Asks from the bank, digs where the answer left off, and speaks as its persona does."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from adapters.offline.choosing import Chooser
from adapters.offline.lines import line
from adapters.offline.matching import is_mentioned
from adapters.offline.told import FOLLOW_UP, POINT
from core.domain.interview import Interview, OpenQuestion
from core.domain.question import FollowUp, FollowUpKind
from core.domain.reading import Idea
from core.domain.setting import Cue, Persona
from core.domain.setup import Slot
from core.ports.interviewer import Choice
from core.ports.questions import Questions

_WEAK = 0.4


@dataclass(frozen=True, slots=True)
class OfflineInterviewer:
    """Thinks of questions and words without a language model; the seed decides among equals."""

    questions: Questions
    personas: Mapping[str, Persona]

    async def choose(self, interview: Interview, slot: Slot) -> Choice | None:
        """Choose a question from the bank."""
        return Chooser(self.questions).choose(interview, slot)

    async def follow_up(self, interview: Interview) -> Idea | None:
        """Dig into a claim, a point that is still open, or beyond the answer, in that order."""
        open_ = interview.open
        if open_ is None:
            return None
        sources = [_claims(open_), _open_points(open_), _beyond(open_)]
        if open_.task and open_.has_submitted:
            sources = [_beyond(open_), _claims(open_), _open_points(open_)]
        elif open_.grade < _WEAK:
            sources = [_open_points(open_), _claims(open_), _beyond(open_)]
        ideas = (idea for source in sources for idea in source)
        fresh = (idea for idea in ideas if idea.id not in open_.ideas and not _leaks(idea, open_))
        return next(fresh, None)

    async def phrase(self, interview: Interview, cue: Cue, *, about: str = "") -> str:
        """Say it as the persona would, in words not used just before."""
        lines = self.personas[interview.setup.persona].lines[cue]
        return line(lines, interview, cue, about)


def _claims(open_: OpenQuestion) -> Iterator[Idea]:
    heard = {heard.follow_up: heard.quote for heard in open_.reading.heard} if open_.reading else {}
    for follow_up in open_.question.follow_ups:
        if follow_up.id in heard:
            yield _idea(follow_up, quote=heard[follow_up.id])


def _open_points(open_: OpenQuestion) -> Iterator[Idea]:
    quote = open_.reading.quote if open_.reading else ""
    for point in sorted(open_.question.points, key=lambda point: -point.weight):
        if point.id not in open_.covered:
            id_ = f"{POINT}{point.id}"
            yield Idea(id=id_, kind=FollowUpKind.DEPTH, text=point.ask, quote=quote)


def _beyond(open_: OpenQuestion) -> Iterator[Idea]:
    for follow_up in open_.question.follow_ups:
        if not follow_up.when:
            yield _idea(follow_up)


def _idea(follow_up: FollowUp, quote: str = "") -> Idea:
    # A claim is dug into with the candidate's own words; what goes beyond the answer needs none.
    kind = FollowUpKind.CLAIM if quote else follow_up.kind
    if kind is FollowUpKind.DEPTH:
        kind = FollowUpKind.ALTERNATIVE
    return Idea(id=f"{FOLLOW_UP}{follow_up.id}", kind=kind, text=follow_up.ask, quote=quote)


def _leaks(idea: Idea, open_: OpenQuestion) -> bool:
    """Tell whether asking this would say a point that the candidate has yet to make."""
    return any(
        is_mentioned(cue, idea.text) and not is_mentioned(cue, open_.question.ask)
        for point in open_.question.points
        if point.id not in open_.covered
        for cue in point.cues
    )
