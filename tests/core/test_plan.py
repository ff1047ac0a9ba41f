from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.question import InterviewType
from core.domain.setup import Setup
from core.graph.plan import CHALLENGE_MINUTES, GENERAL, plan
from tests.room import BANK

KINDS = [kind for kind in InterviewType if kind is not InterviewType.MIXED]
MIXES = st.lists(st.integers(1, 100), min_size=1, max_size=4).map(
    lambda shares: {
        kind: share * 100 / sum(shares) for kind, share in zip(KINDS, shares, strict=False)
    }
)


def types(setup: Setup, *, pattern: str = "") -> list[InterviewType]:
    """Return the types that an interview will hold, in order."""
    return [slot.type for slot in plan(setup, BANK.patterns.get(pattern, GENERAL))]


@pytest.mark.parametrize("kind", KINDS)
def test_an_interview_of_one_type_holds_that_type_only(kind: InterviewType) -> None:
    assert types(Setup(seed=1, type=kind, questions=4)) == [kind] * 4


@pytest.mark.parametrize("pattern", BANK.patterns)
def test_ten_questions_come_close_to_the_pattern_s_shares(pattern: str) -> None:
    found = Counter(types(Setup(seed=1, type=InterviewType.MIXED, questions=10), pattern=pattern))

    for kind, share in BANK.patterns[pattern].mix.items():
        assert abs(found[kind] - share / 10) <= 1


@given(MIXES, st.integers(1, 20))
def test_no_type_is_ever_a_whole_question_ahead_of_its_share(
    mix: dict[InterviewType, float], questions: int
) -> None:
    pattern = replace(GENERAL, mix={kind: round(share) for kind, share in mix.items()})
    setup = Setup(seed=1, type=InterviewType.MIXED, questions=questions)

    slots = plan(setup, pattern)

    assert len(slots) == questions
    assert {slot.type for slot in slots} <= set(mix)
    for until in range(1, questions + 1):
        counts = Counter(slot.type for slot in slots[:until])
        for kind, count in counts.items():
            assert count < pattern.mix[kind] * until / 100 + 1.1


def test_the_types_of_a_mixed_interview_take_turns() -> None:
    found = types(Setup(seed=1, type=InterviewType.MIXED, questions=5))

    assert len(set(found)) == 4
    assert found[0] is InterviewType.CODING


def test_every_second_coding_question_is_a_challenge_or_the_only_one() -> None:
    four = plan(Setup(seed=1, type=InterviewType.CODING, questions=4), GENERAL)
    only = plan(Setup(seed=1, type=InterviewType.CODING, questions=1), GENERAL)

    assert [slot.is_challenge for slot in four] == [False, True, False, True]
    assert [slot.is_challenge for slot in only] == [True]


def test_nothing_but_coding_is_a_challenge() -> None:
    slots = plan(Setup(seed=1, type=InterviewType.MIXED, questions=10), GENERAL)

    assert {slot.type for slot in slots if slot.is_challenge} == {InterviewType.CODING}


def test_without_the_time_for_one_there_is_no_challenge() -> None:
    short = Setup(seed=1, type=InterviewType.CODING, questions=3, minutes=CHALLENGE_MINUTES - 1)
    enough = replace(short, minutes=CHALLENGE_MINUTES)

    assert not any(slot.is_challenge for slot in plan(short, GENERAL))
    assert any(slot.is_challenge for slot in plan(enough, GENERAL))
