"""The shape of the graph, and what the conductor makes of two who conduct."""

import ast
from pathlib import Path

import pytest

import core.graph.nodes
from core.domain.arrivals import AnswerGiven
from core.domain.errors import Refused
from core.domain.people import Origin
from core.domain.question import InterviewType
from core.domain.setup import Setup
from core.graph.draft import Draft
from core.graph.plan import GENERAL, plan
from core.graph.state import pack, seq_of
from tests.core.gates import GatedArchive
from tests.core.glances import SOUND, WORDS
from tests.room import CANDIDATE, room

NODES = Path(core.graph.nodes.__file__).parent


def test_nodes_know_nothing_of_langgraph() -> None:
    imported = {
        name.split(".")[0]
        for path in NODES.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in _names(node)
    }

    assert not {name for name in imported if name.startswith("lang")}
    assert "core" in imported


async def test_who_conducts_second_is_told_and_goes_on_from_the_log() -> None:
    archive = GatedArchive()
    async with room(archive=archive) as slow, room(archive=archive) as fast:
        await slow.begin(WORDS)
        fast.id = slow.id
        archive.shut = slow.id
        await slow.inbox.submit(slow.id, _answer(slow.origin().message))
        await archive.waits.wait()
        archive.shut = None
        await fast.interviews.handle(fast.id, _answer("other"))
        archive.opened.set()
        await slow.inbox.settled(slow.id)

        await slow.say(SOUND)

        assert "Somebody else was first." in slow.said()
        assert slow.now == await fast.interviews.current(fast.id)


async def test_a_checkpoint_of_another_version_is_left_alone() -> None:
    async with room() as here:
        interview = await here.begin(WORDS)
        packed = pack(Draft(interview))

        other = packed.replace('"version":2', '"version":1')

        assert seq_of(packed) == interview.seq
        assert seq_of(other) is None


def test_a_plan_follows_the_shares_of_the_pattern() -> None:
    slots = plan(Setup(seed=1, questions=10), GENERAL)

    types = [slot.type for slot in slots]
    assert {type_: types.count(type_) * 10 for type_ in GENERAL.mix} == GENERAL.mix
    assert sum(slot.is_challenge for slot in slots) == 2


def test_without_time_for_a_challenge_none_is_planned() -> None:
    long = plan(Setup(seed=1, type=InterviewType.CODING, questions=1), GENERAL)
    short = plan(Setup(seed=1, type=InterviewType.CODING, questions=1, minutes=15), GENERAL)

    assert [slot.is_challenge for slot in long] == [True]
    assert [slot.is_challenge for slot in short] == [False]


@pytest.mark.parametrize("setup", [Setup(seed=1, questions=0), Setup(seed=1, minutes=0)])
async def test_an_interview_without_questions_or_time_is_refused(setup: Setup) -> None:
    async with room() as here:
        with pytest.raises(Refused):
            await here.begin(setup)

        assert not here.hearing.shown


async def test_a_mixed_interview_says_what_it_holds() -> None:
    async with room() as here:
        await here.begin(Setup(seed=1, questions=12))

        assert (
            "12 questions, a mix of coding, system design, behavioral and concepts" in here.said()
        )


def _names(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


def _answer(message: str) -> AnswerGiven:
    return AnswerGiven(by=CANDIDATE, origin=Origin(message), text=SOUND)
