"""What was said: turns with their ids, so that a score can point at them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from core.domain.people import Audience, Speaker

TurnId = NewType("TurnId", str)


class TurnKind(StrEnum):
    """What a turn is for."""

    GREETING = "greeting"
    QUESTION = "question"
    FOLLOW_UP = "follow_up"
    HINT = "hint"
    REMARK = "remark"
    ANSWER = "answer"
    REQUEST = "request"
    CODE = "code"
    VERDICT = "verdict"


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One thing that was said; `question` is the number of the question it belongs to."""

    id: TurnId
    kind: TurnKind
    speaker: Speaker
    text: str
    at_s: float
    question: int | None = None
    audience: Audience = Audience.EVERYONE
    is_revised: bool = False
    is_withdrawn: bool = False
    is_spoken: bool = False
