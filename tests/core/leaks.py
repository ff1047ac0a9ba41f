"""What stays behind the desk, looked for in everything that was shown."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from core.bank.bank import Bank
from core.domain import outcomes
from core.domain.entry import Entry
from tests.room import BANK, Room


def check_nothing_leaked(here: Room, entries: Sequence[Entry], bank: Bank = BANK) -> None:
    """Raise if anything shown holds what stays behind the desk; for people who do not know it."""
    shown = everything_shown(here)
    given = {e.event.text for e in entries if isinstance(e.event, outcomes.HintGiven)}
    for entry in entries:
        if isinstance(entry.event, outcomes.QuestionAsked):
            for secret in _secrets(entry.event, bank, given):
                assert secret not in shown, f"leaked: {secret}"


def everything_shown(here: Room) -> str:
    """Return every text in every message, however deep."""
    return "\n".join(_texts([asdict(message) for message in here.hearing.shown]))


def _secrets(asked: outcomes.QuestionAsked, bank: Bank, given: set[str]) -> Iterator[str]:
    question = asked.question
    yield from (point.says for point in question.points)
    yield from (line.strip() for line in question.reference.split("\n") if len(line) > 25)
    yield from (hint for hint in question.hints if hint not in given)
    yield from (criterion.shows for criterion in question.criteria)
    if question.id in bank.challenges:
        challenge = bank.challenges[question.id]
        seen = json.dumps(asdict(challenge.task), default=str)
        for test in challenge.tests:
            values = json.dumps(test.arguments)[1:-1]
            if len(values) > 8 and values not in seen:
                yield values
        for source in challenge.solutions.values():
            lines = (line.strip() for line in source.split("\n"))
            yield from (line for line in lines if len(line) > 20 and line not in seen)


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for each in value.values():
                yield from _texts(each)
        case list() | tuple():
            for each in value:
                yield from _texts(each)
        case _:
            yield json.dumps(value, default=str)
