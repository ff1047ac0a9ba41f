"""The savers that are compared, each opened as its own documentation says."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.checkpoint.postgres.aio import AsyncPostgresSaver
from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver
from langgraph_checkpoint_aws import AsyncValkeySaver
from pydantic import SecretStr

from adapters.redis import RedisCheckpoints, RedisConfig, RedisLeases, connected
from core.domain.interview import InterviewId

OURS = "greenroom"
IN_MEMORY = "in memory"
SQLITE = "sqlite"
POSTGRES = "postgres"
VALKEY = "aws valkey"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """Where the savers keep things."""

    redis: str
    postgres: str
    sqlite: Path


@dataclass(frozen=True, slots=True)
class Contestant:
    """A saver, and what it wants to know of a thread."""

    name: str
    saver: BaseCheckpointSaver[str]
    leases: RedisLeases | None = None

    async def config(self, thread: str) -> RunnableConfig:
        """Return where a thread is kept; ours brings the right to write there as well, as the service does."""
        where: dict[str, object] = {"thread_id": thread}
        if self.leases:
            async with self.leases.hold(InterviewId(thread)) as lease:
                assert lease
                where["fence"] = lease.fence
        return {"configurable": where}


@asynccontextmanager
async def contestants(at: Addresses) -> AsyncIterator[dict[str, Contestant]]:
    """Open all savers; each has an empty store."""
    async with AsyncExitStack() as stack:
        enter = stack.enter_async_context
        redis = await enter(connected(RedisConfig(url=SecretStr(at.redis))))
        leases = await enter(RedisLeases.running(redis, bell="bench"))
        sqlite = await enter(AsyncSqliteSaver.from_conn_string(str(at.sqlite)))
        postgres = await enter(AsyncPostgresSaver.from_conn_string(at.postgres))
        valkey = await enter(AsyncValkeySaver.from_conn_string(at.redis))
        await sqlite.setup()
        await postgres.setup()
        found = (
            Contestant(OURS, RedisCheckpoints(redis), leases),
            Contestant(IN_MEMORY, InMemorySaver()),
            Contestant(VALKEY, valkey),
            Contestant(SQLITE, sqlite),
            Contestant(POSTGRES, postgres),
        )
        yield {each.name: each for each in found}
