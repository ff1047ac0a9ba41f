"""What the shell may complete: ids that are on this machine.

A shell that asks wants an answer at once or none, so what cannot be found is not completed.
"""

# ruff: noqa: PLC0415 -- by need: none of this is wanted but for the Tab key

import asyncio
from collections.abc import Iterable

from core.domain.errors import GreenroomError


def companies(incomplete: str) -> list[str]:
    """Return the company patterns that begin like this."""
    return _beginning_with(incomplete, _stems("patterns"))


def personas(incomplete: str) -> list[str]:
    """Return the personas that begin like this."""
    return _beginning_with(incomplete, _stems("personas"))


def interviews(incomplete: str) -> list[str]:
    """Return the interviews whose ids begin like this."""
    return _beginning_with(incomplete, _ids(is_over=True))


def unfinished(incomplete: str) -> list[str]:
    """Return the interviews that can be gone on with."""
    return _beginning_with(incomplete, _ids(is_over=False))


def _stems(folder: str) -> Iterable[str]:
    """Return what the files are named after: to read them would take longer than a Tab may."""
    from bot.settings import read_settings
    from core.bank.loader import SHIPPED

    try:
        folders = (SHIPPED, *read_settings().bank.folders)
    except GreenroomError:
        return []
    return sorted(file.stem for each in folders for file in (each / folder).glob("*.toml"))


def _ids(*, is_over: bool) -> Iterable[str]:
    from bot.history import summaries
    from bot.settings import read_settings

    try:
        found = asyncio.run(summaries(read_settings()))
    except GreenroomError:
        return []
    return ["last", *(each.id for each in found if is_over or not each.status.is_final)]


def _beginning_with(start: str, words: Iterable[str]) -> list[str]:
    return [word for word in words if word.startswith(start)]
