"""What an event changes: the rule that events register with, and what the rules share."""

from collections.abc import Callable
from dataclasses import replace
from functools import singledispatch

from core.domain.entry import Event
from core.domain.interview import Interview, OpenQuestion, Phase, Status
from core.domain.transcript import TurnId


class IllegalEvent(Exception):
    """An event cannot follow the ones before it."""


@singledispatch
def change(event: Event, interview: Interview) -> Interview:
    """Return the interview as `event` leaves it; most events change nothing but the record."""
    del event
    return interview


def with_open(interview: Interview, alter: Callable[[OpenQuestion], OpenQuestion]) -> Interview:
    """Alter the question on the table, if there is one."""
    if interview.open is None:
        return interview
    return replace(interview, open=alter(interview.open))


def on_the_table(interview: Interview, question: OpenQuestion | None) -> Interview:
    """Put a question on the table, or clear it."""
    if question is None:
        return replace(interview, open=None)
    phase = Phase.CHALLENGE if question.task else Phase.QUESTION
    return replace(interview, open=question, phase=phase)


def with_every(interview: Interview, alter: Callable[[OpenQuestion], OpenQuestion]) -> Interview:
    """Alter the question on the table, the one set aside and the last one, as far as they are there."""
    return replace(
        interview,
        open=interview.open and alter(interview.open),
        aside=interview.aside and alter(interview.aside),
        last=interview.last and alter(interview.last),
    )


def without(question: OpenQuestion, *turns: TurnId) -> OpenQuestion:
    """Return a question without some of its answers; without any, nothing of it is covered."""
    answers = tuple(answer for answer in question.answers if answer.turn not in turns)
    unread = tuple(turn for turn in question.unread if turn not in turns)
    if answers or not question.answers:
        return replace(question, answers=answers, unread=unread)
    return replace(question, answers=(), unread=(), reading=None, covered=())


def expect(interview: Interview, status: Status, event: Event) -> None:
    """Raise `IllegalEvent` unless the interview has that status."""
    if interview.status is not status:
        raise IllegalEvent(f"{type(event).__name__} cannot happen while {interview.status}")
