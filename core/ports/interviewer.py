"""The mind of the interviewer: a bank and rules, or a language model."""

from dataclasses import dataclass
from typing import Protocol

from core.domain.challenge import Task
from core.domain.interview import Interview
from core.domain.question import Question
from core.domain.reading import Idea, Reading
from core.domain.setting import Cue
from core.domain.setup import Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A question to ask; with a task it is answered in code."""

    question: Question
    task: Task | None = None


class Listener(Protocol):
    """Makes sense of what the candidate says."""

    async def understand(self, interview: Interview, words: str) -> Reading:
        """Read the candidate's newest words; they are among the open question's answers."""
        ...


class Interviewer(Protocol):
    """Thinks of what to ask and how to say it; it never says it itself."""

    async def choose(self, interview: Interview, slot: Slot) -> Choice | None:
        """Choose a question that was neither asked nor is to be avoided; None: nothing is left."""
        ...

    async def follow_up(self, interview: Interview) -> Idea | None:
        """Think of a follow-up to the open question that was not asked yet; None: nothing is open."""
        ...

    async def phrase(self, interview: Interview, cue: Cue, *, about: str = "") -> str:
        """Put into words what the moment calls for; `about` is what the words refer to."""
        ...
