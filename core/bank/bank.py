"""The bank: everything that can be asked, and the settings to ask it in."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.domain.challenge import Challenge
from core.domain.question import InterviewType, Level, Question, QuestionId
from core.domain.setting import CompanyPattern, Persona


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    """What ships with the product, and what a team added to it."""

    questions: dict[QuestionId, Question]
    challenges: dict[QuestionId, Challenge]
    patterns: dict[str, CompanyPattern]
    personas: dict[str, Persona]

    def questions_of(self, type_: InterviewType, level: Level) -> Iterator[Question]:
        """Yield the questions of one type and level, in the order of their ids."""
        for question in self.questions.values():
            if question.type is type_ and question.level is level:
                yield question

    def challenges_of(self, level: Level) -> Iterator[Challenge]:
        """Yield the challenges of one level, in the order of their ids."""
        for challenge in self.challenges.values():
            if challenge.question.level is level:
                yield challenge
