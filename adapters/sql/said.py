"""What was said, as it can be found: kept up with the event log, in the same transactions."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import delete, insert, update
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.sql.tables import said
from adapters.sql.terms import MOST_CHARS, terms_of
from core.domain import arrivals, outcomes
from core.domain.entry import Entry, Event
from core.domain.interview import InterviewId
from core.domain.people import Audience, PersonId
from core.domain.record import Line, line_of, turn_id
from core.domain.transcript import TurnId, TurnKind

# What people look for; who asks for a hint says nothing of interest.
_FOUND = frozenset(
    {TurnKind.QUESTION, TurnKind.FOLLOW_UP, TurnKind.HINT, TurnKind.ANSWER, TurnKind.CODE}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Saying:
    seq: int
    kind: TurnKind
    text: str


@dataclass(slots=True)
class _Change:
    """What some events add to what was said before them, and what they change in it."""

    turns: int
    new: dict[TurnId, _Saying] = field(default_factory=dict)
    # None: taken back, and nothing puts it into other words afterwards.
    old: dict[TurnId, str | None] = field(default_factory=dict)

    def happen(self, entry: Entry) -> None:
        """Take an event in."""
        if line := line_of(entry.event):
            self.turns += 1
            if _can_be_found(line):
                saying = _Saying(seq=entry.seq, kind=line.kind, text=line.text)
                self.new[turn_id(self.turns)] = saying
        match entry.event:
            case arrivals.AnswerRevised(turn=str(turn), text=text):
                self._revise(TurnId(turn), text)
            case arrivals.AnswerWithdrawn(turn=str(turn)) | outcomes.AnswerStruck(turn=str(turn)):
                self._take_back(TurnId(turn))
            case _:
                pass

    def _revise(self, turn: TurnId, text: str) -> None:
        saying = self.new.get(turn)
        if saying is None:
            if self.old.get(turn, "") is not None:
                self.old[turn] = text
        elif saying.kind is TurnKind.ANSWER:
            self.new[turn] = replace(saying, text=text)

    def _take_back(self, turn: TurnId) -> None:
        saying = self.new.get(turn)
        if saying is None:
            self.old[turn] = None
        elif saying.kind is TurnKind.ANSWER:
            del self.new[turn]


def lines_in(events: Sequence[Event]) -> int:
    """Return how many turns of a transcript these events are."""
    return sum(line_of(event) is not None for event in events)


async def keep_said(
    connection: AsyncConnection,
    id_: InterviewId,
    candidate: PersonId,
    entries: Sequence[Entry],
    *,
    turns: int,
) -> None:
    """Let what `entries` say be found, after so many `turns` before them."""
    change = _Change(turns)
    for entry in entries:
        change.happen(entry)
    if change.new:
        rows = [
            {
                "interview_id": id_,
                "turn_id": turn,
                "seq": saying.seq,
                "candidate_id": candidate,
                "kind": saying.kind,
                **_written(saying.text),
            }
            for turn, saying in change.new.items()
        ]
        await connection.execute(insert(said), rows)
    for turn, text in change.old.items():
        its = (said.c.interview_id == id_, said.c.turn_id == turn, said.c.kind == TurnKind.ANSWER)
        if text is None:
            await connection.execute(delete(said).where(*its))
        else:
            await connection.execute(update(said).where(*its).values(_written(text)))


def _can_be_found(line: Line) -> bool:
    return line.kind in _FOUND and line.audience is Audience.EVERYONE


def _written(text: str) -> dict[str, str]:
    return {"text": text[:MOST_CHARS], "words": " ".join(terms_of(text))}
