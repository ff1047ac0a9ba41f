"""LangGraph's checkpoints within the process: the newest of each interview, and nothing before them."""

from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

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
)


# Any, below: what a graph keeps is the graph's own business.
@dataclass(slots=True)
class _Kept:
    """One checkpoint, and what was written after it; packed, since a graph goes on changing what it gave."""

    packed: tuple[str, bytes]
    writes: dict[tuple[str, int], tuple[str, tuple[str, bytes]]] = field(default_factory=dict)


class InProcessCheckpoints(BaseCheckpointSaver[str]):
    """Keeps the newest `keep` checkpoints of each thread and namespace; with 0 it keeps all.

    LangGraph's own keeps all there ever were, which for an hour's interview is megabytes.
    """

    def __init__(self, *, keep: int = 2) -> None:
        super().__init__()
        self._keep = keep
        self._threads: dict[str, dict[str, dict[str, _Kept]]] = {}

    async def aput(
        self,
        config: RunnableConfig,
        checkpoint: Checkpoint,
        metadata: CheckpointMetadata,
        new_versions: ChannelVersions,
    ) -> RunnableConfig:
        """Keep a checkpoint, and let go of the oldest."""
        del new_versions  # they tell which channels changed; we keep the whole
        thread, namespace = _place(config)
        kept = self._threads.setdefault(thread, {}).setdefault(namespace, {})
        whole = (checkpoint, get_checkpoint_metadata(config, metadata), get_checkpoint_id(config))
        kept[checkpoint["id"]] = _Kept(self.serde.dumps_typed(whole))
        for old in sorted(kept)[: -self._keep] if self._keep else ():
            del kept[old]
        return _config(thread, namespace, checkpoint["id"])

    async def aput_writes(
        self,
        config: RunnableConfig,
        writes: Sequence[tuple[str, Any]],
        task_id: str,
        task_path: str = "",
    ) -> None:
        """Keep what a task wrote after a checkpoint; the same write again changes nothing."""
        del task_path  # LangGraph sorts what it reads by itself
        if (kept := self._find(config)) is None:
            return
        for at, (channel, value) in enumerate(writes):
            index = WRITES_IDX_MAP.get(channel, at)
            # Errors and interrupts replace the one before; ordinary writes stay as they were.
            if channel in WRITES_IDX_MAP or (task_id, index) not in kept.writes:
                kept.writes[task_id, index] = channel, self.serde.dumps_typed(value)

    async def aget_tuple(self, config: RunnableConfig) -> CheckpointTuple | None:
        """Return the checkpoint that is named, or the newest."""
        thread, namespace = _place(config)
        kept = self._threads.get(thread, {}).get(namespace, {})
        id_ = get_checkpoint_id(config) or max(kept, default="")
        return self._tuple(thread, namespace, id_, kept[id_]) if id_ in kept else None

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
        found = [
            each
            for each in self._known(config)
            if (last is None or each.checkpoint["id"] < last)
            and all(each.metadata.get(key) == value for key, value in (filter or {}).items())
        ]
        for each in found[:limit]:
            yield each

    async def adelete_thread(self, thread_id: str) -> None:
        """Let go of everything that is known of a thread."""
        self._threads.pop(thread_id, None)

    def _find(self, config: RunnableConfig) -> _Kept | None:
        thread, namespace = _place(config)
        return self._threads.get(thread, {}).get(namespace, {}).get(get_checkpoint_id(config) or "")

    def _known(self, config: RunnableConfig | None) -> Iterator[CheckpointTuple]:
        wanted = config["configurable"] if config else {}
        one = get_checkpoint_id(config) if config else None
        for thread, namespaces in self._threads.items():
            for namespace, kept in namespaces.items():
                if wanted.get("thread_id", thread) != thread:
                    continue
                if wanted.get("checkpoint_ns", namespace) != namespace:
                    continue
                for id_ in sorted(kept, reverse=True):
                    if one in (None, id_):
                        yield self._tuple(thread, namespace, id_, kept[id_])

    def _tuple(self, thread: str, namespace: str, id_: str, kept: _Kept) -> CheckpointTuple:
        checkpoint, metadata, parent = self.serde.loads_typed(kept.packed)
        return CheckpointTuple(
            config=_config(thread, namespace, id_),
            checkpoint=checkpoint,
            metadata=metadata,
            parent_config=_config(thread, namespace, parent) if parent else None,
            pending_writes=[
                (task, channel, self.serde.loads_typed(packed))
                for (task, _), (channel, packed) in sorted(kept.writes.items())
            ],
        )


def _place(config: RunnableConfig) -> tuple[str, str]:
    return config["configurable"]["thread_id"], config["configurable"].get("checkpoint_ns", "")


def _config(thread: str, namespace: str, id_: str) -> RunnableConfig:
    return {"configurable": {"thread_id": thread, "checkpoint_ns": namespace, "checkpoint_id": id_}}
