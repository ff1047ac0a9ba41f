"""A platform whose places come and go, and which minds how often something is shown."""

from dataclasses import dataclass, field

from core.domain.messages import Message, MessageId
from core.domain.people import Place, PlaceKind
from core.ports.rates import Rate

THREAD = Place(kind=PlaceKind.THREAD, id="thread")
VOICE = Place(kind=PlaceKind.VOICE, id="voice")


@dataclass(slots=True)
class Platform:
    """Shows what it is given, unless it has a trouble; it can be asked what it showed."""

    troubles: list[Exception] = field(default_factory=list)
    after: list[Exception] = field(default_factory=list)
    limit: Rate | None = None
    away: set[Place] = field(default_factory=set)
    shown: list[tuple[Place, Message]] = field(default_factory=list)
    looked: list[MessageId] = field(default_factory=list)

    def is_here(self, place: Place) -> bool:
        """Tell whether a place is within reach."""
        return place not in self.away

    def rate(self, place: Place) -> Rate | None:
        """Return the platform's limit."""
        del place
        return self.limit

    async def find(self, place: Place, message: MessageId) -> str | None:
        """Look for a message."""
        self.looked.append(message)
        return f"name of {message}" if message in self.ids(place) else None

    async def show(self, place: Place, message: Message) -> str:
        """Show a message, or fail before or after that."""
        if self.troubles:
            raise self.troubles.pop(0)
        self.shown.append((place, message))
        if self.after:
            raise self.after.pop(0)
        return f"name of {message.id}"

    def ids(self, place: Place) -> list[MessageId]:
        """Return what was shown in a place, in order."""
        return [message.id for where, message in self.shown if where == place]
