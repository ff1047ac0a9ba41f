"""A typed function signature: one definition that serves every programming language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from pydantic import JsonValue

# Arguments and results are what every language can hold and JSON can carry.
Value: TypeAlias = JsonValue

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
    parsed = _parse(tokens)
    if next(tokens, None) is not None:
        raise ValueError(f"{text!r} goes on after a whole type")
    return parsed


def fits(value: object, wanted: ValueType) -> bool:
    """Tell whether `value` is of the wanted type; an int is a float, a bool is not an int."""
    match wanted:
        case Scalar.INT:
            return isinstance(value, int) and not isinstance(value, bool)
        case Scalar.FLOAT:
            return isinstance(value, int | float) and not isinstance(value, bool)
        case Scalar.BOOL:
            return isinstance(value, bool)
        case Scalar.STRING:
            return isinstance(value, str)
        case ListOf(item):
            return isinstance(value, list) and all(fits(each, item) for each in value)
        case MapOf(item):
            return isinstance(value, dict) and all(fits(each, item) for each in value.values())


def _tokens(text: str) -> Iterator[str]:
    at = 0
    text = text.rstrip()
    while at < len(text):
        found = _TOKENS.match(text, at)
        if found is None:
            raise ValueError(f"{text!r} is not a type at {text[at:]!r}")
        yield found.group(1) or found.group(2)
        at = found.end()


def _parse(tokens: Iterator[str]) -> ValueType:
    word = next(tokens, "")
    if word == "list":
        _expect(tokens, "[")
        item = _parse(tokens)
        _expect(tokens, "]")
        return ListOf(item)
    if word == "map":
        for token in ("[", Scalar.STRING, ","):
            _expect(tokens, token)
        item = _parse(tokens)
        _expect(tokens, "]")
        return MapOf(item)
    try:
        return Scalar(word)
    except ValueError as error:
        raise ValueError(f"{word!r} is none of int, float, bool, string, list, map") from error


def _expect(tokens: Iterator[str], wanted: str) -> None:
    if (found := next(tokens, "the end")) != wanted:
        raise ValueError(f"expected {str(wanted)!r}, found {found!r}")
