"""The real graph, waiting in Redis."""

from dataclasses import dataclass

import pytest
from langchain_core.runnables import RunnableConfig
from langgraph.types import Command
from redis.asyncio import Redis
from structlog.typing import EventDict

from adapters.offline.listener import OfflineListener
from adapters.redis import RedisLeases
from core.domain import arrivals
from core.domain.entry import Entry
from core.domain.errors import CacheUnavailable, StaleTurn
from core.domain.interview import Interview
from core.domain.reading import Reading
from core.graph.state import pack_entry
from tests.adapters.redis.samples import commands, size_bytes
from tests.adapters.redis.stage import ID, staged
from tests.room import CANDIDATE, NINE_O_CLOCK
from tests.servers.redis import emptied
from tests.servers.redis_server import RedisServer


@dataclass(frozen=True, slots=True)
class UnluckyListener:
    """A listener during whose thinking Redis is killed."""

    server: RedisServer

    async def understand(self, interview: Interview, words: str) -> Reading:
        """Understand, while Redis goes away."""
        self.server.kill()
        return await OfflineListener().understand(interview, words)


def turn_with(fence: int) -> RunnableConfig:
    return {"configurable": {"thread_id": ID, "fence": fence}}


def said(seq: int) -> Command[str]:
    answer = arrivals.AnswerGiven(by=CANDIDATE, text="A cache can be stale.")
    return Command(resume=pack_entry(Entry(seq=seq, at=NINE_O_CLOCK, event=answer)))


async def test_a_turn_of_the_graph_takes_three_round_trips(redis: Redis) -> None:
    stage = staged(redis)
    await stage.begin()
    seq = (await stage.interviews.current(ID)).seq
    before = await commands(redis)

    await stage.graph.ainvoke(said(seq + 1), turn_with_no_fence(), durability="exit")

    assert await commands(redis) - before == 3


async def test_a_turn_of_the_conductor_takes_four_since_it_looks_first(redis: Redis) -> None:
    stage = staged(redis)
    await stage.begin()
    await stage.ask_again()
    before = await commands(redis)

    await stage.ask_again()

    assert await commands(redis) - before == 4


async def test_an_interview_takes_no_more_room_after_two_hundred_turns(redis: Redis) -> None:
    stage = staged(redis)
    await stage.begin()
    for _ in range(10):
        await stage.ask_again()
    after_10 = await size_bytes(redis, ID)
    for _ in range(190):
        await stage.ask_again()
    after_200 = await size_bytes(redis, ID)

    assert (await stage.interviews.current(ID)).turns > 200
    assert after_200 / after_10 <= 1.1, (after_10, after_200)


async def test_a_stale_turn_comes_out_of_the_graph_as_what_it_is(redis: Redis) -> None:
    stage = staged(redis)
    await stage.begin()
    before = await stage.interviews.current(ID)
    async with RedisLeases.running(redis, bell="here") as leases:
        async with leases.hold(ID) as early:
            pass
        async with leases.hold(ID) as late:
            assert early
            assert late

            with pytest.raises(StaleTurn):
                await stage.graph.ainvoke(
                    said(before.seq + 1), turn_with(early.fence), durability="exit"
                )
            still = await stage.interviews.current(ID)
            await stage.graph.ainvoke(
                said(before.seq + 1), turn_with(late.fence), durability="exit"
            )

    known = await stage.graph.aget_state(turn_with_no_fence())
    assert still == before
    assert known.interrupts
    assert known.values["turn"].count("A cache can be stale.")


async def test_an_interview_goes_on_after_redis_lost_everything(redis: Redis) -> None:
    stage = staged(redis)
    await stage.begin()
    before = await stage.say("It depends on how often the entries change.")

    await redis.flushall()
    await redis.script_flush()

    assert await stage.interviews.current(ID) == before
    await redis.flushall()
    after = await stage.say("And on how long they may be stale.")
    assert after.seq > before.seq


async def test_an_interview_goes_on_by_itself_after_redis_was_restarted(
    own_redis: RedisServer, logs: list[EventDict]
) -> None:
    async with emptied(own_redis.url) as redis:
        stage = staged(redis)
        await stage.begin()
        before = await stage.say("It depends on how often the entries change.")
        own_redis.kill()
        with pytest.raises(CacheUnavailable):
            await stage.say("And on how long they may be stale.")

        own_redis.start()

        assert await stage.interviews.current(ID) == before
        after = await stage.say("And on how long they may be stale.")
        assert after.seq > before.seq
        assert logs == []


async def test_a_turn_that_was_thought_when_redis_went_away_is_not_thought_again(
    own_redis: RedisServer, logs: list[EventDict]
) -> None:
    async with emptied(own_redis.url) as redis:
        stage = staged(redis, UnluckyListener(own_redis))
        await stage.begin()
        before = await stage.interviews.archive.head(ID)

        with pytest.raises(CacheUnavailable):
            # The turn is committed; only looking at it afterwards needs Redis.
            await stage.say("It depends on how often the entries change.")

        after = await stage.interviews.archive.head(ID)
        own_redis.start()
        assert (await stage.interviews.current(ID)).seq == after > before

    assert {log["event"] for log in logs} == {"checkpoint_left_out"}


def turn_with_no_fence() -> RunnableConfig:
    return {"configurable": {"thread_id": ID}}
