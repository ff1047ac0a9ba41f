"""Rates within one process: the moments of the last few times, for each key."""

from collections import deque
from collections.abc import Callable

from core.ports.rates import Rate

MICROSECONDS = 1_000_000
# So many keys are no burden, and looking for old ones again and again would be.
FEW_KEYS = 64


class InProcessRates:
    """Lets something be done so many times within any stretch of so long, to the microsecond."""

    def __init__(self, monotonic_s: Callable[[], float]) -> None:
        self._monotonic_s = monotonic_s
        # The newest moment first, and until when they matter.
        self._done: dict[str, tuple[deque[int], int]] = {}
        self._crowd = FEW_KEYS

    async def wait_s(self, rate: Rate) -> float:
        """Return 0 and count it, if it may be done now; else the seconds to wait before asking again."""
        # Whole microseconds, so that who waits as told is not a rounding error too early.
        now, per = round(self._monotonic_s() * MICROSECONDS), round(rate.per_s * MICROSECONDS)
        self._let_go(now)
        done, _ = self._done.get(rate.key, (deque[int](), 0))
        if len(done) >= rate.times and (wait := done[rate.times - 1] + per - now) > 0:
            return wait / MICROSECONDS
        done.appendleft(now)
        while len(done) > rate.times:
            done.pop()
        self._done[rate.key] = (done, now + per)
        return 0

    def _let_go(self, now: int) -> None:
        """Forget keys that no longer matter, each time that there are twice as many as mattered last."""
        if len(self._done) > self._crowd:
            self._done = {key: kept for key, kept in self._done.items() if kept[1] > now}
            self._crowd = max(FEW_KEYS, 2 * len(self._done))
