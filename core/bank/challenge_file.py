"""What a challenge file must look like, and the challenge it becomes."""

import ast
from typing import Annotated, Self

from pydantic import Field, StringConstraints, field_validator, model_validator

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
from core.domain.signature import Parameter, Signature, Value, fits, parse_type

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$", max_length=40)]


class ParameterPart(Part):
    """`[[signature.parameter]]`: one argument."""

    name: Name
    type: str

    @field_validator("type")
    @classmethod
    def _is_a_type(cls, text: str) -> str:
        return str(parse_type(text))


class SignaturePart(Part):
    """`[signature]`: the function to write."""

    name: Name
    returns: str
    parameter: list[ParameterPart] = Field(min_length=1, max_length=5)

    @field_validator("returns")
    @classmethod
    def _is_a_type(cls, text: str) -> str:
        return str(parse_type(text))

    def signature(self) -> Signature:
        """Return the signature that this part describes."""
        return Signature(
            name=self.name,
            parameters=tuple(Parameter(name=part.name, type=part.type) for part in self.parameter),
            returns=self.returns,
        )


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

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        check_distinct("point", [point.id for point in self.point])
        check_distinct("follow_up", [follow_up.id for follow_up in self.follow_up])
        check_distinct("test", [test.name for test in self.test])
        signature = self.signature.signature()
        for at, example in enumerate(self.example, start=1):
            _check_case(f"example {at}", example, signature)
        for test in self.test:
            _check_case(f"test {test.name}", test, signature)
        return self

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


def check_solution(source: str, signature: Signature) -> None:
    """Raise `ValueError` if the Python reference does not define the challenge's function."""
    wanted = [parameter.name for parameter in signature.parameters]
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef) and node.name == signature.name:
            found = [argument.arg for argument in node.args.args]
            if found != wanted:
                raise ValueError(f"{signature.name} takes {found}; the signature says {wanted}")
            return
    raise ValueError(f"there is no function {signature.name} at its top level")


def _check_case(where: str, case: ExamplePart | TestPart, signature: Signature) -> None:
    if len(case.arguments) != len(signature.parameters):
        wanted = len(signature.parameters)
        raise ValueError(f"{where} arguments: {len(case.arguments)} given, {wanted} wanted")
    for argument, parameter in zip(case.arguments, signature.parameters, strict=True):
        if not fits(argument, parse_type(parameter.type)):
            raise ValueError(f"{where} arguments: {parameter.name} is not {parameter.type}")
    if not fits(case.result, parse_type(signature.returns)):
        raise ValueError(f"{where} result: it is not {signature.returns}")
