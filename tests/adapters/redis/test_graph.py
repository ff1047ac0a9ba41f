"""The real graph, waiting in Redis."""

from dataclasses import dataclass

import pytest
from langchain_core.runnables import RunnableConfig
from langgraph.types import Command
from redis.asyncio import Redis
from structlog.typing import EventDict

from adapters.offline.listener import OfflineListener
from core.domain import arrivals
from core.domain.entry import Entry
from core.domain.errors import StaleTurn
from core.domain.interview import Interview
from core.domain.reading import Reading
from core.graph.state import pack_entry
from tests.adapters.redis.samples import commands, size_bytes
from tests.adapters.redis.stage import staged
from tests.core.gates import Board
from tests.core.nevers import check
from tests.core.troubles import notices
from tests.room import CANDIDATE, NINE_O_CLOCK, Room
from tests.servers.redis import emptied
from tests.servers.redis_server import RedisServer

# To take it and to let it go; the server counts the DEL within the latter too.
LEASE = 3


@dataclass(frozen=True, slots=True)
class UnluckyListener:
    """A listener during whose thinking Redis is killed."""

    server: RedisServer

    async def understand(self, interview: Interview, words: str) -> Reading:
        """Understand, while Redis goes away."""
        self.server.kill()
        return await OfflineListener().understand(interview, words)


def turn_with(here: Room, fence: int) -> RunnableConfig:
    return {"configurable": {"thread_id": here.id, "fence": fence}}


def said(seq: int) -> Command[str]:
    answer = arrivals.AnswerGiven(by=CANDIDATE, text="A cache can be stale.")
    return Command(resume=pack_entry(Entry(seq=seq, at=NINE_O_CLOCK, event=answer)))


async def test_a_turn_of_the_graph_takes_three_round_trips(redis: Redis) -> None:
    async with staged(redis) as here:
        seq = (await here.begin()).seq
        before = await commands(redis)

        graph = here.interviews.conductor.graph
        await graph.ainvoke(said(seq + 1), turn_with_no_fence(here), durability="exit")

        assert await commands(redis) - before == 3


async def test_a_turn_of_an_interview_takes_two_more_to_hold_it(redis: Redis) -> None:
    async with staged(redis) as here:
        await here.begin()
        await here.do(arrivals.RepeatAsked)
        before = await commands(redis)

        await here.do(arrivals.RepeatAsked)

        assert await commands(redis) - before == 3 + LEASE


async def test_whoever_holds_an_interview_for_long_takes_no_more_than_the_graph(
    redis: Redis,
) -> None:
    async with staged(redis) as here:
        await here.begin()
        async with here.core.usher.keeping(here.id):
            before = await commands(redis)

            await here.do(arrivals.RepeatAsked)

            assert await commands(redis) - before == 3


async def test_a_process_that_comes_to_an_interview_looks_once_where_it_stands(
    redis: Redis,
) -> None:
    async with staged(redis) as first:
        await first.begin()
        async with staged(redis, archive=first.archive, bell="there") as second:
            second.id = first.id
            before = await commands(redis)

            await second.do(arrivals.RepeatAsked)

            assert await commands(redis) - before == 3 + LEASE + 1


async def test_an_interview_takes_no_more_room_after_two_hundred_turns(redis: Redis) -> None:
    async with staged(redis) as here:
        await here.begin()
        for _ in range(10):
            await here.do(arrivals.RepeatAsked)
        after_10 = await size_bytes(redis, here.id)
        for _ in range(190):
            await here.do(arrivals.RepeatAsked)
        after_200 = await size_bytes(redis, here.id)

        assert here.now.turns > 200
        assert after_200 / after_10 <= 1.1, (after_10, after_200)


async def test_a_stale_turn_comes_out_of_the_graph_as_what_it_is(redis: Redis) -> None:
    async with staged(redis) as here:
        before = await here.begin()
        graph, leases = here.interviews.conductor.graph, here.core.usher.leases
        async with leases.hold(here.id) as early:
            pass
        async with leases.hold(here.id) as late:
            assert early
            assert late

            with pytest.raises(StaleTurn):
                await graph.ainvoke(
                    said(before.seq + 1), turn_with(here, early.fence), durability="exit"
                )
            await graph.ainvoke(
                said(before.seq + 1), turn_with(here, late.fence), durability="exit"
            )

        known = await graph.aget_state(turn_with_no_fence(here))
        assert known.interrupts
        assert known.values["turn"].interview.seq > before.seq
        assert await here.interviews.look(here.id) == before


async def test_an_interview_goes_on_after_redis_lost_everything(
    redis: Redis, logs: list[EventDict]
) -> None:
    async with staged(redis) as here:
        await here.begin()
        before = await here.say("It depends on how often the entries change.")

        await redis.flushall()
        await redis.script_flush()
        after = await here.say("And on how long they may be stale.")

        assert after.seq > before.seq
        assert len(await here.answers()) == 2
        assert not notices(here.hearing.shown)
        assert logs == []
        await check(here)


async def test_an_interview_goes_on_by_itself_after_redis_was_restarted(
    own_redis: RedisServer, logs: list[EventDict]
) -> None:
    board = Board()
    async with emptied(own_redis.url) as redis, staged(redis) as here:
        here.interviews.watchers.append(board.put_up)
        await here.begin()
        before = await here.say("It depends on how often the entries change.")
        own_redis.kill()
        during = await here.say("And on how long they may be stale.")

        own_redis.start()
        after = await board.until(lambda each: each.seq > before.seq)
        await here.inbox.settled(here.id)

        assert during == before
        assert after.seq > before.seq
        assert len(await here.answers()) == 2
        assert [each.is_kept for each in notices(here.hearing.shown)] == [True]
        await check(here)
    assert [each for each in logs if each["log_level"] == "error"] == []


async def test_a_turn_that_was_thought_when_redis_went_away_is_not_thought_again(
    own_redis: RedisServer, logs: list[EventDict]
) -> None:
    async with (
        emptied(own_redis.url) as redis,
        staged(redis, UnluckyListener(own_redis)) as here,
    ):
        before = await here.begin()

        after = await here.say("It depends on how often the entries change.")

        own_redis.start()
        assert after.seq > before.seq
        assert len(await here.answers()) == 1
        assert not notices(here.hearing.shown)
    assert {log["event"] for log in logs} <= {"checkpoint_left_out", "doorbell_silent"}


def turn_with_no_fence(here: Room) -> RunnableConfig:
    return {"configurable": {"thread_id": here.id}}
