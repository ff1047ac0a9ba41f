"""Plays scripts on the paper platform, with bots that come and go."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from adapters.redis import RedisConfig, connected
from tests.crash.bot import LIFE, Life
from tests.crash.paper import Alive, Paper
from tests.crash.points import Point
from tests.crash.undisturbed import Cast
from tests.crash.verdict import Verdict, judged, settled

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Backend:
    """What bots share: a database, and perhaps a Redis."""

    sql: str
    redis: str | None = None

    async def forget(self) -> None:
        """Let Redis lose everything."""
        async with connected(RedisConfig.model_validate({"url": self.redis})) as redis:
            await redis.flushall()


@dataclass(frozen=True, slots=True)
class Nursery:
    """A process that brings bots into the world."""

    process: "subprocess.Popen[bytes]"

    def bear(self, life: Life) -> None:
        """Let a bot be born."""
        assert self.process.stdin
        self.process.stdin.write(LIFE.dump_json(life) + b"\n")
        self.process.stdin.flush()


@contextmanager
def nursery() -> Iterator[Nursery]:
    """Lend a nursery."""
    command = [sys.executable, "-m", "tests.crash.nursery"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE) as process:  # noqa: S603 -- our own words
        yield Nursery(process)
        assert process.stdin
        process.stdin.close()


@dataclass(slots=True)
class Play:
    """Scripts that are being played; each bot follows its predecessor, or joins it."""

    nursery: Nursery
    paper: Paper
    backend: Backend
    cast: Cast
    thought_s: float = 0.0
    lease_s: float = 0.6
    names: set[str] = field(default_factory=set)
    since_s: float = field(default_factory=time.monotonic)

    @classmethod
    @asynccontextmanager
    async def open(
        cls,
        nursery: Nursery,
        backend: Backend,
        cast: Cast,
        *,
        again: float = 0.2,
        seed: int = 0,
        thought_s: float = 0.0,
    ) -> AsyncIterator["Play"]:
        """Open the platform; whoever still lives at the end is killed."""
        async with Paper.open(cast.scripts, again=again, seed=seed) as paper:
            play = cls(nursery, paper, backend, cast, thought_s)
            try:
                yield play
            finally:
                for bot in paper.bots:
                    with suppress(ProcessLookupError):
                        if not bot.ended.is_set():
                            os.kill(bot.pid, signal.SIGKILL)

    async def bot(
        self,
        name: str = "bot",
        *,
        at: Point | None = None,
        times: int = 1,
        how: signal.Signals = signal.SIGKILL,
        thought_s: float | None = None,
    ) -> Alive:
        """Let a bot be born; at a point it comes to a stand."""
        self.names.add(name)
        life = Life(
            name=name,
            port=self.paper.port,
            scripts=len(self.paper.scripts),
            sql=self.backend.sql,
            redis=self.backend.redis,
            lease_s=self.lease_s,
            thought_s=self.thought_s if thought_s is None else thought_s,
            since_s=self.since_s,
            dies_at=at,
            times=times,
            how=how,
        )
        count = len(self.paper.bots) + 1
        self.nursery.bear(life)
        return await self.paper.born(count)

    async def seen(self, many: int) -> None:
        """Return once so many messages were shown, all in all."""
        await self.paper.until(lambda: sum(map(len, self.paper.shown.values())) >= many)

    def is_told(self) -> bool:
        """Tell whether every candidate has seen the last message."""
        return all(
            self.cast.outcomes[script.name].shown[-1].id
            in {each.message for each in self.paper.seen(script)}
            for script in self.cast.scripts
        )

    async def told(self) -> None:
        """Return once every candidate has seen the last message."""
        await self.paper.until(self.is_told)

    async def finish(self) -> Verdict:
        """Play to the end, let all bots close in order, and judge."""
        await self.paper.until(self._is_over)
        await settled(self.backend.sql)
        for bot in self.paper.bots:
            if not bot.ended.is_set():
                os.kill(bot.pid, signal.SIGTERM)
                await bot.ended.wait()
                assert bot.said_goodbye
        return await judged(self.paper, self.backend.sql, self.cast.outcomes)

    def _is_over(self) -> bool:
        return self.is_told() and all(self.paper.has_told_all(name) for name in self.names)
