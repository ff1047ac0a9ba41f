"""Where questions come from."""

from collections.abc import Iterable
from typing import Protocol

from core.domain.challenge import Challenge
from core.domain.question import InterviewType, Level, Question


class Questions(Protocol):
    """Everything that can be asked."""

    def questions_of(self, type_: InterviewType, level: Level) -> Iterable[Question]:
        """Return the questions of one type and level, in the order of their ids."""
        ...

    def challenges_of(self, level: Level) -> Iterable[Challenge]:
        """Return the challenges of one level, in the order of their ids."""
        ...
