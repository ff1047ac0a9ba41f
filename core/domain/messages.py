"""What people get to hear or read; every surface finds its own form for each.

A message is a view of one event in the log, so its id is that event's place: a message that may or may not
have gone out before a crash can be told from every other.
"""

from dataclasses import dataclass
from typing import NewType, TypeAlias

from core.domain.challenge import Task
from core.domain.code import Purpose, Verdict
from core.domain.people import Audience
from core.domain.question import InterviewType, Level

MessageId = NewType("MessageId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Message:
    id: MessageId
    audience: Audience = Audience.EVERYONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Say(_Message):
    """Something said in passing: a greeting, a transition, an answer to a question back."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask(_Message):
    """A question, as number `number` of `total`."""

    number: int
    total: int
    type: InterviewType
    level: Level
    title: str
    lead: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Present(_Message):
    """A coding challenge, as number `number` of `total`."""

    number: int
    total: int
    level: Level
    title: str
    lead: str
    task: Task


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(_Message):
    """A question that digs deeper into the one before."""

    lead: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint(_Message):
    """A hint, rung `rung` of `rungs`."""

    rung: int
    rungs: int
    lead: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowVerdict(_Message):
    """What came of the code."""

    purpose: Purpose
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause(_Message):
    """The interview waits."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Farewell(_Message):
    """The interview is over; the report follows."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowReport(_Message):
    """The report is ready."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(_Message):
    """A word to one person about the handling of the interview; it is in no transcript.

    After a failure, what was sent is lost unless it is kept; then nobody needs to send it again.
    """

    text: str
    is_failure: bool = False
    is_kept: bool = False


Message: TypeAlias = (
    Notice | Say | Ask | Present | FollowUp | Hint | ShowVerdict | Pause | Farewell | ShowReport
)
