"""A hundred kills at random moments on each backend: `python -m tests.crash.soak`, which is `make soak`.

Interviews are fed with duplicates to bots that live for a moment each. Every answer, every message and every report is
compared with those of interviews that nobody disturbed. A kill counts only while interviews go on. In the end two bots
share interviews while Redis forgets everything, twenty times, and while it is away for half a minute.
"""

import argparse
import asyncio
import json
import os
import signal
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from rich.console import Console
from rich.table import Table

from bench.results import FOLDER
from bench.servers import postgres_server, redis_server
from tests.crash.nursery import say_errors_only
from tests.crash.play import Backend, Nursery, Play, nursery
from tests.crash.undisturbed import cast
from tests.crash.verdict import Verdict
from tests.servers.databases import Databases
from tests.servers.redis import emptied
from tests.servers.redis_server import RedisServer

SEED = 2026
KILLS = 100
INTERVIEWS = 8
THOUGHT_S = 0.1
# A bot lives for so long; a round is over before most of them were killed.
SHORTEST_S, LONGEST_S = 0.1, 1.0
MOST_A_ROUND = 12
ROUND_S = 300
# As in production; and Redis is away for longer.
LEASE_S = 15.0
OUTAGE_S = 30
FORGETS = 10
FIGURES = ("lost", "doubled", "reordered")


@dataclass(slots=True)
class Found:
    """What came of it on one backend."""

    backend: str
    kills: int = 0
    verdict: Verdict = field(default_factory=Verdict)

    def plain(self) -> dict[str, object]:
        """Return the figures."""
        figures = {name: getattr(self.verdict, name) for name in FIGURES}
        return {"backend": self.backend, "kills": self.kills, **figures}

    def add(self, verdict: Verdict) -> None:
        """Add what came of a round, and say how far it is."""
        for name in FIGURES:
            setattr(self.verdict, name, getattr(self.verdict, name) + getattr(verdict, name))
        self.verdict.traces += verdict.traces
        sys.stderr.write(f"{self.plain()}\n")


Lend = Callable[[], AbstractAsyncContextManager[Backend]]


@dataclass(frozen=True, slots=True)
class Soak:
    """Plays rounds on one backend."""

    born: Nursery
    lend: Lend
    found: Found
    random: Random

    async def kill(self, kills: int) -> None:
        """Play round after round, until so many bots were killed."""
        while self.found.kills < kills:
            async with self._round() as play:
                most = min(MOST_A_ROUND, kills - self.found.kills)
                for _ in range(most):
                    bot = await play.bot()
                    await asyncio.sleep(self.random.uniform(SHORTEST_S, LONGEST_S))
                    if play.is_told():
                        break
                    os.kill(bot.pid, signal.SIGKILL)
                    await bot.ended.wait()
                    self.found.kills += 1
                else:
                    await play.bot()

    async def forget(self, times: int) -> None:
        """Let Redis lose everything, again and again, under two bots."""
        async with self._round() as play:
            play.lease_s = LEASE_S
            for name in ("bot", "other"):
                await play.bot(name)
            for _ in range(times):
                await asyncio.sleep(self.random.uniform(SHORTEST_S, LONGEST_S / 2))
                await play.backend.forget()

    async def cut_off(self, redis: RedisServer) -> None:
        """Take Redis away from two bots, for longer than a lease lasts."""
        async with self._round() as play:
            play.lease_s = LEASE_S
            for name in ("bot", "other"):
                await play.bot(name)
            await play.seen(INTERVIEWS)
            redis.kill()
            await asyncio.sleep(OUTAGE_S)
            redis.start()

    @asynccontextmanager
    async def _round(self) -> AsyncIterator[Play]:
        seed = self.random.randrange(10_000)
        async with (
            asyncio.timeout(ROUND_S),
            self.lend() as backend,
            Play.open(
                self.born,
                backend,
                await cast(INTERVIEWS, seed),
                again=0.3,
                seed=seed,
                thought_s=THOUGHT_S,
            ) as play,
        ):
            yield play
            self.found.add(await play.finish())


async def soak(kills: int, databases: Databases, redis: RedisServer, born: Nursery) -> list[Found]:
    """Soak one backend after the other, each with the same moments."""
    on_file = Soak(born, _in_a_file, Found("sqlite"), Random(SEED))
    await on_file.kill(kills)

    @asynccontextmanager
    async def on_servers() -> AsyncIterator[Backend]:
        async with databases.fresh() as url, emptied(redis.url):
            yield Backend(url, redis.url)

    on_both = Soak(born, on_servers, Found("postgresql+redis"), Random(SEED))
    await on_both.kill(kills)
    for _ in range(2):
        await on_both.forget(FORGETS)
    await on_both.cut_off(redis)
    await databases.remove_ready()
    return [on_file.found, on_both.found]


@asynccontextmanager
async def _in_a_file() -> AsyncIterator[Backend]:
    with tempfile.TemporaryDirectory() as folder:
        yield Backend(f"sqlite:///{Path(folder) / 'greenroom.db'}")


def main() -> None:
    """Soak, keep what was found, and fail if anything but kills was."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=KILLS)
    kills = parser.parse_args().kills
    say_errors_only()
    with postgres_server() as postgres, redis_server() as redis, nursery() as born:
        found = asyncio.run(soak(kills, Databases(postgres.url), redis, born))
    table = Table("backend", "kills", *FIGURES, title=f"Killed at random moments, seed {SEED}")
    for each in found:
        table.add_row(*(str(figure) for figure in each.plain().values()))
    Console().print(table)
    if kills == KILLS:
        text = json.dumps([each.plain() for each in found], indent=2) + "\n"
        (FOLDER / "soak.json").write_text(text, "utf-8")
    traces = [trace for each in found for trace in each.verdict.traces]
    sys.exit("\n".join(traces) or 0)


if __name__ == "__main__":
    main()
