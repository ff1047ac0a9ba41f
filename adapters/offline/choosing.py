"""Which question comes next: near the level, on a topic that was wished for, and a change from the last one."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from random import Random

from core.domain.interview import Interview
from core.domain.question import InterviewType, Level, Question, QuestionId
from core.domain.setup import Slot
from core.ports.interviewer import Choice
from core.ports.questions import Questions

# In levels: a wished-for topic is worth one step up or down, variety is not.
_OFF_TOPIC, _SAME_TOPIC = 1.5, 0.5


@dataclass(frozen=True, slots=True)
class Chooser:
    """Chooses from the bank; the seed decides among equals."""

    questions: Questions

    def choose(self, interview: Interview, slot: Slot) -> Choice | None:
        """Choose what was not asked in this interview; what was in an earlier one only if nothing else is left."""
        unasked = [c for c in self._choices(slot) if c.question.id not in interview.asked]
        fresh = [choice for choice in unasked if choice.question.id not in interview.avoid]
        if unasked:
            return self._best(interview, fresh or unasked)
        return self.choose(interview, Slot(type=slot.type)) if slot.is_challenge else None

    def _best(self, interview: Interview, choices: Collection[Choice]) -> Choice:
        last = self._topics(interview.asked[-1]) if interview.asked else frozenset()
        cost = {id(each): _cost(interview, each.question, last) for each in choices}
        least = min(cost.values())
        random = Random(f"{interview.setup.seed}/question/{len(interview.asked)}")
        return random.choice([each for each in choices if cost[id(each)] == least])

    def _topics(self, id_: QuestionId) -> frozenset[str]:
        slots = [Slot(type=InterviewType.CODING, is_challenge=True)]
        slots += [Slot(type=type_) for type_ in InterviewType]
        everything = (choice.question for slot in slots for choice in self._choices(slot))
        found = next((question for question in everything if question.id == id_), None)
        return frozenset(found.topics) if found else frozenset()

    def _choices(self, slot: Slot) -> Iterator[Choice]:
        for level in Level:
            if slot.is_challenge:
                for challenge in self.questions.challenges_of(level):
                    yield Choice(question=challenge.question, task=challenge.task)
            else:
                for question in self.questions.questions_of(slot.type, level):
                    yield Choice(question=question)


def _cost(interview: Interview, question: Question, last: frozenset[str]) -> tuple[float, int]:
    """Return how far a question is from what is wanted; of two levels as far, the easier is nearer."""
    topics, wished = frozenset(question.topics), frozenset(interview.setup.topics)
    scale = list(Level)
    far: float = abs(scale.index(question.level) - scale.index(interview.level))
    if wished and not wished & topics:
        far += _OFF_TOPIC
    if (topics & last) - wished:
        far += _SAME_TOPIC
    return far, scale.index(question.level)
