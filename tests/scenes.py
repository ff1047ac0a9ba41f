"""Interviews to test with: events that can follow each other, and what they make."""

from datetime import UTC, datetime, timedelta

from core.domain import arrivals, outcomes
from core.domain.entry import Entry, Event
from core.domain.evolve import begin, evolve
from core.domain.interview import Interview, InterviewId
from core.domain.people import TERMINAL, Origin, PersonId, Role, Speaker
from core.domain.question import (
    Axis,
    Criterion,
    FollowUp,
    FollowUpKind,
    InterviewType,
    KeyPoint,
    Level,
    PointId,
    Question,
    QuestionId,
)
from core.domain.setting import CompanyPattern
from core.domain.setup import Setup, Slot

ADA = Speaker(id=PersonId("ada"), name="The candidate", role=Role.CANDIDATE)
COACH = Speaker(id=PersonId("grace"), name="The coach", role=Role.COACH)
TEN_O_CLOCK = datetime(2026, 11, 21, 10, 0, 0, 250_000, tzinfo=UTC)
STARTUP = CompanyPattern(
    id="startup",
    name="Startup",
    about="Ships.",
    minutes=45,
    mix={InterviewType.CODING: 1},
    weights={Axis.TECHNICAL: 2},
    looks_for=("curiosity",),
)


def question(id_: str = "caching") -> Question:
    """Return a question."""
    point = KeyPoint(id=PointId("stale"), says="Staleness.", cues=("stale", "ttl"), ask="And then?")
    follow_up = FollowUp(id="why", kind=FollowUpKind.DEPTH, ask="Why?", when=("ttl",))
    return Question(
        id=QuestionId(id_),
        type=InterviewType.CONCEPTS,
        level=Level.MEDIUM,
        title=id_.title(),
        topics=("caching",),
        ask="What can go wrong with a cache?",
        rephrased="When does a cache hurt?",
        reference="It goes stale.",
        criteria=(Criterion(axis=Axis.TECHNICAL, shows="Knows the price."),),
        points=(point,),
        follow_ups=(follow_up,),
        hints=("Think.", "Think of time.", "Think of stale entries."),
    )


def then(interview: Interview, *events: Event) -> tuple[Interview, tuple[Entry, ...]]:
    """Let `events` happen to an interview; return what it is then, and their entries."""
    entries = tuple(_entry(seq, event) for seq, event in enumerate(events, start=interview.seq + 1))
    for entry in entries:
        interview = evolve(interview, entry)
    return interview, entries


def requested(
    id_: str = "first", by: Speaker = ADA, origin: Origin | None = None
) -> tuple[Interview, tuple[Entry, ...]]:
    """Return an interview that was only asked for."""
    asked_for = arrivals.InterviewRequested(
        by=by, origin=origin, setup=Setup(seed=7), place=TERMINAL
    )
    entry = _entry(1, asked_for)
    return begin(InterviewId(id_), entry), (entry,)


def opened_interview(
    id_: str = "first", by: Speaker = ADA, asks: str = "caching"
) -> tuple[Interview, tuple[Entry, ...]]:
    """Return an interview whose first question is on the table."""
    interview, first = requested(id_, by)
    opened = outcomes.InterviewOpened(
        pattern=STARTUP,
        plan=(Slot(type=InterviewType.CODING, is_challenge=True),),
        avoid=(QuestionId("old"),),
        follow_ups=2,
        text="Hello!",
    )
    interview, more = then(
        interview, opened, outcomes.QuestionAsked(number=1, question=question(asks))
    )
    return interview, (*first, *more)


def answer(text: str, origin: Origin | None = None) -> arrivals.AnswerGiven:
    """Return something that Ada said."""
    return arrivals.AnswerGiven(by=ADA, origin=origin, text=text)


def _entry(seq: int, event: Event) -> Entry:
    return Entry(seq=seq, at=TEN_O_CLOCK + timedelta(seconds=seq), event=event)
