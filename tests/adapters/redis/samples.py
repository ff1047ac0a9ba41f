"""Checkpoints to keep, and what the server counts while they are kept."""

from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import Checkpoint, CheckpointTuple, empty_checkpoint
from redis.asyncio import Redis

from adapters.redis import RedisCheckpoints
from adapters.redis.keys import checkpoints_of, fence_of, lease_of

ID = "first"
# What the saver sends; what a script does on the server is counted as well, by other names.
_SENT = ("evalsha", "eval", "del")


def config(fence: int | None = None, checkpoint: Checkpoint | None = None) -> RunnableConfig:
    """Return where to put something, and with which right."""
    given: dict[str, object] = {"thread_id": ID, "checkpoint_ns": ""}
    if fence is not None:
        given["fence"] = fence
    if checkpoint is not None:
        given["checkpoint_id"] = checkpoint["id"]
    return {"configurable": given}


async def put(saver: RedisCheckpoints, fence: int | None = None, turn: str = "") -> Checkpoint:
    """Keep a new checkpoint."""
    checkpoint = empty_checkpoint()
    checkpoint["channel_values"] = {"turn": turn}
    await saver.aput(config(fence), checkpoint, {"source": "loop", "step": 1}, {})
    return checkpoint


async def newest(saver: RedisCheckpoints) -> CheckpointTuple:
    """Return what a graph would go on from."""
    found = await saver.aget_tuple(config())
    assert found
    return found


async def commands(redis: Redis) -> int:
    """Return how many commands of the saver's the server carried out so far."""
    counted = await redis.info("commandstats")
    return sum(int(counted.get(f"cmdstat_{name}", {}).get("calls", 0)) for name in _SENT)


async def size_bytes(redis: Redis, id_: str) -> int:
    """Return the memory that an interview takes."""
    keys = (checkpoints_of(id_), lease_of(id_), fence_of(id_))
    return sum([await redis.memory_usage(key, samples=0) or 0 for key in keys])
