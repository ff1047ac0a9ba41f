"""An archive in a dictionary, which forgives its caller less than a database does."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from adapters.sql.words import stored_event
from core.domain.arrivals import Arrived
from core.domain.entry import Entry, StoredEvent, restore
from core.domain.errors import NoSuchInterview, StaleTurn, StorageUnavailable
from core.domain.evolve import begin, evolve
from core.domain.interview import Interview, InterviewId
from core.domain.people import Origin, PersonId
from core.domain.question import QuestionId
from core.ports.archive import Found, Post, Summary
from core.ports.intake import TicketId
from tests.fakes.ports.memory import Memory
from tests.fakes.ports.search import search


@dataclass(slots=True)
class MemoryArchive:
    """Keeps what it is given as long as it lives; while it has a `trouble`, it raises that instead."""

    trouble: StorageUnavailable | None = None
    memory: Memory = field(default_factory=Memory)
    _logs: dict[InterviewId, list[tuple[datetime, StoredEvent]]] = field(default_factory=dict)

    async def append(
        self,
        interview: Interview,
        entries: Sequence[Entry],
        *,
        ticket: TicketId | None = None,
        post: Sequence[Post] = (),
    ) -> None:
        """Add `entries`; a bug, such as an interview that does not follow from them, fails here."""
        self.check()
        assert entries, "there is nothing to append"
        origins = [
            (interview.id, entry.event.origin)
            for entry in entries
            if isinstance(entry.event, Arrived) and entry.event.origin
        ]
        is_late = entries[0].seq != await self.head(interview.id) + 1
        is_known = bool(self.memory.origins & set(origins)) or len(set(origins)) < len(origins)
        if is_late or is_known or not self.memory.allows(interview.id, ticket, post):
            raise StaleTurn("Somebody else was first.")
        assert self._after(interview.id, entries) == interview, "that is not what these events make"
        stored = [(entry.at.astimezone(UTC), stored_event(entry.event)) for entry in entries]
        self._logs.setdefault(interview.id, []).extend(stored)
        self.memory.commit(interview, entries, ticket, post)
        self.memory.origins.update(origins)

    async def read(self, id_: InterviewId, *, after: int = 0) -> tuple[Entry, ...]:
        """Return the events, each restored from its stored form."""
        self.check()
        if len(self._logs.get(id_, ())) <= after:
            raise NoSuchInterview(f"There is no interview {id_}.")
        return tuple(
            Entry(seq=seq, at=at, event=restore(stored))
            for seq, (at, stored) in enumerate(self._logs[id_], start=1)
            if seq > after
        )

    async def head(self, id_: InterviewId) -> int:
        """Return how many events there are."""
        self.check()
        return len(self._logs.get(id_, ()))

    async def knows(self, id_: InterviewId, origin: Origin) -> bool:
        """Tell whether an event of that origin, or a later revision of it, was appended."""
        self.check()
        return self.memory.has_happened(id_, origin)

    async def summaries(self, candidate: PersonId | None = None) -> tuple[Summary, ...]:
        """Return the interviews, the last to change first."""
        self.check()
        return tuple(
            _summary(interview)
            for interview in reversed(self.memory.interviews.values())
            if candidate in (None, interview.candidate.id)
        )

    async def asked_of(self, candidate: PersonId) -> frozenset[QuestionId]:
        """Return what all interviews of this person asked."""
        self.check()
        theirs = (
            each for each in self.memory.interviews.values() if each.candidate.id == candidate
        )
        return frozenset(question for interview in theirs for question in interview.asked)

    async def search(
        self, words: str, candidate: PersonId | None = None, limit: int = 20
    ) -> tuple[Found, ...]:
        """Go through everything that was said."""
        self.check()
        assert limit > 0, "nothing was asked for"
        theirs = [
            (interview.id, await self.read(interview.id))
            for interview in self.memory.interviews.values()
            if candidate in (None, interview.candidate.id)
        ]
        return search(theirs, words)[:limit]

    def check(self) -> None:
        """Raise the trouble, if there is one."""
        if self.trouble:
            raise self.trouble

    def _after(self, id_: InterviewId, entries: Sequence[Entry]) -> Interview:
        interview = self.memory.interviews.get(id_)
        for entry in entries:
            assert entry.at.tzinfo, "a moment needs a time zone"
            interview = evolve(interview, entry) if interview else begin(id_, entry)
        assert interview
        return interview


def _summary(interview: Interview) -> Summary:
    return Summary(
        id=interview.id,
        candidate=interview.candidate.id,
        type=interview.setup.type,
        pattern=interview.pattern.id if interview.pattern else None,
        status=interview.status,
        began_at=interview.began_at,
        used_s=interview.elapsed_s,
        questions=len(interview.closed),
    )
