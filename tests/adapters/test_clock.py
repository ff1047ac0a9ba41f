from datetime import UTC, datetime, timedelta

from adapters.clock import SystemClock

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)


def test_a_clock_that_is_set_by_an_hour_moves_no_interview() -> None:
    wall, ticks = [NOON], [100.0]
    clock = SystemClock(lambda: wall[0], lambda: ticks[0])

    wall[0] += timedelta(hours=1)
    ticks[0] += 5

    assert clock.now() == NOON + timedelta(seconds=5)


async def test_the_clock_of_the_machine_goes_on() -> None:
    clock = SystemClock()
    began = clock.now()

    await clock.wait_until(began + timedelta(milliseconds=20))

    assert clock.now() >= began + timedelta(milliseconds=20)
    assert clock.now().tzinfo is UTC
