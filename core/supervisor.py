"""Keeps the long-lived parts of a process running: one that breaks is noted and begun again, alone."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import structlog

_log = structlog.get_logger()

FIRST_PAUSE_S, LONGEST_PAUSE_S = 1.0, 60.0
# What ran for so long was well; its next failure is a new one.
WELL_S = 300.0


@dataclass(frozen=True, slots=True)
class Supervisor:
    """Runs parts that are to run as long as the process does."""

    tasks: asyncio.TaskGroup

    def keep(self, name: str, run: Callable[[], Awaitable[None]]) -> asyncio.Task[None]:
        """Run a part for ever; it is cancelled by whoever cancels the task."""
        return self.tasks.create_task(self._keep(name, run))

    async def _keep(self, name: str, run: Callable[[], Awaitable[None]]) -> None:
        loop, pause_s = asyncio.get_running_loop(), FIRST_PAUSE_S
        while True:
            began = loop.time()
            try:
                await run()
                _log.warning("part_ended", part=name)
            except Exception:
                _log.exception("part_failed", part=name)
            pause_s = FIRST_PAUSE_S if loop.time() - began > WELL_S else pause_s
            await asyncio.sleep(pause_s)
            pause_s = min(pause_s * 2, LONGEST_PAUSE_S)
