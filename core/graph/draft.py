"""A turn while it is being thought: nothing in it is said or kept before it commits."""

from dataclasses import dataclass, field

from core.domain.arrivals import Arrival, Arrived
from core.domain.changes import IllegalEvent
from core.domain.entry import Entry
from core.domain.evolve import evolve
from core.domain.interview import Interview
from core.domain.outcomes import Outcome


@dataclass(slots=True)
class Draft:
    """The interview as the turn leaves it so far, and the events of the turn."""

    interview: Interview
    entries: list[Entry] = field(default_factory=list)

    @property
    def arrival(self) -> Arrival:
        """What the turn is an answer to."""
        event = self.entries[0].event
        if not isinstance(event, Arrived):
            raise IllegalEvent(f"a turn cannot begin with {type(event).__name__}")
        return event

    def copy(self) -> "Draft":
        """Return a draft to think further, so that a thought that fails leaves this one as it is."""
        return Draft(self.interview, list(self.entries))

    def arrive(self, entry: Entry) -> None:
        """Begin the turn with what arrived."""
        self.interview = evolve(self.interview, entry)
        self.entries = [entry]

    def add(self, event: Outcome) -> None:
        """Let something follow; the interview moves on at once."""
        seq, at = self.interview.seq + 1, self.interview.now
        entry = Entry(seq=seq, at=at, event=event)
        self.interview = evolve(self.interview, entry)
        self.entries.append(entry)
