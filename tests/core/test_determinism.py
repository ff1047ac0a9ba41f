"""The same seed, script and bank give the same interview, byte for byte."""

import pytest
from pydantic import TypeAdapter

from core.domain.code import Ruling
from core.domain.entry import store
from core.domain.question import InterviewType
from core.domain.report import Report
from core.domain.setup import Setup
from tests.core.candidates import Coder, HintHungry, Strong, Weak, converse
from tests.room import QuietRunner, room

_REPORT = TypeAdapter(Report)


@pytest.mark.parametrize("who", [Strong, Weak, HintHungry])
@pytest.mark.parametrize(
    "setup",
    [
        Setup(seed=11, questions=3),
        Setup(seed=12, pattern="startup", persona="bar-raiser", questions=2),
        Setup(seed=13, type=InterviewType.SYSTEM_DESIGN, persona="friendly-coach", questions=2),
    ],
)
async def test_the_same_script_gives_the_same_interview_and_the_same_report(
    setup: Setup, who: type[Strong | Weak | HintHungry]
) -> None:
    first = await _held(setup, who())

    second = await _held(setup, who())

    assert first == second


async def test_the_same_code_gives_the_same_interview_and_the_same_report() -> None:
    setup = Setup(seed=14, type=InterviewType.CODING, questions=2)
    rulings = (Ruling.WRONG_ANSWER, Ruling.ACCEPTED, Ruling.ACCEPTED)
    first = await _held(setup, Coder(iter(rulings)))

    second = await _held(setup, Coder(iter(rulings)))

    assert first == second


async def test_other_seeds_give_other_interviews() -> None:
    logs = {(await _held(Setup(seed=seed, questions=2), Weak()))[0] for seed in range(4)}

    assert len(logs) == 4


async def _held(setup: Setup, who: Strong | Weak | HintHungry | Coder) -> tuple[str, bytes]:
    """Hold an interview; return its log and its report."""
    async with room(runner=QuietRunner()) as here:
        await here.begin(setup)
        await converse(here, who)
        report = _REPORT.dump_json(await here.finish())
        log = [(entry.seq, entry.at, store(entry.event)) for entry in await here.entries()]
    return repr(log), report
