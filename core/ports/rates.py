"""How often something may be done, by all processes together."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """So many times in so many seconds, whatever is named by `key`; a burst may use them all at once."""

    key: str
    times: int
    per_s: float


class Rates(Protocol):
    """Counts what many processes do against a limit that they share."""

    async def wait_s(self, rate: Rate) -> float:
        """Return 0 and count it, if it may be done now; else the seconds to wait before asking again.

        It never fails: where nobody can count, everybody may, since a platform refuses what is too much.
        """
        ...
