"""Texts that a database can keep: PostgreSQL refuses NUL, and half a character is no UTF-8 anywhere."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from pydantic_core import PydanticSerializationError

from core.domain.entry import Event, StoredEvent, store

# U+2400 is a picture of NUL; U+FFFD stands for what could not be read.
_NUL, _LOST = "\u2400", "\ufffd"
_HALVES = dict.fromkeys(range(55296, 57344), _LOST)


def writable(text: str) -> str:
    """Return `text` with a sign in place of each NUL and of each half of a character."""
    return whole(text.replace("\0", _NUL))


def whole(text: str) -> str:
    """Return `text` with a sign in place of each half of a character, which some platforms send."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.translate(_HALVES)
    return text


def stored_event(event: Event) -> StoredEvent:
    """Return the stored form of an event; JSON has a way to write a NUL, but none for half a character."""
    try:
        return store(event)
    except PydanticSerializationError:
        return store(_mended(event))


def _mended(part: Any) -> Any:  # an event is a tree of whatever dataclasses, down to its texts
    if isinstance(part, str):
        return whole(part)
    if isinstance(part, tuple):
        return tuple(_mended(each) for each in part)
    if isinstance(part, Mapping):
        return {_mended(key): _mended(value) for key, value in part.items()}
    if is_dataclass(part) and not isinstance(part, type):
        return replace(
            part, **{each.name: _mended(getattr(part, each.name)) for each in fields(part)}
        )
    return part
