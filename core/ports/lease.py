"""Who may advance an interview now, among all processes."""

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol

from core.domain.interview import InterviewId


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to advance an interview; every holder's fence is higher than those before it.

    For `doubt_s` somebody before may still believe to have it, because who had it was forgotten.
    """

    fence: int
    doubt_s: float = 0.0


class Leases(Protocol):
    """Lets one at a time advance an interview."""

    def hold(self, id_: InterviewId) -> AbstractAsyncContextManager[Lease | None]:
        """Hold an interview for the length of a block; None if somebody else does.

        A holder who loses the lease is cancelled, and `StaleTurn` comes out of the block. Raises
        `CacheUnavailable` if nobody can tell who holds it.
        """
        ...

    async def tell_holder(self, id_: InterviewId) -> bool:
        """Ring at whoever holds an interview, and nowhere else; False if nobody does."""
        ...
