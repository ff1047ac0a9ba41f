"""Interleaved rounds: every saver plays next to the others, so that a busy machine is busy for all."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from statistics import median

from langgraph.types import Command

from bench.contestants import OURS, Contestant
from bench.courses import Course
from core.graph.draft import Draft
from core.graph.state import pack

ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Spread:
    """What the rounds found: the one in the middle, and how far apart they are."""

    rounds: tuple[float, ...]

    @property
    def middle(self) -> float:
        """The median round."""
        return median(self.rounds)

    @property
    def least(self) -> float:
        """The lowest round."""
        return min(self.rounds)

    @property
    def most(self) -> float:
        """The highest round."""
        return max(self.rounds)

    def plain(self, digits: int = 3) -> dict[str, object]:
        """Return it as words and numbers."""
        least, most = round(self.least, digits), round(self.most, digits)
        rounds = [round(each, digits) for each in self.rounds]
        return {"median": round(self.middle, digits), "min": least, "max": most, "rounds": rounds}


@dataclass(frozen=True, slots=True, kw_only=True)
class Race:
    """What each saver's median turn took in each round, in ms."""

    course: Course
    threads: int
    took_ms: Mapping[str, Spread]

    def ratio(self, other: str) -> Spread:
        """Return our turn by another's, round by round: figures of one round were found side by side."""
        pairs = zip(self.took_ms[OURS].rounds, self.took_ms[other].rounds, strict=True)
        return Spread(tuple(ours / theirs for ours, theirs in pairs))


async def race(course: Course, contestants: Mapping[str, Contestant], threads: int) -> Race:
    """Let the savers play as many threads in each round; a round before the first is not counted."""
    shuffled = Random(7)
    rounds = []
    for number in range(ROUNDS + 1):
        took: dict[str, list[float]] = {name: [] for name in contestants}
        for thread in range(threads):
            order = list(contestants.values())
            shuffled.shuffle(order)
            for each in order:
                id_ = f"{number}-{thread}"
                took[each.name] += await play(course, each, id_)
                await each.saver.adelete_thread(id_)
        rounds.append({name: 1000 * median(times) for name, times in took.items()})
    counted = {name: Spread(tuple(each[name] for each in rounds[1:])) for name in contestants}
    return Race(course=course, threads=threads, took_ms=counted)


async def play(course: Course, contestant: Contestant, thread: str) -> list[float]:
    """Play a whole thread; return how many seconds each turn took."""
    graph, config = course.build(contestant.saver), await contestant.config(thread)
    state = await graph.ainvoke(course.opening, config, durability="exit")
    times = []
    for resume in course.resumes:
        begun = time.perf_counter()
        state = await graph.ainvoke(Command(resume=resume), config, durability="exit")
        times.append(time.perf_counter() - begun)
    # A saver that kept nothing would be fast.
    kept = await contestant.saver.aget_tuple({"configurable": {"thread_id": thread}})
    assert kept
    turn = state["turn"]
    last = pack(turn) if isinstance(turn, Draft) else turn
    assert kept.checkpoint["channel_values"]["turn"] == last
    return times
