"""The machine's own clock."""

from datetime import UTC, timedelta

from adapters.clock import SystemClock


async def test_it_waits_until_the_moment_and_no_longer() -> None:
    clock = SystemClock()
    began = clock.now()

    await clock.wait_until(began + timedelta(milliseconds=30))
    waited = clock.now() - began

    assert began.tzinfo is UTC
    assert timedelta(milliseconds=30) <= waited < timedelta(seconds=20)


async def test_a_moment_that_has_passed_is_not_waited_for() -> None:
    clock = SystemClock()

    await clock.wait_until(clock.now() - timedelta(days=1))
