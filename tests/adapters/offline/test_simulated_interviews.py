"""Whole interviews with made-up candidates, over personas, patterns and seeds."""

import re
from collections import Counter
from itertools import pairwise
from random import Random

import pytest

from core.domain.entry import Entry
from core.domain.interview import Interview
from core.domain.outcomes import FollowedUp, QuestionAsked, Said
from core.domain.people import INTERVIEWER
from core.domain.question import PointId
from core.domain.setting import Cue
from core.domain.setup import Setup
from core.domain.transcript import Turn, TurnKind
from tests.room import BANK, QuietRunner, room

PERSONAS = sorted(BANK.personas)
PATTERNS = (None, *sorted(BANK.patterns))
MOST_TURNS = 60


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.;])\s+", " ".join(text.split()))


def strong(now: Interview, random: Random) -> str:
    """Answer from the reference, and a follow-up with the point that it asks for."""
    del random
    assert now.open is not None
    question = now.open.question
    if not now.open.ideas:
        return question.reference
    wanted = PointId(now.open.ideas[-1].removeprefix("point:"))
    point = next((each for each in question.points if each.id == wanted), question.points[0])
    return f"I would say that {point.says}"


def medium(now: Interview, random: Random) -> str:
    """Answer in part, ask back now and then."""
    assert now.open is not None
    if random.random() < 0.2:
        return random.choice(["let me think", "can you repeat the question?", "a hint please"])
    return " ".join(random.sample(sentences(now.open.question.reference), 2))


def weak(now: Interview, random: Random) -> str:
    """Hardly answer."""
    del now
    return random.choice(
        [
            "I don't know",
            "It depends on the load I think.",
            "a hint?",
            "skip",
            "hello",
            "maybe a list",
        ]
    )


CANDIDATES = (strong, medium, weak)


async def play(seed: int) -> tuple[tuple[Turn, ...], tuple[Entry, ...]]:
    """Hold an interview to its end; even seeds allow hints."""
    random = Random(seed)
    candidate = CANDIDATES[seed // 3 % 3]
    setup = Setup(
        seed=seed,
        persona=PERSONAS[seed % 3],
        pattern=PATTERNS[seed % len(PATTERNS)],
        hints=seed % 2 == 0,
    )
    async with room(runner=QuietRunner()) as here:
        await here.begin(setup)
        for _ in range(MOST_TURNS):
            if here.now.open is None:
                break
            if here.now.open.task and len(here.now.open.answers) > 1:
                await here.say("skip this question")
            else:
                await here.say(candidate(here.now, random))
        await here.finish()
        return await here.turns(), await here.entries()


@pytest.mark.parametrize("seed", range(30))
async def test_an_interview_reads_like_a_conversation(seed: int) -> None:
    turns, entries = await play(seed)

    events = [entry.event for entry in entries]
    spoken = [turn.text for turn in turns if turn.speaker == INTERVIEWER]
    said = " ".join(turn.text for turn in turns if turn.kind is TurnKind.ANSWER)
    asked = [event.question.id for event in events if isinstance(event, QuestionAsked)]
    followed = [event for event in events if isinstance(event, FollowedUp)]
    leads = Counter(event.lead.replace(event.idea.quote or "“", "") for event in followed)
    assert len(set(asked)) == len(asked)
    assert all(one != following for one, following in pairwise(spoken))
    assert not any("{about}" in text or "“”" in text for text in spoken)
    assert all(event.idea.quote in said and len(event.idea.quote) <= 60 for event in followed)
    assert all(event.idea.quote in event.lead for event in followed)
    assert max(leads.values(), default=0) <= 2
    assert len({(event.idea.id, event.idea.text) for event in followed}) == len(followed)


async def test_a_session_without_hints_offers_none() -> None:
    for seed in (1, 3, 7):
        _, entries = await play(seed)

        remarks = [each.event for each in entries if isinstance(each.event, Said)]
        offers = (Cue.NUDGE, Cue.STILL_THERE, Cue.TRY_AGAIN, Cue.GO_AHEAD)
        assert not any("hint" in each.text for each in remarks if each.cue in offers)


async def test_the_same_seed_holds_the_same_interview() -> None:
    first, _ = await play(4)
    again, _ = await play(4)

    assert [turn.text for turn in first] == [turn.text for turn in again]
