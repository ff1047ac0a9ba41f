"""A platform on paper: it writes down every message that any bot shows, and leaves nothing out.

It is stricter than a real one: nothing is recognised as a repetition. What it has to tell it tells again and again until a
bot has taken it, now and then once more after that, in the order of each place.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from random import Random
from typing import Self

from tests.crash.scripts import Script
from tests.crash.wire import LINE_BYTES, Words, read, stored, written


@dataclass(frozen=True, slots=True)
class Shown:
    """A message in a place, as often as it was shown there."""

    message: str
    body: str
    by: str


@dataclass(slots=True)
class Alive:
    """A bot from its birth to its end."""

    name: str
    pid: int
    ended: asyncio.Event = field(default_factory=asyncio.Event)
    said_goodbye: bool = False


@dataclass(slots=True)
class Paper:
    """Tells every bot, by its name, all lines of the scripts; `again` is how often it repeats itself."""

    scripts: tuple[Script, ...]
    again: float = 0.0
    seed: int = 0
    port: int = 0
    shown: dict[str, list[Shown]] = field(default_factory=dict)
    notices: list[Shown] = field(default_factory=list)
    bots: list[Alive] = field(default_factory=list)
    _taken: dict[tuple[str, int], int] = field(default_factory=dict)
    _moved: asyncio.Condition = field(default_factory=asyncio.Condition)
    _calls: set["asyncio.Task[None]"] = field(default_factory=set)
    _random: Random = field(init=False)

    def __post_init__(self) -> None:
        self._random = Random(self.seed)

    @classmethod
    @asynccontextmanager
    async def open(
        cls, scripts: Iterable[Script], *, again: float = 0.0, seed: int = 0
    ) -> AsyncIterator[Self]:
        """Run the platform until the block ends."""
        paper = cls(tuple(scripts), again, seed)
        server = await asyncio.start_server(paper._serve, "127.0.0.1", 0, limit=LINE_BYTES)
        paper.port = server.sockets[0].getsockname()[1]
        try:
            yield paper
        finally:
            server.close()
            calls = [*paper._calls]
            for call in calls:
                call.cancel()
            if calls:
                await asyncio.wait(calls)

    def seen(self, script: Script) -> list[Shown]:
        """Return what was shown to a candidate, in order."""
        return self.shown.get(script.place.id, [])

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Return once something is the case."""
        async with self._moved:
            await self._moved.wait_for(is_so)

    async def born(self, count: int) -> Alive:
        """Return the bot that was born as the `count`th, when it is."""
        await self.until(lambda: len(self.bots) >= count)
        return self.bots[count - 1]

    def has_told_all(self, name: str) -> bool:
        """Tell whether a bot of that name took everything."""
        return all(
            self._taken.get((name, at), 0) == len(script.lines)
            for at, script in enumerate(self.scripts)
        )

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._calls.add(task)
        try:
            # Whoever is killed says no goodbye.
            with suppress(ConnectionError, asyncio.CancelledError):
                if words := await read(reader):
                    writer.write(written(await self._answer(words, reader)))
                    await writer.drain()
        finally:
            self._calls.remove(task)
            writer.close()

    async def _answer(self, words: Words, reader: asyncio.StreamReader) -> Words:
        match words["do"]:
            case "live":
                return await self._live(words, reader)
            case "next":
                return await self._next(words)
            case "took":
                return await self._took(words)
            case "show":
                return await self._show(words)
            case what:
                assert what == "find"
                return self._find(words)

    async def _live(self, words: Words, reader: asyncio.StreamReader) -> Words:
        bot = Alive(words["bot"], words["pid"])
        await self._note(lambda: self.bots.append(bot))
        try:
            bot.said_goodbye = await read(reader) is not None
        finally:
            bot.ended.set()
        await self._note()
        return {}

    async def _next(self, words: Words) -> Words:
        key = (words["bot"], words["script"])
        script, number = self.scripts[words["script"]], self._taken.get(key, 0)
        if number and self._random.random() < self.again:
            number = self._random.randrange(number)
        elif number == len(script.lines):
            return {}
        line = script.lines[number]
        await self.until(lambda: len({each.message for each in self.seen(script)}) >= line.after)
        return {
            "interview": script.id,
            "number": number,
            "arrival": stored(line.arrival),
            "at": line.at.isoformat(),
        }

    async def _took(self, words: Words) -> Words:
        key, number = (words["bot"], words["script"]), words["number"]
        if number == self._taken.get(key, 0):
            await self._note(lambda: self._taken.update({key: number + 1}))
        return {}

    async def _show(self, words: Words) -> Words:
        shown = Shown(words["message"], words["body"], words["bot"])
        if words["message"] == "notice":
            self.notices.append(shown)
        else:
            await self._note(lambda: self.shown.setdefault(words["place"], []).append(shown))
        return {"name": f"p-{shown.message}"}

    def _find(self, words: Words) -> Words:
        there = {each.message for each in self.shown.get(words["place"], [])}
        return {"name": f"p-{words['message']}" if words["message"] in there else None}

    async def _note(self, change: Callable[[], object] = lambda: None) -> None:
        async with self._moved:
            change()
            self._moved.notify_all()
