"""Five hundred interviews in one process: turns a second, and what an interview weighs: `python -m bench.turns`."""

import asyncio
import os
import sqlite3
import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from time import process_time

from rich.console import Console
from rich.table import Table

from bench import results
from bench.crowd import all_at_once
from bench.results import Target
from bench.rounds import ROUNDS, Spread
from bench.servers import postgres_server, redis_server
from bench.tables import target_table
from bench.ways import Way, bare_way, file_way, graph_way, server_way
from bench.weights import Weight, weights
from tests.servers.databases import Databases, do

INTERVIEWS = 500
# In a round every fourth interview has an answer, in the next one the ones after them do.
EVERY = 4
BARE, GRAPH, SERVER, FILE = "bare graph", "interview graph", "postgres and redis", "sqlite alone"
GRAPH_TURNS_A_S, WHOLE_TURNS_A_S, WEIGHT_KB = 100, 40, 150
PACKAGES = ("asyncpg", "aiosqlite", "langgraph", "pydantic", "redis", "sqlalchemy")


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """How many turns there were, in each round, by the clock and by our own processor time."""

    turns_a_s: Spread
    turns_a_cpu_s: Spread


def main() -> None:
    """Measure, print and keep."""
    console = Console()
    # Others who want the processor make the clock's figures worse, and processor time's hardly.
    busy = os.getloadavg()[0]
    with (
        redis_server() as redis,
        postgres_server() as postgres,
        tempfile.TemporaryDirectory() as folder,
        console.status("Turns: six rounds four ways, then two scales, about two minutes."),
    ):
        speeds = asyncio.run(_speeds(redis.url, postgres.url, Path(folder)))
        weighed = asyncio.run(weights(redis.url, postgres.url, Path(folder)))
        machine = asyncio.run(_machine(postgres.url)) | {"load before": round(busy, 1)}
    targets = _targets(speeds, weighed)
    console.print(_speed_table(speeds))
    console.print(_weight_table(weighed))
    console.print(target_table(targets))
    results.keep("turns", _plain(machine, speeds, weighed, targets))


async def _speeds(redis: str, postgres: str, folder: Path) -> dict[str, Speed]:
    shuffled = Random(7)
    async with _ways(redis, postgres, folder) as ways:
        for way in ways.values():
            await all_at_once(way.begin, range(INTERVIEWS))
        found: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
        for number in range(ROUNDS + 1):
            order = list(ways)
            shuffled.shuffle(order)
            for name in order:
                found[name].append(await _round(ways[name], number))
    return {name: _speed(rounds[1:]) for name, rounds in found.items()}


@asynccontextmanager
async def _ways(redis: str, postgres: str, folder: Path) -> AsyncIterator[dict[str, Way]]:
    async with AsyncExitStack() as stack:
        enter = stack.enter_async_context
        server = await enter(Databases(postgres).bare())
        yield {
            BARE: await enter(bare_way(redis)),
            GRAPH: await enter(graph_way(redis)),
            SERVER: await enter(server_way(server, redis)),
            FILE: await enter(file_way(f"sqlite:///{folder / 'turns.db'}")),
        }


async def _round(way: Way, number: int) -> tuple[float, float]:
    """Return how many turns there were a second, and a second of our processor time."""
    numbers = range(number % EVERY, INTERVIEWS, EVERY)
    spent_s = process_time()
    took_s = await all_at_once(way.answer, numbers)
    return len(numbers) / took_s, len(numbers) / (process_time() - spent_s)


def _speed(rounds: list[tuple[float, float]]) -> Speed:
    by_clock, by_cpu = zip(*rounds, strict=True)
    return Speed(turns_a_s=Spread(by_clock), turns_a_cpu_s=Spread(by_cpu))


async def _machine(postgres: str) -> dict[str, object]:
    servers = {
        "postgres server": await do(postgres, "SHOW server_version"),
        "sqlite": sqlite3.sqlite_version,
    }
    return results.machine(PACKAGES) | servers


def _targets(speeds: Mapping[str, Speed], weighed: Mapping[str, Weight]) -> list[Target]:
    wanted = {
        BARE: GRAPH_TURNS_A_S,
        GRAPH: GRAPH_TURNS_A_S,
        SERVER: WHOLE_TURNS_A_S,
        FILE: WHOLE_TURNS_A_S,
    }
    fast = [
        Target(
            what=f"{least} turns a second ÷ {name}",
            at_most=1,
            found=least / speeds[name].turns_a_s.middle,
        )
        for name, least in wanted.items()
    ]
    light = [
        Target(what=f"{name}, an interview ÷ {WEIGHT_KB} kB", at_most=1, found=kb / WEIGHT_KB)
        for name, kb in ((name, weight.answered_kb) for name, weight in weighed.items())
    ]
    return fast + light


def _speed_table(speeds: Mapping[str, Speed]) -> Table:
    title = f"{INTERVIEWS} interviews, turns a second"
    table = Table("way", "median", "least – most", "a CPU-second", "÷ sqlite alone", title=title)
    for name, speed in speeds.items():
        by_clock, by_cpu = speed.turns_a_s, speed.turns_a_cpu_s
        spread = f"{by_clock.least:.0f} – {by_clock.most:.0f}"
        ratio = _ratio(speed, speeds[FILE])
        figures = (f"{by_clock.middle:.0f}", spread, f"{by_cpu.middle:.0f}")
        table.add_row(name, *figures, f"{ratio.middle:.2f}")
    return table


def _weight_table(weighed: Mapping[str, Weight]) -> Table:
    columns = ("RSS, opened", "RSS, answered", "traced", "Redis", "SQL")
    table = Table("way", *columns, title="kB an interview")
    for name, each in weighed.items():
        kb = (each.opened_kb, each.answered_kb, each.traced_kb, each.redis_kb, each.sql_kb)
        table.add_row(name, *(f"{figure:.0f}" for figure in kb))
    return table


def _ratio(speed: Speed, other: Speed) -> Spread:
    pairs = zip(speed.turns_a_s.rounds, other.turns_a_s.rounds, strict=True)
    return Spread(tuple(ours / theirs for ours, theirs in pairs))


def _plain(
    machine: Mapping[str, object],
    speeds: Mapping[str, Speed],
    weighed: Mapping[str, Weight],
    targets: list[Target],
) -> dict[str, object]:
    return {
        "machine": machine,
        "interviews": INTERVIEWS,
        "turns_a_round": INTERVIEWS // EVERY,
        "targets": [target.plain() for target in targets],
        "speed": {
            name: {
                "turns_a_s": speed.turns_a_s.plain(1),
                "turns_a_cpu_s": speed.turns_a_cpu_s.plain(1),
                f"turns_a_s ÷ {FILE}": _ratio(speed, speeds[FILE]).plain(),
            }
            for name, speed in speeds.items()
        },
        "kb_an_interview": {
            name: {what: round(kb, 1) for what, kb in asdict(weight).items()}
            for name, weight in weighed.items()
        },
    }


if __name__ == "__main__":
    main()
