"""What a question file must look like, and the question it becomes."""

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from core.bank.parts import (
    CriterionPart,
    FollowUpPart,
    Hints,
    Part,
    PointPart,
    Sentence,
    Slug,
    Topics,
    check_distinct,
)
from core.domain.question import InterviewType, Level, Question, QuestionId


class QuestionFile(Part):
    """One question, as its author writes it."""

    id: Slug
    type: InterviewType
    level: Level
    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=60)]
    topics: Topics
    ask: Sentence
    rephrased: Sentence
    reference: Annotated[str, StringConstraints(strip_whitespace=True, min_length=200)]
    hints: Hints
    criterion: list[CriterionPart] = Field(min_length=2)
    point: list[PointPart] = Field(min_length=3, max_length=8)
    follow_up: list[FollowUpPart] = Field(min_length=2)

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        if self.type is InterviewType.MIXED:
            raise ValueError("type: a question is of one type; mixed is for interviews")
        check_distinct("point", [point.id for point in self.point])
        check_distinct("follow_up", [follow_up.id for follow_up in self.follow_up])
        check_distinct("criterion", [criterion.axis for criterion in self.criterion])
        return self

    def question(self) -> Question:
        """Return the question that this file describes."""
        return Question(
            id=QuestionId(self.id),
            type=self.type,
            level=self.level,
            title=self.title,
            topics=tuple(self.topics),
            ask=self.ask,
            rephrased=self.rephrased,
            reference=self.reference,
            criteria=tuple(part.criterion() for part in self.criterion),
            points=tuple(part.point() for part in self.point),
            follow_ups=tuple(part.follow_up() for part in self.follow_up),
            hints=self.hints,
        )
