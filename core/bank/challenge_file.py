"""What a challenge file must look like, and the challenge it becomes."""

import json
from collections.abc import Iterator
from typing import Annotated, TypeVar

from pydantic import Field, StringConstraints, ValidationInfo, field_validator

from core.bank.mistakes import Fault, refuse
from core.bank.parts import (
    CriterionPart,
    FollowUpPart,
    Hints,
    Part,
    PointPart,
    Sentence,
    Short,
    Slug,
    Topics,
    check_distinct,
)
from core.bank.signature_part import SignaturePart
from core.bank.starters import starter
from core.domain.challenge import (
    Challenge,
    Comparison,
    Example,
    HiddenTest,
    Language,
    Task,
)
from core.domain.question import InterviewType, Level, Question, QuestionId
from core.domain.signature import Value, fits, parse_type

_SHOWN_CHARS = 40
_MEND = "correct it or the signature"


class ExamplePart(Part):
    """`[[example]]`: a case that the candidate sees."""

    arguments: list[Value]
    result: Value
    why: str = ""


class TestPart(Part):
    """`[[test]]`: a case that stays hidden."""

    name: Short
    arguments: list[Value]
    result: Value


_Identified = TypeVar("_Identified", PointPart, FollowUpPart)
_Case = TypeVar("_Case", ExamplePart, TestPart)


class ChallengeFile(Part):
    """One challenge, as its author writes it."""

    id: Slug
    level: Level
    title: Short
    topics: Topics
    minutes: Annotated[int, Field(ge=5, le=60)]
    statement: Annotated[str, StringConstraints(strip_whitespace=True, min_length=60)]
    constraints: list[Short] = Field(min_length=1)
    comparison: Comparison = Comparison.EXACT
    signature: SignaturePart
    example: list[ExamplePart] = Field(min_length=2)
    test: list[TestPart] = Field(min_length=8)
    hints: Hints
    criterion: list[CriterionPart] = Field(min_length=2)
    point: list[PointPart] = Field(min_length=3, max_length=8)
    follow_up: list[FollowUpPart] = Field(min_length=2)
    reference: Sentence
    time_complexity: Short
    space_complexity: Short

    @field_validator("point", "follow_up")
    @classmethod
    def _ids_differ(cls, parts: list[_Identified]) -> list[_Identified]:
        check_distinct([part.id for part in parts])
        return parts

    @field_validator("test")
    @classmethod
    def _names_differ(cls, tests: list[TestPart]) -> list[TestPart]:
        check_distinct([test.name for test in tests], "name")
        return tests

    @field_validator("example", "test")
    @classmethod
    def _cases_fit(cls, cases: list[_Case], info: ValidationInfo) -> list[_Case]:
        # Where the signature itself is mistaken there is nothing to hold the cases against.
        if isinstance(signature := info.data.get("signature"), SignaturePart):
            refuse(
                fault
                for number, case in enumerate(cases, start=1)
                for fault in _faults(number, case, signature)
            )
        return cases

    def challenge(self, solutions: dict[Language, str]) -> Challenge:
        """Return the challenge that this file and its solutions describe."""
        return Challenge(
            question=self._question(),
            task=self._task(),
            comparison=self.comparison,
            tests=tuple(
                HiddenTest(name=part.name, arguments=tuple(part.arguments), result=part.result)
                for part in self.test
            ),
            solutions=solutions,
            time_complexity=self.time_complexity,
            space_complexity=self.space_complexity,
        )

    def _question(self) -> Question:
        return Question(
            id=QuestionId(self.id),
            type=InterviewType.CODING,
            level=self.level,
            title=self.title,
            topics=tuple(self.topics),
            ask=self.statement,
            rephrased=self.statement,
            reference=self.reference,
            criteria=tuple(part.criterion() for part in self.criterion),
            points=tuple(part.point() for part in self.point),
            follow_ups=tuple(part.follow_up() for part in self.follow_up),
            hints=self.hints,
        )

    def _task(self) -> Task:
        signature = self.signature.signature()
        return Task(
            statement=self.statement,
            constraints=tuple(self.constraints),
            minutes=self.minutes,
            signature=signature,
            examples=tuple(
                Example(arguments=tuple(part.arguments), result=part.result, why=part.why)
                for part in self.example
            ),
            starters={language: starter(signature, language) for language in Language},
        )


def _faults(number: int, case: ExamplePart | TestPart, signature: SignaturePart) -> Iterator[Fault]:
    given, wanted = len(case.arguments), len(signature.parameter)
    if given != wanted:
        counts = f"there {'is' if given == 1 else 'are'} {given}, and the function takes {wanted}"
        yield Fault(f"{number}.arguments", counts, "give one for each parameter, in its order")
    else:
        for place, (argument, parameter) in enumerate(
            zip(case.arguments, signature.parameter, strict=True), start=1
        ):
            if not fits(argument, parse_type(parameter.type)):
                wrong = f"{_shown(argument)} is not the {parameter.type} that {parameter.name} is"
                yield Fault(f"{number}.arguments {place}", wrong, _MEND)
    if not fits(case.result, parse_type(signature.returns)):
        wrong = f"{_shown(case.result)} is not the {signature.returns} that the function returns"
        yield Fault(f"{number}.result", wrong, _MEND)


def _shown(value: Value) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _SHOWN_CHARS else f"{text[:_SHOWN_CHARS]}…"
