"""The parts that bank files share."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
)

from core.bank.mistakes import Fault, listed, refuse
from core.domain.question import Axis, Criterion, FollowUp, FollowUpKind, KeyPoint, PointId

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=15, max_length=1_200)]
Short = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=120)]
Topics = Annotated[list[Short], Field(min_length=1, max_length=5)]
Hints = tuple[Sentence, Sentence, Sentence]


class Part(BaseModel):
    """A piece of a bank file: unknown fields are mistakes, and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class CriterionPart(Part):
    """`[[criterion]]`: what this question shows about one axis."""

    axis: Axis
    shows: Sentence

    def criterion(self) -> Criterion:
        """Return the criterion that this part describes."""
        return Criterion(axis=self.axis, shows=self.shows)


class PointPart(Part):
    """`[[point]]`: one thing that a good answer holds."""

    id: Slug
    says: Sentence
    cues: Annotated[list[Short], Field(min_length=3)]
    ask: Sentence
    weight: Annotated[int, Field(ge=1, le=3)] = 1

    def point(self) -> KeyPoint:
        """Return the key point that this part describes."""
        return KeyPoint(
            id=PointId(self.id),
            says=self.says,
            cues=tuple(self.cues),
            ask=self.ask,
            weight=self.weight,
        )


class FollowUpPart(Part):
    """`[[follow_up]]`: a prepared way to dig deeper."""

    id: Slug
    kind: FollowUpKind
    ask: Sentence
    when: list[Short] = Field(default_factory=list, validate_default=True)

    @field_validator("when")
    @classmethod
    def _a_claim_names_its_words(cls, when: list[str], info: ValidationInfo) -> list[str]:
        if info.data.get("kind") is FollowUpKind.CLAIM and not when:
            wrong = "a claim has to be recognised, and there are no words to know it by"
            refuse([Fault("", wrong, "add the cues by which it is recognised")])
        return when

    def follow_up(self) -> FollowUp:
        """Return the follow-up that this part describes."""
        return FollowUp(id=self.id, kind=self.kind, ask=self.ask, when=tuple(self.when))


def check_distinct(ids: Sequence[str], field: str = "id") -> None:
    """Refuse two parts of one file that carry the same id."""
    twice = sorted({str(each) for each in ids if ids.count(each) > 1})
    if twice:
        is_there = "is" if len(twice) == 1 else "are"
        refuse([Fault(field, f"{listed(twice)} {is_there} there twice", "let each be different")])
