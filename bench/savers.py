"""Our checkpoints in Redis beside four other savers, on the same graphs: `python -m bench.savers`."""

import asyncio
import sqlite3
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from pydantic import SecretStr
from rich.console import Console

from adapters.redis import RedisConfig, connected
from bench import courses, results
from bench.contestants import IN_MEMORY, OURS, VALKEY, Addresses, contestants
from bench.costs import LATE, Cost, costs
from bench.results import Target
from bench.rounds import Race, race
from bench.servers import postgres_server, redis_server
from bench.tables import cost_table, race_table, target_table
from tests.servers.databases import do

TURNS = 20
THREADS = 15
INTERVIEWS = 6
PACKAGES = (
    "langgraph",
    "langgraph-checkpoint",
    "langgraph-checkpoint-aws",
    "langgraph-checkpoint-postgres",
    "langgraph-checkpoint-sqlite",
    "psycopg",
    "redis",
    "valkey",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    machine: Mapping[str, object]
    races: Mapping[str, Race]
    costs: Mapping[str, Mapping[str, Cost]]


def main() -> None:
    """Measure, print and keep."""
    console = Console()
    with (
        redis_server() as redis,
        postgres_server() as postgres,
        tempfile.TemporaryDirectory() as folder,
        console.status("Savers: six rounds on each of two graphs, about two minutes."),
    ):
        at = Addresses(redis=redis.url, postgres=postgres.url, sqlite=Path(folder) / "savers.db")
        found = asyncio.run(_measured(at))
    targets = _targets(found)
    for title, each in found.races.items():
        console.print(race_table(f"A turn of {title}", each))
    for title, cost in found.costs.items():
        console.print(cost_table(f"Redis, for {title}", cost))
    console.print(target_table(targets))
    results.keep("savers", _plain(found, targets))


async def _measured(at: Addresses) -> _Found:
    bare, interview = await courses.bare(), await courses.interview()
    async with contestants(at) as all_:
        races = {
            "a bare graph": await race(bare.of(TURNS), all_, THREADS),
            "the interview": await race(interview, all_, INTERVIEWS),
        }
    patient = await courses.patient_interview(LATE)
    spent = {"a bare graph": await costs(bare, at), "the interview": await costs(patient, at)}
    machine = results.machine(PACKAGES) | await _servers(at)
    return _Found(machine=machine, races=races, costs=spent)


async def _servers(at: Addresses) -> dict[str, object]:
    async with connected(RedisConfig(url=SecretStr(at.redis))) as redis:
        redis_version = (await redis.info("server"))["redis_version"]
    return {
        "redis server": redis_version,
        "postgres server": await do(at.postgres, "SHOW server_version"),
        "sqlite": sqlite3.sqlite_version,
    }


def _targets(found: _Found) -> list[Target]:
    bare, cost = found.races["a bare graph"], found.costs["a bare graph"][OURS]
    turn = {name: bare.ratio(name).middle for name in (IN_MEMORY, VALKEY)}
    return [
        Target(what=f"turn ÷ {IN_MEMORY}", at_most=1.9, found=turn[IN_MEMORY]),
        Target(what=f"turn ÷ {VALKEY}", at_most=0.95, found=turn[VALKEY]),
        Target(what="bytes at turn 200 ÷ turn 10", at_most=1.1, found=cost.growth),
        Target(what="round trips a turn", at_most=3, found=cost.round_trips_a_turn),
    ]


def _plain(found: _Found, targets: list[Target]) -> dict[str, object]:
    return {
        "machine": found.machine,
        "targets": [target.plain() for target in targets],
        "races": {title: _plain_race(each) for title, each in found.races.items()},
        "redis": {
            title: {
                name: asdict(cost) | {"growth": round(cost.growth, 3)}
                for name, cost in each.items()
            }
            for title, each in found.costs.items()
        },
    }


def _plain_race(race: Race) -> dict[str, object]:
    others = [name for name in race.took_ms if name != OURS]
    return {
        "threads_a_round": race.threads,
        "turns_a_thread": len(race.course.resumes),
        "state_bytes": race.course.state_bytes,
        "turn_p50_ms": {name: took.plain() for name, took in race.took_ms.items()},
        f"{OURS} ÷": {name: race.ratio(name).plain() for name in others},
    }


if __name__ == "__main__":
    main()
