"""What validation found, in the words of somebody who writes bank files."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeAlias, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from core.bank.mistakes import Faulty, Mistake
from core.bank.parts import Part

Loc: TypeAlias = tuple[int | str, ...]
Context: TypeAlias = Mapping[str, Any]
# Says what is wrong with a value, and how to mend it.
Wording: TypeAlias = Callable[[Any, Context], tuple[str, str]]

_KEY = "[key]"
_SHOWN_CHARS = 40
_KINDS: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (bool, "true or false"),
    (int, "a number"),
    (float, "a number with a point"),
    (str, "text"),
    (list, "a list"),
    (dict, "a table"),
    ((datetime, date, time), "a date or a time"),
)


def explain(file: Path, shape: type[Part], error: ValidationError) -> Iterator[Mistake]:
    """Say each thing that validation found in terms of the file's own fields."""
    details = error.errors(include_url=False)
    meant = {
        (*detail["loc"][:-1], close)
        for detail in details
        if detail["type"] == "extra_forbidden" and (close := _meant(detail["loc"], shape))
    }
    for detail in details:
        place = _place(detail["loc"])
        fault = detail.get("ctx", {}).get("error")
        if isinstance(fault, Faulty):
            for each in fault.faults:
                field = place + _joined(each.field)
                yield Mistake(file=file, field=field, wrong=each.wrong, mend=each.mend)
        # What is there under a misspelt name is not missing.
        elif detail["type"] != "missing" or detail["loc"] not in meant:
            wrong, mend = _wording(detail, shape)
            yield Mistake(file=file, field=place, wrong=wrong, mend=mend)


def _joined(field: str) -> str:
    return f" {field}" if field[:1].isdigit() else f".{field}" if field else ""


def _place(loc: Loc) -> str:
    """Return a place in a file as people say it: `point 2.cues 1`, counted from one."""
    said = ""
    for step in loc:
        if step != _KEY:
            said += f" {step + 1}" if isinstance(step, int) else f".{step}" if said else step
    return said


def _wording(detail: ErrorDetails, shape: type[Part]) -> tuple[str, str]:
    kind, found, context = detail["type"], detail["input"], detail.get("ctx", {})
    if kind == "extra_forbidden":
        return "there is no such field", _instead(detail["loc"], shape)
    if kind == "enum" and detail["loc"][-1] == _KEY:
        return "there is no such name", _one_of(found, context)
    if kind in _WANTED:
        wanted, mend = _WANTED[kind]
        name = _place(detail["loc"][-1:] if isinstance(detail["loc"][-1], str) else ())
        if kind == "list_type" and isinstance(found, dict):
            mend = f"write [[{name}]] with two brackets, or a list in [ ]"
        if kind == "model_type" and isinstance(found, list):
            mend = f"write [{name}] with single brackets"
        return f"it is {_kind(found)}, where {wanted} belongs", mend
    return _WORDINGS.get(kind, _unfit)(found, context)


def _instead(loc: Loc, shape: type[Part]) -> str:
    close = _meant(loc, shape)
    return f"write “{close}” if that is meant, or else remove it" if close else "remove it"


def _meant(loc: Loc, shape: type[Part]) -> str | None:
    return next(iter(get_close_matches(str(loc[-1]), _fields(shape, loc[:-1]), n=1)), None)


def _fields(shape: type[Part], loc: Loc) -> list[str]:
    """Return the names of the fields that there are at a place."""
    for step in loc:
        if isinstance(step, str):
            shape = _part(shape.model_fields[step].annotation) or shape
    return list(shape.model_fields)


def _part(annotation: object) -> type[Part] | None:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next((part for each in get_args(annotation) if (part := _part(each))), None)


def _kind(found: object) -> str:
    return next((name for kind, name in _KINDS if isinstance(found, kind)), "something else")


def _shown(found: object) -> str:
    text = str(found)
    return f"“{text if len(text) <= _SHOWN_CHARS else text[:_SHOWN_CHARS] + '…'}”"


def _one_of(found: object, context: Context) -> str:
    words = str(context["expected"]).replace("'", "")
    known = words.replace(" or ", ", ").split(", ")
    close = get_close_matches(str(found), known, n=1)
    return f"write “{close[0]}” if that is meant" if close else f"write {words}"


def _missing(_found: object, _context: Context) -> tuple[str, str]:
    return "it is missing", "add it"


def _enum(found: object, context: Context) -> tuple[str, str]:
    return f"{_shown(found)} is not known here", _one_of(found, context)


def _pattern(found: object, context: Context) -> tuple[str, str]:
    link, example = (
        ("underscores", "two_sum") if "_" in context["pattern"] else ("hyphens", "two-sum")
    )
    mend = f"use lower-case letters and digits in words joined by {link}, such as {example}"
    return f"{_shown(found)} is not a name of the form wanted here", mend


def _short_text(found: str, context: Context) -> tuple[str, str]:
    length, least = len(found.strip()), context["min_length"]
    if not length:
        return "it is empty", "write something"
    return f"it has {length} characters, and at least {least} are wanted", "say more"


def _long_text(found: str, context: Context) -> tuple[str, str]:
    length, most = len(found.strip()), context["max_length"]
    return f"it has {length} characters, and at most {most} are allowed", "shorten it"


def _few(_found: object, context: Context) -> tuple[str, str]:
    count, least = context["actual_length"], context["min_length"]
    return f"there {_are(count)}, and at least {least} are wanted", f"add {least - count} or more"


def _many(found: list[object], context: Context) -> tuple[str, str]:
    count, most = len(found), context["max_length"]
    return f"there {_are(count)}, and at most {most} are allowed", f"remove {count - most}"


def _are(count: int) -> str:
    return {0: "are none", 1: "is only one"}.get(count, f"are {count}")


def _small(found: object, context: Context) -> tuple[str, str]:
    least = f"at least {context['ge']}" if "ge" in context else f"more than {context['gt']}"
    return f"{found} is too small", f"let it be {least}"


def _large(found: object, context: Context) -> tuple[str, str]:
    return f"{found} is too large", f"let it be at most {context['le']}"


def _unfit(found: object, _context: Context) -> tuple[str, str]:
    mend = "look at a shipped file of the same kind, and write it as there"
    return f"{_kind(found)} such as {_shown(found)} cannot stand here", mend


_WHOLE_NUMBER = ("a whole number", "write digits only, without quotes and without a point")
_LIST = ("a list", "put it into square brackets")
# What belongs where something of another kind was found, and how it is written.
_WANTED = {
    "string_type": ("text", "write it in quotes"),
    "int_type": _WHOLE_NUMBER,
    "int_parsing": _WHOLE_NUMBER,
    "int_parsing_size": _WHOLE_NUMBER,
    "int_from_float": _WHOLE_NUMBER,
    "finite_number": _WHOLE_NUMBER,
    "list_type": _LIST,
    "tuple_type": _LIST,
    "dict_type": ("a table", "head it with its name in square brackets"),
    "model_type": ("a table", "head it with its name in square brackets"),
    "invalid-json-value": (
        "a plain value",
        "write a number, text, true or false, or a list of these",
    ),
}
_WORDINGS: Mapping[str, Wording] = {
    "missing": _missing,
    "enum": _enum,
    "string_pattern_mismatch": _pattern,
    "string_too_short": _short_text,
    "string_too_long": _long_text,
    "too_short": _few,
    "too_long": _many,
    "greater_than": _small,
    "greater_than_equal": _small,
    "less_than_equal": _large,
}
