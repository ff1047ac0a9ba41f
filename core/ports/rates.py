"""How often something may be done, by all processes together."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """So many times, at least once, in so many seconds, whatever is named by `key`.

    In no stretch of that length are there more, wherever it begins; a burst may use them all at once.
    """

    key: str
    times: int
    per_s: float


class Rates(Protocol):
    """Counts what many processes do against a limit that they share."""

    async def wait_s(self, rate: Rate) -> float:
        """Return 0 and count it, if it may be done now; else the seconds to wait before asking again.

        Who waits so long may do it, unless somebody else was first; who asks in vain loses nothing.
        It never fails: where nobody can count, everybody may, since a platform refuses what is too much.
        """
        ...
