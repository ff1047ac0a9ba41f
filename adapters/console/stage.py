"""The terminal as a place where messages are shown."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from rich.console import Console

from adapters.console.render import recollection, render, starter
from core.domain import messages
from core.domain.challenge import Language
from core.domain.interview import Interview
from core.domain.messages import Message, MessageId
from core.domain.people import TERMINAL, Place
from core.ports.rates import Rate


async def _at_once(show: Callable[[], None]) -> None:
    show()


@dataclass(slots=True)
class ConsoleStage:
    """Prints what the interviewer says, and notes what that means for the session.

    `above` prints without disturbing what somebody is typing meanwhile.
    """

    console: Console
    place: Place = TERMINAL
    above: Callable[[Callable[[], None]], Awaitable[None]] = _at_once
    language: Language = Language.PYTHON
    over: asyncio.Event = field(default_factory=asyncio.Event)
    failures: int = 0
    losses: int = 0
    _shown: set[MessageId] = field(default_factory=set)

    def is_here(self, place: Place) -> bool:
        """Tell whether a place is this terminal, in this sitting."""
        return place == self.place

    def rate(self, place: Place) -> Rate | None:
        """Return nothing: a terminal takes whatever comes."""
        del place
        return None

    async def find(self, place: Place, message: MessageId) -> str | None:
        """Return a name if it was shown in this sitting; what one before showed cannot be asked of a terminal."""
        return place.id if message in self._shown else None

    async def show(self, place: Place, message: Message) -> str:
        """Print a message."""
        if isinstance(message, messages.ShowReport):
            self.over.set()
            return place.id
        if isinstance(message, messages.Notice) and message.is_failure:
            self.failures += 1
            self.losses += not message.is_kept
        await self.above(lambda: self._print(message))
        self._shown.add(message.id)
        return place.id

    def recall(self, interview: Interview) -> None:
        """Show where an interview stands that goes on here."""
        if interview.open:
            self.console.print(recollection(interview.open, len(interview.plan), self.language))
            self.console.print()

    def _print(self, message: Message) -> None:
        self.console.print(render(message))
        if isinstance(message, messages.Present):
            self.console.print(starter(message.task, self.language))
        self.console.print()
