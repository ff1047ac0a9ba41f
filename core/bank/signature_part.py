"""What a challenge's signature must look like, so that it can be written in every language."""

from collections import Counter
from collections.abc import Iterator
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints, ValidationInfo, field_validator

from core.bank.keywords import KEYWORDS, TAKEN_FUNCTIONS
from core.bank.mistakes import Fault, Faulty, listed, refuse
from core.bank.parts import Part
from core.bank.starters import name_in
from core.domain.challenge import Language
from core.domain.signature import Parameter, Signature, parse_type

_LABELS = {
    Language.PYTHON: "Python",
    Language.JAVASCRIPT: "JavaScript",
    Language.JAVA: "Java",
    Language.CPP: "C++",
    Language.GO: "Go",
    Language.RUST: "Rust",
}


def _as_read(text: str) -> str:
    """Return a type in its plain spelling."""
    try:
        return str(parse_type(text))
    except ValueError as error:
        mend = "write int, float, bool, string, list[…] or map[string, …]"
        raise Faulty((Fault("", str(error), mend),)) from error


def _no_keyword(name: str) -> str:
    """Return a name that is nobody's keyword."""
    if taken := [each for each in Language if name_in(each, name) in KEYWORDS[each]]:
        wrong = f"“{name}” means something of its own in {_names(taken)}"
        refuse([Fault("", wrong, "choose another name")])
    return name


Name = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$", max_length=40),
    AfterValidator(_no_keyword),
]
TypeName = Annotated[str, AfterValidator(_as_read)]


class ParameterPart(Part):
    """`[[signature.parameter]]`: one argument."""

    name: Name
    type: TypeName


class SignaturePart(Part):
    """`[signature]`: the function to write."""

    name: Name
    returns: TypeName
    parameter: list[ParameterPart] = Field(min_length=1, max_length=5)

    @field_validator("name")
    @classmethod
    def _names_no_other_function(cls, name: str) -> str:
        taken = [each for each in Language if name_in(each, name) in TAKEN_FUNCTIONS.get(each, ())]
        if taken:
            wrong = f"there is a function “{name}” in {_names(taken)} already"
            refuse([Fault("", wrong, "choose another name")])
        return name

    @field_validator("parameter")
    @classmethod
    def _names_differ(cls, parts: list[ParameterPart], info: ValidationInfo) -> list[ParameterPart]:
        refuse(_clashes([part.name for part in parts], str(info.data.get("name", ""))))
        return parts

    def signature(self) -> Signature:
        """Return the signature that this part describes."""
        return Signature(
            name=self.name,
            parameters=tuple(Parameter(name=part.name, type=part.type) for part in self.parameter),
            returns=self.returns,
        )


def _clashes(names: list[str], function: str) -> Iterator[Fault]:
    mend = "choose another name"
    # `step_1` and `step1` are two names here and one in Java, and so everywhere.
    counts = Counter(name_in(Language.JAVA, name) for name in names)
    for number, name in enumerate(names, start=1):
        if counts[name_in(Language.JAVA, name)] > 1:
            yield Fault(f"{number}.name", f"“{name}” is the name of two parameters", mend)
        elif name == function:
            yield Fault(f"{number}.name", f"“{name}” is the function's own name", mend)


def _names(languages: list[Language]) -> str:
    return listed([_LABELS[language] for language in languages]).replace("“", "").replace("”", "")
