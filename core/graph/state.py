"""What LangGraph keeps at a pause: one small versioned text.

A checkpoint is a cache of the event log, so one of another version needs no migration: the
interview is rebuilt from the log instead.
"""

import json
from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter

from core.domain.entry import Entry, StoredEvent, restore, store
from core.domain.interview import Interview
from core.graph.draft import Draft

VERSION = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _PackedEntry:
    seq: int
    at: datetime
    stored: StoredEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class _Packed:
    version: int
    interview: Interview
    entries: tuple[_PackedEntry, ...]


_DRAFT = TypeAdapter(_Packed)
_ENTRY = TypeAdapter(_PackedEntry)


def pack(draft: Draft) -> str:
    """Return a draft as text."""
    packed = _Packed(
        version=VERSION,
        interview=draft.interview,
        entries=tuple(_pack(entry) for entry in draft.entries),
    )
    return _DRAFT.dump_json(packed).decode()


def unpack(text: str) -> Draft:
    """Return the draft that was packed."""
    packed = _DRAFT.validate_json(text)
    return Draft(packed.interview, [_unpack(entry) for entry in packed.entries])


def seq_of(text: str) -> int | None:
    """Return how many events a packed draft knows; None if another version packed it."""
    packed = json.loads(text)
    return packed["interview"]["seq"] if packed.get("version") == VERSION else None


def pack_entry(entry: Entry) -> str:
    """Return an entry as text."""
    return _ENTRY.dump_json(_pack(entry)).decode()


def unpack_entry(text: str) -> Entry:
    """Return the entry that was packed."""
    return _unpack(_ENTRY.validate_json(text))


def _pack(entry: Entry) -> _PackedEntry:
    return _PackedEntry(seq=entry.seq, at=entry.at, stored=store(entry.event))


def _unpack(packed: _PackedEntry) -> Entry:
    return Entry(seq=packed.seq, at=packed.at, event=restore(packed.stored))
