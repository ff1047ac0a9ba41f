"""Another address for a server, at which round trips are counted, whatever they say."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

CHUNK_BYTES = 1 << 20


@dataclass(slots=True)
class Tally:
    """What has been counted so far, on all connections."""

    round_trips: int = 0


@dataclass(slots=True)
class _Talk:
    """Whose turn it is on one connection; the client begins."""

    tally: Tally
    is_answered: bool = True

    def ask(self) -> None:
        """Count what a client sends after an answer; what it sends before one is the same question."""
        self.tally.round_trips += self.is_answered
        self.is_answered = False

    def answer(self) -> None:
        """Let what the client sends next be a question."""
        self.is_answered = True


@asynccontextmanager
async def counted(url: str) -> AsyncIterator[tuple[str, Tally]]:
    """Lend the address to clients who leave before the block ends; a pipeline counts once, since it waits once."""
    there, tally = urlsplit(url), Tally()

    async with asyncio.TaskGroup() as talks:

        async def listen(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            talk = _Talk(tally)
            back, forth = await asyncio.open_connection(there.hostname, there.port)
            talks.create_task(_pass_on(reader, forth, talk.ask))
            await _pass_on(back, writer, talk.answer)

        def meet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            talks.create_task(listen(reader, writer))

        async with await asyncio.start_server(meet, "127.0.0.1", 0) as proxy:
            port = proxy.sockets[0].getsockname()[1]
            yield there._replace(netloc=f"127.0.0.1:{port}").geturl(), tally


async def _pass_on(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, note: Callable[[], None]
) -> None:
    with suppress(ConnectionError):
        while chunk := await reader.read(CHUNK_BYTES):
            note()
            writer.write(chunk)
            await writer.drain()
    writer.close()
