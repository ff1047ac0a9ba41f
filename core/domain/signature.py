"""A typed function signature: one definition that serves every programming language."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from pydantic import JsonValue

# Arguments and results are what every language can hold and JSON can carry.
Value: TypeAlias = JsonValue

# What a program in every language holds exactly as a whole number.
LARGEST = 2**63 - 1
_DEEPEST = 16
_TOKENS = re.compile(r"\s*(?:([a-z]+)|([\[\],]))")


class Scalar(StrEnum):
    """The plain types that a signature may use."""

    INT = "int"
    FLOAT = "float"
    BOOL = "bool"
    STRING = "string"


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list whose items are all of one type."""

    item: "ValueType"

    def __str__(self) -> str:
        return f"list[{self.item}]"


@dataclass(frozen=True, slots=True)
class MapOf:
    """A map from strings to values that are all of one type."""

    item: "ValueType"

    def __str__(self) -> str:
        return f"map[string, {self.item}]"


ValueType: TypeAlias = Scalar | ListOf | MapOf


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One argument of the function that the candidate writes; its type as `parse_type` reads it."""

    name: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """The function that the candidate writes."""

    name: str
    parameters: tuple[Parameter, ...]
    returns: str


def parse_type(text: str) -> ValueType:
    """Read a type such as `list[list[int]]` or `map[string, bool]`; raise `ValueError` if it is none."""
    tokens = _tokens(text)
    parsed = _parse(tokens, _DEEPEST)
    if (more := next(tokens, None)) is not None:
        raise ValueError(f"“{text}” goes on with “{more}” after a whole type")
    return parsed


def fits(value: object, wanted: ValueType) -> bool:
    """Tell whether `value` is of the wanted type in every language and in JSON.

    An int is a float too, a bool is no int, and what 64 bits cannot hold is neither.
    """
    match wanted:
        case Scalar.INT:
            return _is_whole(value)
        case Scalar.FLOAT:
            return _is_whole(value) or (isinstance(value, float) and math.isfinite(value))
        case Scalar.BOOL:
            return isinstance(value, bool)
        case Scalar.STRING:
            return isinstance(value, str)
        case ListOf(item):
            return isinstance(value, list) and all(fits(each, item) for each in value)
        case MapOf(item):
            return isinstance(value, dict) and all(
                isinstance(key, str) and fits(each, item) for key, each in value.items()
            )


def _is_whole(value: object) -> bool:
    if not isinstance(value, int) or isinstance(value, bool):
        return False
    return -LARGEST - 1 <= value <= LARGEST


def _tokens(text: str) -> Iterator[str]:
    at = 0
    text = text.rstrip()
    while at < len(text):
        found = _TOKENS.match(text, at)
        if found is None:
            where = f", at “{text[at:]}”" if at else ""
            raise ValueError(f"“{text}” is no type{where}")
        yield found.group(1) or found.group(2)
        at = found.end()


def _parse(tokens: Iterator[str], deepest: int) -> ValueType:
    if not deepest:
        raise ValueError(f"it is nested more than {_DEEPEST} deep")
    word = next(tokens, "")
    if word == "list":
        _expect(tokens, "[")
        item = _parse(tokens, deepest - 1)
        _expect(tokens, "]")
        return ListOf(item)
    if word == "map":
        for token in ("[", Scalar.STRING, ","):
            _expect(tokens, token)
        item = _parse(tokens, deepest - 1)
        _expect(tokens, "]")
        return MapOf(item)
    try:
        return Scalar(word)
    except ValueError as error:
        said = f"“{word}” is" if word else "it ends where a type belongs, which is"
        raise ValueError(f"{said} none of int, float, bool, string, list and map") from error


def _expect(tokens: Iterator[str], wanted: str) -> None:
    if (found := next(tokens, None)) != wanted:
        said = "it ends" if found is None else f"“{found}” stands"
        raise ValueError(f"{said} where “{wanted}” belongs")
