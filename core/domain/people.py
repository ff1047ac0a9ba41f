"""Who takes part in an interview, where they are, and who may read what."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

PersonId = NewType("PersonId", str)


class Role(StrEnum):
    """What somebody is there for."""

    CANDIDATE = "candidate"
    INTERVIEWER = "interviewer"
    PANEL = "panel"
    COACH = "coach"
    OBSERVER = "observer"
    CLOCK = "clock"
    SANDBOX = "sandbox"


class Audience(StrEnum):
    """Who may read a message."""

    EVERYONE = "everyone"
    CANDIDATE = "candidate"
    COACHES = "coaches"


class PlaceKind(StrEnum):
    """The kinds of places where an interview is held, and the one where its code is run."""

    TERMINAL = "terminal"
    THREAD = "thread"
    VOICE = "voice"
    OBSERVER_THREAD = "observer_thread"
    SANDBOX = "sandbox"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something was said, or is to be said."""

    kind: PlaceKind
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gallery:
    """A place from which an interview is followed; its audience reads what is meant for it."""

    place: Place
    audience: Audience


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Somebody who says or does something."""

    id: PersonId
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Origin:
    """The platform's own name for what happened: the same one twice is one happening."""

    message: str
    revision: int = 0


INTERVIEWER = Speaker(id=PersonId("greenroom"), name="Interviewer", role=Role.INTERVIEWER)
CLOCK = Speaker(id=PersonId("clock"), name="Clock", role=Role.CLOCK)
SANDBOX = Speaker(id=PersonId("sandbox"), name="Sandbox", role=Role.SANDBOX)
TERMINAL = Place(kind=PlaceKind.TERMINAL, id="terminal")
