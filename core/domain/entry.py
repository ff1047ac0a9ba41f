"""The event log's entries, and how they are stored: by name and version, so that they outlive the code."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TypeAlias, get_args

from pydantic import TypeAdapter, ValidationError

from core.domain.arrivals import Arrival
from core.domain.errors import StorageNewer
from core.domain.outcomes import Outcome

Event: TypeAlias = Arrival | Outcome

_KINDS: Mapping[str, type[Event]] = {kind.__name__: kind for kind in get_args(Event)}
# A kind of event whose shape changes gets the next version here and a step in `_lifted`.
_VERSIONS: Mapping[str, int] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One event of an interview, at its place in the order."""

    seq: int
    at: datetime
    event: Event


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredEvent:
    """An event in the form in which it is kept."""

    kind: str
    version: int
    body: str


def store(event: Event) -> StoredEvent:
    """Return the stored form of an event."""
    kind = type(event).__name__
    body = _adapter(kind).dump_json(event).decode()
    return StoredEvent(kind=kind, version=_version(kind), body=body)


def restore(stored: StoredEvent) -> Event:
    """Return the event that was stored; raise `StorageNewer` if this code does not know it."""
    if stored.kind not in _KINDS or stored.version > _version(stored.kind):
        raise StorageNewer(
            f"This interview holds {stored.kind} of version {stored.version}, which this version "
            "of Greenroom cannot read. Update Greenroom, then try again."
        )
    try:
        return _adapter(stored.kind).validate_json(stored.body)
    except ValidationError as error:
        raise StorageNewer(
            f"A stored {stored.kind} does not read as one. The database is damaged, or was "
            "written by another version of Greenroom."
        ) from error


def _version(kind: str) -> int:
    return _VERSIONS.get(kind, 1)


@cache
def _adapter(kind: str) -> TypeAdapter[Event]:
    return TypeAdapter(_KINDS[kind])
