"""The event log: what happened, for good."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeAlias

from core.domain.entry import Entry
from core.domain.interview import Interview, InterviewId, Status
from core.domain.messages import MessageId
from core.domain.people import Origin, PersonId, Place
from core.domain.question import InterviewType, QuestionId
from core.ports.intake import TicketId

# A message, the place of its event in the log, and where it has to go.
Post: TypeAlias = tuple[MessageId, int, Place]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One line of a list of interviews."""

    id: InterviewId
    candidate: PersonId
    type: InterviewType
    pattern: str | None
    status: Status
    began_at: datetime
    used_s: float
    questions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Something that was said: where in the log, and some of its words."""

    interview: InterviewId
    seq: int
    excerpt: str


class Archive(Protocol):
    """Keeps every interview's events in order; each place in the order is taken once."""

    async def append(
        self,
        interview: Interview,
        entries: Sequence[Entry],
        *,
        ticket: TicketId | None = None,
        post: Sequence[Post] = (),
    ) -> None:
        """Add `entries`, whose last makes the interview what it is; all of them or none.

        In the same breath the arrival that `ticket` stands for is let go of, the messages in `post`
        are due, and the clock's next word is noted. Raises `StaleTurn` if one of the places or
        origins is taken, or if the arrival, or a later revision of it, was handled before, or the
        messages posted;
        `StorageFull` and other `StorageUnavailable` if they could not be written.
        """
        ...

    async def read(self, id_: InterviewId, *, after: int = 0) -> tuple[Entry, ...]:
        """Return an interview's events after one of them, in order; raise `NoSuchInterview` if there are none."""
        ...

    async def head(self, id_: InterviewId) -> int:
        """Return the seq of an interview's last event; 0 if there is none."""
        ...

    async def knows(self, id_: InterviewId, origin: Origin) -> bool:
        """Tell whether what the platform calls `origin`, or a later revision of it, has happened already."""
        ...


class Shelf(Protocol):
    """Finds interviews in the archive."""

    async def summaries(self, candidate: PersonId | None = None) -> tuple[Summary, ...]:
        """Return one line for each interview, the latest first."""
        ...

    async def asked_of(self, candidate: PersonId) -> frozenset[QuestionId]:
        """Return what this person was ever asked."""
        ...

    async def search(
        self, words: str, candidate: PersonId | None = None, limit: int = 20
    ) -> tuple[Found, ...]:
        """Return where all of `words` were said at once, best first; they are words, whatever they look like.

        Questions, follow-ups, hints, answers and code are searched as everyone may read them now: an
        answer that was revised by its new words, one that was taken back not at all. Neither case nor
        accents count, nor how an English word ends.
        """
        ...
