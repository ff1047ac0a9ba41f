"""What pattern and persona files must look like, and what they become."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Self

from pydantic import Field, field_validator, model_validator

from core.bank.parts import Part, Sentence, Short, Slug
from core.domain.question import Axis, InterviewType
from core.domain.setting import CompanyPattern, Cue, Persona

Line = Annotated[str, Field(min_length=2, max_length=300)]
WHOLE = 100
ABOUT = "{about}"
# These lines are nothing without what they refer to.
REFERRING = frozenset(
    {
        Cue.GREET,
        Cue.DIG_CLAIM,
        Cue.REPEAT,
        Cue.CLARIFY,
        Cue.GO_BACK,
        Cue.BACK_TO,
        Cue.RESUME,
        Cue.TIME_IS_SHORT,
    }
)


class PatternFile(Part):
    """One company pattern, as its author writes it."""

    id: Slug
    name: Short
    about: Sentence
    minutes: Annotated[int, Field(ge=10, le=240)]
    mix: dict[InterviewType, Annotated[int, Field(gt=0)]]
    weights: dict[Axis, Annotated[int, Field(gt=0)]]
    looks_for: list[Sentence] = Field(min_length=2)

    @model_validator(mode="after")
    def _shares_are_whole(self) -> Self:
        if InterviewType.MIXED in self.mix:
            raise ValueError("mix: name the types themselves; mixed is what they make together")
        if (found := sum(self.mix.values())) != WHOLE:
            raise ValueError(f"mix: the shares add up to {found}, not to 100")
        if missing := [axis.value for axis in Axis if axis not in self.weights]:
            raise ValueError(f"weights: {', '.join(missing)} is missing")
        if (found := sum(self.weights.values())) != WHOLE:
            raise ValueError(f"weights: they add up to {found}, not to 100")
        return self

    def pattern(self) -> CompanyPattern:
        """Return the pattern that this file describes."""
        return CompanyPattern(
            id=self.id,
            name=self.name,
            about=self.about,
            minutes=self.minutes,
            mix=dict(self.mix),
            weights=dict(self.weights),
            looks_for=tuple(self.looks_for),
        )


class PersonaFile(Part):
    """One interviewer's manner of speaking, as its author writes it."""

    id: Slug
    name: Short
    about: Sentence
    follow_ups: Annotated[int, Field(ge=0, le=4)]
    lines: dict[Cue, Annotated[list[Line], Field(min_length=1)]]

    @field_validator("lines")
    @classmethod
    def _has_words_for_every_cue(cls, lines: dict[Cue, list[str]]) -> dict[Cue, list[str]]:
        if missing := [cue.value for cue in Cue if cue not in lines and cue is not Cue.CARE]:
            raise ValueError(f"no words for {', '.join(missing)}")
        return lines

    @field_validator("lines")
    @classmethod
    def _refers_where_it_can(cls, lines: dict[Cue, list[str]]) -> dict[Cue, list[str]]:
        if faults := [fault for cue, words in lines.items() for fault in _faults(cue, words)]:
            raise ValueError("; ".join(faults))
        return lines

    def persona(self) -> Persona:
        """Return the persona that this file describes."""
        lines = {cue: tuple(words) for cue, words in self.lines.items()}
        return Persona(
            id=self.id, name=self.name, about=self.about, follow_ups=self.follow_ups, lines=lines
        )


def _faults(cue: Cue, lines: Sequence[str]) -> Iterator[str]:
    for number, line in enumerate(lines, start=1):
        if set(line.replace(ABOUT, "")) & set("{}"):
            yield f"{cue} line {number} has a brace that belongs to no {ABOUT}"
        elif cue in REFERRING and ABOUT not in line:
            yield f"{cue} line {number} lacks {ABOUT}"
        elif cue not in {*REFERRING, Cue.MISSED_POINT} and ABOUT in line:
            yield f"{cue} line {number} has {ABOUT}, but nothing is there to fill it in"
    if cue is Cue.MISSED_POINT and all(ABOUT in line for line in lines):
        yield f"{cue} needs a line without {ABOUT}, for when there is nothing to quote"
