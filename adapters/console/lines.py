"""Where a candidate's lines come from, and how a candidate leaves."""

from enum import StrEnum
from typing import Protocol, TypeAlias


class Leave(StrEnum):
    """How somebody leaves without ending the interview."""

    DONE = "done"
    STOP = "stop"


Line: TypeAlias = str | Leave


class Lines(Protocol):
    """Gives the candidate's messages, one at a time."""

    async def next(self) -> Line:
        """Return the next message, or how the candidate leaves."""
        ...

    def offer(self, line: str) -> bool:
        """Give a message back that could not be taken; tell whether it can be sent again."""
        ...

    def close(self) -> None:
        """Wait for no more messages."""
        ...
