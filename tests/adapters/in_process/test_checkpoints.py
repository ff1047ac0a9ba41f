"""The newest checkpoints are kept, and no more than those."""

from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import CheckpointMetadata, empty_checkpoint

from adapters.in_process import InProcessCheckpoints

THREAD: RunnableConfig = {"configurable": {"thread_id": "one", "checkpoint_ns": ""}}
LOOP: CheckpointMetadata = {"source": "loop", "step": 1, "parents": {}}


async def test_only_the_newest_are_kept() -> None:
    saver = InProcessCheckpoints(keep=2)

    ids = await _put(saver, 5)

    known = [each.checkpoint["id"] async for each in saver.alist(THREAD)]
    assert known == [ids[4], ids[3]]
    newest = await saver.aget_tuple(THREAD)
    assert newest
    assert newest.checkpoint["id"] == ids[4]


async def test_what_was_written_after_a_checkpoint_goes_with_it() -> None:
    saver = InProcessCheckpoints(keep=2)
    (first,) = await _put(saver, 1)
    place: RunnableConfig = {
        "configurable": {"thread_id": "one", "checkpoint_ns": "", "checkpoint_id": first}
    }
    await saver.aput_writes(place, [("turn", "x" * 1000)], "task")

    await _put(saver, 2)
    await saver.aput_writes(place, [("turn", "too late")], "task")

    assert await saver.aget_tuple(place) is None
    assert len(saver._threads["one"][""]) == 2


async def test_threads_do_not_push_each_other_out() -> None:
    saver = InProcessCheckpoints(keep=1)
    other: RunnableConfig = {"configurable": {"thread_id": "two", "checkpoint_ns": ""}}
    await _put(saver, 2)
    await saver.aput(other, empty_checkpoint(), LOOP, {})

    await saver.adelete_thread("two")

    assert await saver.aget_tuple(THREAD)
    assert await saver.aget_tuple(other) is None
    await saver.adelete_thread("never there")


async def _put(saver: InProcessCheckpoints, count: int) -> list[str]:
    ids = []
    for _ in range(count):
        checkpoint = empty_checkpoint()
        ids.append(checkpoint["id"])
        await saver.aput(THREAD, checkpoint, LOOP, {})
    return ids
