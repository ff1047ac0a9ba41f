"""LangGraph's checkpoints in Redis: the newest few of each interview, one round trip each way.

A checkpoint is kept whole, since the graph's state is one small text: nothing has to be put together, and an old one
goes by deleting fields. All of an interview is in one hash. Whoever brings a fence must be the newest holder.

What cannot be written while Redis is away is left out: the turn was thought already, and its place is missing in a way
that shows. What cannot be read or deleted raises `CacheUnavailable`: the turn has not begun, and is tried again.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any

import structlog
from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import (
    WRITES_IDX_MAP,
    BaseCheckpointSaver,
    ChannelVersions,
    Checkpoint,
    CheckpointMetadata,
    CheckpointTuple,
    get_checkpoint_id,
    get_checkpoint_metadata,
    writes_sort_key,
)
from redis.asyncio import Redis

from adapters.redis.answers import answered
from adapters.redis.checkpoint_scripts import GET, IDS, PUT, PUT_WRITES, SEPARATOR
from adapters.redis.keys import ALL_CHECKPOINTS, checkpoints_of, fence_of, id_in
from adapters.redis.script import Argument, Script
from core.domain.errors import CacheUnavailable, StaleTurn

_log = structlog.get_logger()

STALE = "Another process went on with the interview in the meantime. Nothing is lost."


# Any, below: what a graph keeps is the graph's own business.
class RedisCheckpoints(BaseCheckpointSaver[str]):
    """Keeps the newest `keep` checkpoints of each thread and namespace; with 0 it keeps all."""

    def __init__(self, redis: Redis, *, keep: int = 2) -> None:
        super().__init__()
        self._redis = redis
        self._keep = keep
        self._get = Script(redis, GET)
        self._ids = Script(redis, IDS)
        self._put = Script(redis, PUT)
        self._put_writes = Script(redis, PUT_WRITES)

    async def aput(
        self,
        config: RunnableConfig,
        checkpoint: Checkpoint,
        metadata: CheckpointMetadata,
        new_versions: ChannelVersions,
    ) -> RunnableConfig:
        """Keep a checkpoint and let go of the oldest; raise `StaleTurn` if the fence is not the newest."""
        del new_versions  # they tell which channels changed; we keep the whole
        thread, namespace = _place(config)
        kept = (checkpoint, get_checkpoint_metadata(config, metadata), get_checkpoint_id(config))
        where = (namespace + SEPARATOR, checkpoint["id"])
        await self._write(self._put, config, *where, self._packed(kept), self._keep)
        return _config(thread, namespace, checkpoint["id"])

    async def aput_writes(
        self,
        config: RunnableConfig,
        writes: Sequence[tuple[str, Any]],
        task_id: str,
        task_path: str = "",
    ) -> None:
        """Keep what a task wrote after a checkpoint; the same write again changes nothing.

        Raises `StaleTurn` if the fence is not the newest.
        """
        _, namespace = _place(config)
        checkpoint = SEPARATOR.join((namespace, str(get_checkpoint_id(config)), ""))
        arguments: list[Argument] = []
        for at, (channel, value) in enumerate(writes):
            index = WRITES_IDX_MAP.get(channel, at)
            # Errors and interrupts replace the one before; ordinary writes stay as they were.
            command = "HSET" if channel in WRITES_IDX_MAP else "HSETNX"
            packed = self._packed((task_path, task_id, index, channel, value))
            arguments += (command, f"{checkpoint}{task_id}{SEPARATOR}{index}", packed)
        await self._write(self._put_writes, config, *arguments)

    async def aget_tuple(self, config: RunnableConfig) -> CheckpointTuple | None:
        """Return the checkpoint that is named, or the newest."""
        thread, namespace = _place(config)
        id_ = get_checkpoint_id(config) or ""
        found = await self._get([checkpoints_of(thread)], namespace + SEPARATOR, id_)
        if not found:
            return None
        id_, kept, *writes = found
        return self._tuple(thread, namespace, id_.decode(), kept, writes)

    async def alist(
        self,
        config: RunnableConfig | None,
        *,
        filter: dict[str, Any] | None = None,  # noqa: A002 -- LangGraph's own name
        before: RunnableConfig | None = None,
        limit: int | None = None,
    ) -> AsyncIterator[CheckpointTuple]:
        """Yield the checkpoints of a thread, or of all, the newest first."""
        last = get_checkpoint_id(before) if before else None
        count = 0
        async for each in self._known(config):
            if limit is not None and count >= limit:
                return
            if last and each["configurable"]["checkpoint_id"] >= last:
                continue
            found = await self.aget_tuple(each)
            if found and _fits(found.metadata, filter):
                count += 1
                yield found

    async def adelete_thread(self, thread_id: str) -> None:
        """Let go of everything that is known of a thread, but for who may advance it."""
        async with answered():
            await self._redis.delete(checkpoints_of(thread_id))

    async def _write(self, script: Script, config: RunnableConfig, *arguments: Argument) -> None:
        thread, _ = _place(config)
        fence = str(config["configurable"].get("fence", ""))
        try:
            is_newest = await script([checkpoints_of(thread), fence_of(thread)], fence, *arguments)
        except CacheUnavailable as error:
            _log.warning("checkpoint_left_out", interview=thread, why=error.reply)
            return
        if not is_newest:
            raise StaleTurn(STALE)

    async def _known(self, config: RunnableConfig | None) -> AsyncIterator[RunnableConfig]:
        wanted = config["configurable"] if config else {}
        one = get_checkpoint_id(config) if config else None
        async for thread in self._threads(wanted.get("thread_id")):
            places = [each.decode() for each in await self._ids([checkpoints_of(thread)])]
            for namespace, id_ in sorted((each.split(SEPARATOR) for each in places), reverse=True):
                if wanted.get("checkpoint_ns", namespace) == namespace and one in (None, id_):
                    yield _config(thread, namespace, id_)

    async def _threads(self, one: str | None) -> AsyncIterator[str]:
        if one is not None:
            yield one
            return
        async with answered():
            keys = [key async for key in self._redis.scan_iter(ALL_CHECKPOINTS)]
        for key in keys:
            yield id_in(key.decode())

    def _tuple(
        self, thread: str, namespace: str, id_: str, kept: bytes, writes: Sequence[bytes]
    ) -> CheckpointTuple:
        checkpoint, metadata, parent = self._unpacked(kept)
        unpacked = (self._unpacked(each) for each in writes)
        written = sorted(unpacked, key=lambda write: writes_sort_key(*write[:3]))
        return CheckpointTuple(
            config=_config(thread, namespace, id_),
            checkpoint=checkpoint,
            metadata=metadata,
            parent_config=_config(thread, namespace, parent) if parent else None,
            pending_writes=[(task, channel, value) for _, task, _, channel, value in written],
        )

    def _packed(self, value: object) -> bytes:
        kind, content = self.serde.dumps_typed(value)
        return kind.encode() + b"\0" + content

    def _unpacked(self, packed: bytes) -> Any:
        kind, _, content = packed.partition(b"\0")
        return self.serde.loads_typed((kind.decode(), content))


def _fits(metadata: Mapping[str, Any], wanted: Mapping[str, Any] | None) -> bool:
    return all(metadata.get(key) == value for key, value in (wanted or {}).items())


def _place(config: RunnableConfig) -> tuple[str, str]:
    return config["configurable"]["thread_id"], config["configurable"].get("checkpoint_ns", "")


def _config(thread: str, namespace: str, id_: str) -> RunnableConfig:
    return {"configurable": {"thread_id": thread, "checkpoint_ns": namespace, "checkpoint_id": id_}}
