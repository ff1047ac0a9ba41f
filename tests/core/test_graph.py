"""The shape of the graph, and what the conductor makes of two who conduct."""

import ast
from pathlib import Path

import pytest
from structlog.typing import EventDict

import core.graph.nodes
from core.domain.arrivals import AnswerGiven
from core.domain.people import Origin
from core.domain.question import InterviewType
from core.domain.setup import Setup
from core.graph.draft import Draft
from core.graph.plan import GENERAL, plan
from core.graph.state import pack, seq_of
from tests.core.gates import GatedArchive, Ponderer
from tests.core.glances import SOUND, WORDS, whisper
from tests.core.nevers import check
from tests.core.troubles import ask_for, notices
from tests.room import CANDIDATE, Around, alone, room

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


async def test_who_conducts_second_goes_on_from_the_log_and_says_nothing_twice() -> None:
    archive = GatedArchive()
    async with room(archive=archive) as slow, room(archive=archive) as fast:
        await slow.begin(WORDS)
        fast.id = archive.shut = slow.id
        await slow.inbox.submit(slow.id, _answer("first"))
        await archive.waits.wait()
        archive.shut = None
        await fast.submit(_answer("second"))
        archive.opened.set()
        await slow.inbox.settled(slow.id)

        await slow.submit(_answer("third"))

        names = [each.origin.message for each in await slow.answers() if each.origin]
        shown = [each.id for here in (slow, fast) for each in here.hearing.shown]
        assert names == ["first", "second", "third"]
        assert len(set(shown)) == len(shown)
        assert not any(each.startswith("notice") for each in shown)
        assert slow.now == await fast.interviews.look(fast.id)


async def test_a_thought_that_was_interrupted_leaves_the_graph_where_it_was() -> None:
    mind = Ponderer()
    async with room(listener=mind) as here:
        await here.begin(WORDS)
        await here.inbox.submit(here.id, _answer("first"))
        await mind.thinks.wait()
        mind.may_go_on.set()

        await whisper(here, "say", "Take your time.")

        assert mind.begun == [SOUND, SOUND]
        assert len(await here.answers()) == 1
        await check(here)


async def test_a_checkpoint_that_vanished_is_made_anew_and_is_no_bug(
    logs: list[EventDict],
) -> None:
    shared = alone()
    async with room(around=Around(shared=shared)) as here:
        await here.begin(WORDS)
        await here.say(SOUND)
        await shared.saver.adelete_thread(here.id)

        await here.say("And then I would measure again.")

        assert len(await here.answers()) == 2
        assert logs == []
        await check(here)


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
        await ask_for(here, setup)

        assert [each.is_failure for each in notices(here.hearing.shown)] == [False]
        assert len(here.hearing.shown) == 1
        assert not await here.archive.summaries()


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
