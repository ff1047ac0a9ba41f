"""What a question file must look like, and the question it becomes."""

from typing import Annotated, TypeVar

from pydantic import Field, StringConstraints, field_validator

from core.bank.mistakes import Fault, refuse
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

_Identified = TypeVar("_Identified", PointPart, FollowUpPart)


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

    @field_validator("type")
    @classmethod
    def _is_of_one_type(cls, type_: InterviewType) -> InterviewType:
        if type_ is InterviewType.MIXED:
            mend = "choose coding, system_design, behavioral or concepts"
            refuse([Fault("", "an interview can be mixed, a question cannot", mend)])
        return type_

    @field_validator("point", "follow_up")
    @classmethod
    def _ids_differ(cls, parts: list[_Identified]) -> list[_Identified]:
        check_distinct([part.id for part in parts])
        return parts

    @field_validator("criterion")
    @classmethod
    def _axes_differ(cls, parts: list[CriterionPart]) -> list[CriterionPart]:
        check_distinct([part.axis for part in parts], "axis")
        return parts

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
