"""`greenroom run`: keeps interviews going until it is told to stop, beside as many of its kind as you like."""

import asyncio

from rich.console import Console
from rich.text import Text

from adapters.clock import SystemClock
from bot.bank import open_bank
from bot.leaving import leaving
from bot.settings import Settings
from bot.wiring import House, house
from core.supervisor import Supervisor


def run(settings: Settings, screen: Console) -> int:
    """Attend to every interview until a signal comes; return the exit code."""
    return asyncio.run(_run(settings, screen))


async def _run(settings: Settings, screen: Console) -> int:
    stop = asyncio.Event()
    with leaving() as heard:
        heard.stop = stop.set
        async with house(settings, open_bank(settings), SystemClock(), {}) as rooms:
            await _attend(rooms, stop, screen, is_alone=settings.redis.url is None)
            # Turns that run now are finished, and what waits is left to others, as `rooms` closes.
            screen.print("Closing. What waits is kept, and goes on wherever Greenroom runs next.")
    return 0


async def _attend(rooms: House, stop: asyncio.Event, screen: Console, *, is_alone: bool) -> None:
    async with asyncio.TaskGroup() as tasks:
        supervisor = Supervisor(tasks)
        parts = [supervisor.keep("sweep", rooms.core.sweep.run)]
        screen.print("Greenroom attends to interviews: what waits is handled, and clocks are kept.")
        if is_alone:
            alone = "It is alone here; REDIS__URL lets several share the work."
            screen.print(Text(alone, style="dim"))
        nowhere = (
            "No platform is set up yet, so nobody can begin one here: try `greenroom practice`."
        )
        screen.print(Text(nowhere, style="dim"))
        await stop.wait()
        for part in parts:
            part.cancel()
