"""What the interviewer makes of the candidate's words, and what it decides to do next."""

from dataclasses import dataclass
from enum import StrEnum

from core.domain.question import FollowUpKind, PointId


class Intent(StrEnum):
    """What the candidate wants with what they said."""

    ANSWER = "answer"
    CORRECTION = "correction"
    QUESTION_BACK = "question_back"
    HINT = "hint"
    REPEAT = "repeat"
    SKIP = "skip"
    GIVE_UP = "give_up"
    PAUSE = "pause"
    END = "end"
    GO_BACK = "go_back"
    THINKING = "thinking"
    SMALL_TALK = "small_talk"
    PRY = "pry"
    ABUSE = "abuse"
    DISTRESS = "distress"


class Depth(StrEnum):
    """How much an answer holds."""

    EMPTY = "empty"
    THIN = "thin"
    PARTIAL = "partial"
    STRONG = "strong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A prepared follow-up whose words the candidate used, with the words themselves."""

    follow_up: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one message of the candidate means; `covered` counts the whole question so far."""

    intent: Intent
    depth: Depth = Depth.EMPTY
    covered: tuple[PointId, ...] = ()
    heard: tuple[Heard, ...] = ()
    quote: str = ""
    words: int = 0


class Move(StrEnum):
    """What the interviewer decides to do next."""

    BEGIN = "begin"
    ASK = "ask"
    FOLLOW_UP = "follow_up"
    HINT = "hint"
    REPLY = "reply"
    GO_BACK = "go_back"
    PAUSE = "pause"
    RESUME = "resume"
    CLOSE = "close"
    EVALUATE = "evaluate"
    WAIT = "wait"


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """A follow-up that came to the interviewer's mind, and the words of the candidate it picks up."""

    id: str
    kind: FollowUpKind
    text: str
    quote: str = ""
