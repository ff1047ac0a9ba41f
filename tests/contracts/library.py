"""An archive and its shelf, as the tests hold both in one hand."""

from typing import Protocol

from core.domain.entry import Entry
from core.domain.interview import Interview
from core.ports.archive import Archive, Shelf


class Library(Archive, Shelf, Protocol):
    """An archive with its shelf."""


async def holds_exactly(library: Library, interview: Interview, entries: tuple[Entry, ...]) -> bool:
    """Tell whether the library holds this interview as it is, and no other."""
    kept = await library.read(interview.id)
    head = await library.head(interview.id)
    (line,) = await library.summaries()
    return (kept, head, line.used_s) == (entries, len(entries), interview.elapsed_s)
