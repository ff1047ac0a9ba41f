"""A process that is told to end does so within ten seconds, and another goes on."""

import asyncio
import os
import signal

import pytest

from tests.crash.play import Backend, Nursery, Play
from tests.crash.undisturbed import Cast

LONG_S = 50


@pytest.mark.parametrize("thought_s", [0.2, 60], ids=["finishes", "gives-up"])
async def test_who_is_told_to_end_ends_in_time_and_another_goes_on(
    born: Nursery, backend: Backend, everybody: Cast, thought_s: float
) -> None:
    async with (
        asyncio.timeout(LONG_S),
        Play.open(born, backend, everybody) as play,
    ):
        bot = await play.bot(thought_s=thought_s)
        await play.seen(4)
        os.kill(bot.pid, signal.SIGTERM)
        async with asyncio.timeout(10):
            await bot.ended.wait()
        assert bot.said_goodbye
        await play.bot()

        verdict = await play.finish()

    assert verdict.traces == []
