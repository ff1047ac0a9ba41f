"""The terminal as a place where messages are shown."""

import asyncio
from dataclasses import dataclass, field

from rich.console import Console

from adapters.console.render import render
from core.domain import messages
from core.domain.messages import Message
from core.domain.people import Place


@dataclass(slots=True)
class ConsoleStage:
    """Prints what the interviewer says, and notes what that means for the session."""

    console: Console
    over: asyncio.Event = field(default_factory=asyncio.Event)
    failures: int = 0

    async def show(self, place: Place, message: Message) -> None:
        """Print a message."""
        del place
        if isinstance(message, messages.ShowReport):
            self.over.set()
            return
        if isinstance(message, messages.Notice) and message.is_failure:
            self.failures += 1
        self.console.print(render(message))
        self.console.print()
