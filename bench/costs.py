"""What a saver costs beside time: round trips to Redis, and the memory that it takes there."""

from dataclasses import dataclass, replace

from pydantic import SecretStr
from redis.asyncio import Redis

from adapters.redis import RedisConfig, connected
from bench.contestants import OURS, VALKEY, Addresses, Contestant, contestants
from bench.courses import Course
from bench.proxy import Tally, counted
from bench.rounds import play

EARLY, LATE = 10, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """How often a turn waits for Redis, and what a thread takes there after 10 turns and after 200."""

    round_trips_a_turn: float
    early_bytes: int
    late_bytes: int

    @property
    def growth(self) -> float:
        """How many times the early memory the late one is."""
        return self.late_bytes / self.early_bytes


@dataclass(frozen=True, slots=True)
class _Played:
    round_trips: int
    size_bytes: int


async def costs(course: Course, at: Addresses) -> dict[str, Cost]:
    """Return what the savers on Redis cost, on a course of any length."""
    found = {}
    async with (
        counted(at.redis) as (url, tally),
        contestants(replace(at, redis=url)) as all_,
        connected(RedisConfig(url=SecretStr(at.redis))) as redis,
    ):
        for name in (OURS, VALKEY):
            early = await _played(course.of(EARLY), all_[name], redis, tally)
            late = await _played(course.of(LATE), all_[name], redis, tally)
            found[name] = Cost(
                # What a thread costs anyway, its beginning and a last look, is in both.
                round_trips_a_turn=(late.round_trips - early.round_trips) / (LATE - EARLY),
                early_bytes=early.size_bytes,
                late_bytes=late.size_bytes,
            )
    return found


async def _played(course: Course, contestant: Contestant, redis: Redis, tally: Tally) -> _Played:
    thread = f"of-{len(course.resumes)}-turns"
    # Connections are made and scripts are learnt by another thread.
    await play(course.of(1), contestant, "warm")
    before = tally.round_trips
    await play(course, contestant, thread)
    round_trips = tally.round_trips - before
    keys = [key async for key in redis.scan_iter(f"*{thread}*", count=1000)]
    # Weighed whole, not by a sample of its parts.
    size = sum([await redis.memory_usage(key, samples=0) or 0 for key in keys])
    for each in (thread, "warm"):
        await contestant.saver.adelete_thread(each)
    return _Played(round_trips, size)
