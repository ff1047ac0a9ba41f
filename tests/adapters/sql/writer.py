"""A program that appends until it is killed: `python -m tests.adapters.sql.writer URL [stop]`.

It says each place it was told is safe. With `stop` it halts when an append is written but not
committed, and says so.
"""

import asyncio
import signal
import sys

from sqlalchemy import Connection, event

from adapters.sql import SqlArchive, SqlConfig
from tests.scenes import answer, opened_interview, then

# More than the two megabytes that SQLite holds back, so that a killed append is half on the disk.
ANSWERS = [answer("It depends. " * 25_000)] * 10


async def write(url: str, *, stops: bool) -> None:
    """Append ten long answers at a time, for as long as it goes."""
    async with SqlArchive.opened(SqlConfig(url=url)) as archive:
        interview, entries = opened_interview()
        await archive.append(interview, entries)
        say(str(interview.seq))
        if stops:
            event.listen(archive._database.engine.sync_engine, "commit", halt)
        while True:
            interview, entries = then(interview, *ANSWERS)
            await archive.append(interview, entries)
            say(str(interview.seq))


def halt(_connection: Connection) -> None:
    """Stand still where the append is all but done."""
    say("stopped")
    signal.pause()


def say(line: str) -> None:
    """Tell the test something at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(write(sys.argv[1], stops="stop" in sys.argv))
