from hypothesis import given
from hypothesis import strategies as st

from adapters.in_process import InProcessRates
from adapters.in_process.rates import FEW_KEYS
from core.ports.rates import Rate
from tests.contracts.test_rates import HandTurnedClock

# Seconds, to the microsecond as the rates are.
MOMENTS = st.lists(st.integers(0, 3_000_000).map(lambda us: us / 1_000_000), max_size=60)


@given(MOMENTS, st.integers(1, 5), st.sampled_from([0.000001, 0.1, 1.0, 7.3]))
async def test_something_may_be_done_just_if_it_was_not_done_too_often_before(
    pauses: list[float], times: int, per_s: float
) -> None:
    clock = HandTurnedClock()
    rates, rate = InProcessRates(clock.read), Rate(key="key", times=times, per_s=per_s)
    done: list[float] = []

    for pause in pauses:
        await clock.wait(pause)
        recent = [moment for moment in done if clock.now_s - moment < per_s - 1e-6 / 2]
        wait = await rates.wait_s(rate)
        if wait == 0:
            done.append(clock.now_s)
            assert len(recent) < times
        else:
            assert len(recent) == times
            assert abs(recent[0] + per_s - clock.now_s - wait) < 1e-6


async def test_keys_that_no_longer_matter_are_let_go_of() -> None:
    clock = HandTurnedClock()
    rates = InProcessRates(clock.read)
    for number in range(FEW_KEYS * 100):
        await rates.wait_s(Rate(key=f"key-{number}", times=3, per_s=FEW_KEYS))
        await clock.wait(1)

    assert len(rates._done) <= FEW_KEYS * 2 + 1


async def test_keys_that_matter_are_kept_however_many() -> None:
    clock = HandTurnedClock()
    rates = InProcessRates(clock.read)
    every = [Rate(key=f"key-{number}", times=1, per_s=60) for number in range(FEW_KEYS * 10)]

    first = [await rates.wait_s(rate) for rate in every]
    second = [await rates.wait_s(rate) for rate in every]

    assert set(first) == {0}
    assert min(second) > 0
