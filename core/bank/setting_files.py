"""What pattern and persona files must look like, and what they become."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated

from pydantic import Field, field_validator

from core.bank.mistakes import Fault, listed, refuse
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
        Cue.REMINDER,
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

    @field_validator("mix")
    @classmethod
    def _mix_is_whole(cls, mix: dict[InterviewType, int]) -> dict[InterviewType, int]:
        if InterviewType.MIXED in mix:
            mend = "name coding, system_design, behavioral or concepts instead"
            refuse([Fault("mixed", "it is what the others make together", mend)])
        refuse(_shares(sum(mix.values())))
        return mix

    @field_validator("weights")
    @classmethod
    def _weights_are_whole(cls, weights: dict[Axis, int]) -> dict[Axis, int]:
        if missing := [axis.value for axis in Axis if axis not in weights]:
            wrong = f"there is none for {listed(missing)}"
            refuse([Fault("", wrong, "weigh all four axes, each with 1 or more")])
        refuse(_shares(sum(weights.values())))
        return weights

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
    def _speaks_at_every_cue(cls, lines: dict[Cue, list[str]]) -> dict[Cue, list[str]]:
        refuse((*_unspoken(lines), *_misplaced(lines)))
        return lines

    def persona(self) -> Persona:
        """Return the persona that this file describes."""
        lines = {cue: tuple(words) for cue, words in self.lines.items()}
        return Persona(
            id=self.id, name=self.name, about=self.about, follow_ups=self.follow_ups, lines=lines
        )


def _shares(found: int) -> Iterator[Fault]:
    if found != WHOLE:
        too = f"{abs(WHOLE - found)} too {'many' if found > WHOLE else 'few'}"
        yield Fault("", f"the shares add up to {found}, which is {too}", "let them add up to 100")


def _unspoken(lines: Mapping[Cue, Sequence[str]]) -> Iterator[Fault]:
    for cue in Cue:
        if cue not in lines and cue is not Cue.CARE:
            yield Fault(cue.value, "there are no lines for it", "write four or more")
    if Cue.CARE in lines:
        mend = "remove it"
        yield Fault(Cue.CARE.value, "what is said then is the same for every persona", mend)


def _misplaced(lines: Mapping[Cue, Sequence[str]]) -> Iterator[Fault]:
    for cue, spoken in lines.items():
        for number, line in enumerate(spoken, start=1):
            if fault := _misplacement(cue, line):
                yield Fault(f"{cue.value} {number}", *fault)
    missed = lines.get(Cue.MISSED_POINT, ())
    if missed and all(ABOUT in line for line in missed):
        wrong = f"every line has {ABOUT}, and sometimes there is nothing to quote"
        yield Fault(Cue.MISSED_POINT.value, wrong, f"add a line without {ABOUT}")


def _misplacement(cue: Cue, line: str) -> tuple[str, str] | None:
    if set(line.replace(ABOUT, "")) & set("{}"):
        return f"a brace in it belongs to no {ABOUT}", f"remove it, or write {ABOUT}"
    if cue in REFERRING and ABOUT not in line:
        return f"{ABOUT} is missing, without which it says nothing", f"add {ABOUT}"
    if cue not in {*REFERRING, Cue.MISSED_POINT} and ABOUT in line:
        return f"{ABOUT} is in it, and at this moment there is nothing to put there", "remove it"
    return None
