"""How a bot and the paper platform talk: one line of JSON each way, on a connection of its own."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, TypeAlias

from core.domain.arrivals import Arrival
from core.domain.entry import StoredEvent, restore, store

# A challenge with its starters is one line.
LINE_BYTES = 2**20
# Any: words of JSON, which whoever asked knows the shape of.
Words: TypeAlias = dict[str, Any]


async def read(reader: asyncio.StreamReader) -> Words | None:
    """Return the next line; None if nobody will say anything any more."""
    try:
        line = await reader.readline()
    except ConnectionError:
        return None
    words: Words | None = json.loads(line) if line.endswith(b"\n") else None
    return words


def written(words: Words) -> bytes:
    """Return a line."""
    return json.dumps(words).encode() + b"\n"


@asynccontextmanager
async def calling(port: int, words: Words) -> AsyncIterator[asyncio.StreamReader]:
    """Say something to the platform, and listen.

    It is said before anything is waited for, as on a connection that is warm: whoever is cancelled
    from here on has said it.
    """
    line = socket.create_connection(("127.0.0.1", port))
    line.sendall(written(words))
    reader, writer = await asyncio.open_connection(sock=line, limit=LINE_BYTES)
    try:
        yield reader
    finally:
        writer.close()


def stored(arrival: Arrival) -> Words:
    """Return an arrival as words."""
    kept = store(arrival)
    return {"kind": kept.kind, "version": kept.version, "body": kept.body}


def restored(words: Words) -> Arrival:
    """Return the arrival that was put into words."""
    event = restore(StoredEvent(**words))
    assert isinstance(event, Arrival)
    return event
