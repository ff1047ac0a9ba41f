"""Looks at an interview from the side, and ways to where it gets interesting."""

from dataclasses import replace
from datetime import timedelta

from core.domain import arrivals, outcomes
from core.domain.arrivals import WhisperKind
from core.domain.entry import Entry
from core.domain.interview import OpenQuestion, Phase
from core.domain.people import TERMINAL
from core.domain.question import InterviewType
from core.domain.reading import Move
from core.domain.setup import Patience, Setup
from core.domain.transcript import TurnId, TurnKind
from core.graph.draft import Draft
from tests.room import CANDIDATE, COACH, Room

CODING = Setup(seed=5, type=InterviewType.CODING, questions=2)
WORDS = Setup(seed=5, type=InterviewType.CONCEPTS)
# Nobody is nudged in these; in the second one, words are noted first.
CALM = Setup(seed=5, type=InterviewType.CONCEPTS, patience=Patience(nudge_s=10_000))
GRACE_S = 6
PATIENT = replace(CALM, patience=Patience(grace_s=GRACE_S, nudge_s=10_000))
SOUND = "I would begin with the simplest thing and measure it before changing anything else."


def open_question(here: Room) -> OpenQuestion:
    """Return the question on the table."""
    assert here.now.open is not None
    return here.now.open


async def remarks(here: Room) -> list[outcomes.Said]:
    """Return what was said in passing."""
    events = [entry.event for entry in await here.entries()]
    return [event for event in events if isinstance(event, outcomes.Said)]


async def understood(here: Room) -> list[outcomes.AnswerUnderstood]:
    """Return what the interviewer read so far."""
    events = [entry.event for entry in await here.entries()]
    return [event for event in events if isinstance(event, outcomes.AnswerUnderstood)]


def reference(here: Room) -> str:
    """Return what there is to say about the open question."""
    return " ".join(open_question(here).question.reference.split())


async def last_answer(here: Room) -> TurnId:
    """Return the turn in which the candidate last said something."""
    return [turn.id for turn in await here.turns() if turn.kind is TurnKind.ANSWER][-1]


async def whisper(here: Room, kind: str, text: str = "") -> None:
    """Let a coach whisper to the interviewer."""
    await here.submit(
        arrivals.Whispered(by=COACH, origin=here.origin(), kind=WhisperKind(kind), text=text)
    )


async def schedule(here: Room, ahead_s: float, setup: Setup = WORDS) -> None:
    """Ask for an interview that begins later."""
    begins_at = here.clock.now() + timedelta(seconds=ahead_s)
    here.id = await here.inbox.open(
        arrivals.InterviewRequested(by=CANDIDATE, setup=setup, place=TERMINAL, begins_at=begins_at)
    )
    await here.inbox.settled(here.id)


async def note(here: Room, text: str) -> None:
    """Let the candidate's words be noted without a thought, as while the interviewer still thinks."""
    said = arrivals.AnswerGiven(by=CANDIDATE, origin=here.origin(), text=text)
    draft = Draft(here.now)
    draft.arrive(Entry(seq=here.now.seq + 1, at=here.now.now, event=said))
    draft.add(outcomes.MoveChosen(move=Move.WAIT, because="the interviewer still thinks"))
    await here.archive.append(draft.interview, draft.entries)
    here.saw(draft.interview)


async def reach_challenge(here: Room) -> int:
    """Go on to the next challenge; return its number."""
    if here.interview is None:
        await here.begin(CODING)
    while here.now.phase is not Phase.CHALLENGE:
        assert here.now.ending is None, "there was no challenge"
        await here.do(arrivals.SkipAsked)
    return open_question(here).number


def oversleep(here: Room, seconds: float) -> None:
    """Let time pass without a ring, as when the machine was asleep."""
    here.clock.turn_to(here.clock.now() + timedelta(seconds=seconds))
