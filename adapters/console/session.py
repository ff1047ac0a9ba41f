"""One sitting in the terminal: from the first question, or from where we were, to the end or a pause."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import uuid4

from rich.console import Console

from adapters.console.help import HELP
from adapters.console.lines import Lines
from adapters.console.stage import ConsoleStage
from adapters.console.translate import Help, Slip, Translator, Wait
from core.domain import arrivals
from core.domain.arrivals import Arrival
from core.domain.errors import GreenroomError
from core.domain.interview import Interview, InterviewId, Status
from core.domain.people import Origin, Speaker
from core.ports.stage import Door


class Ended(StrEnum):
    """How a sitting ended."""

    OVER = "over"
    PAUSED = "paused"


@dataclass(slots=True, kw_only=True)
class Session:
    """Carries lines to the interviewer until the interview is over or the candidate leaves."""

    door: Door
    stage: ConsoleStage
    console: Console
    by: Speaker
    interview: Interview | None = None
    _count: int = 0
    _sitting: str = field(default_factory=lambda: uuid4().hex[:8])

    def saw(self, interview: Interview) -> None:
        """Note how the interview stands after a turn."""
        self.interview = interview

    def take_up(self, interview: Interview) -> None:
        """Go on with an interview that began in another sitting, as its candidate."""
        self.by = interview.candidate
        self.interview = interview

    async def talk(self, id_: InterviewId, lines: Lines, translate: Translator) -> Ended:
        """Listen until the interview is over, or paused and left."""
        async with asyncio.TaskGroup() as tasks:
            watcher = tasks.create_task(self._close_when_over(lines))
            while not self.stage.over.is_set():
                line = await lines.next()
                if self.stage.over.is_set():
                    break
                if line is None:
                    await self._leave(id_)
                    break
                await self._take(id_, line, translate)
            watcher.cancel()
        return Ended.OVER if self.stage.over.is_set() else Ended.PAUSED

    def origin(self) -> Origin:
        """Return a name for the next line that no other line has."""
        self._count += 1
        return Origin(f"{self._sitting}-{self._count}")

    async def _take(self, id_: InterviewId, line: str, translate: Translator) -> None:
        match translate(line, self.origin()):
            case None:
                return
            case Help():
                self.console.print(HELP)
            case Wait():
                self.console.print("/wait is for scripts; here time passes by itself.", style="dim")
            case Slip(text):
                self.console.print(text, style="yellow", markup=False)
            case arrival:
                await self._submit(id_, arrival)

    async def _leave(self, id_: InterviewId) -> None:
        if self.interview and self.interview.status is Status.IN_PROGRESS:
            await self._submit(id_, arrivals.PauseAsked(by=self.by, origin=self.origin()))

    async def _submit(self, id_: InterviewId, arrival: Arrival) -> None:
        try:
            await self.door.submit(id_, arrival)
            await self.door.settled(id_)
        except GreenroomError as error:
            self.console.print(error.reply, style="yellow", markup=False)

    async def _close_when_over(self, lines: Lines) -> None:
        await self.stage.over.wait()
        lines.close()


def status_line(interview: Interview | None, now: datetime) -> str:
    """Return the line that is always in sight: the clock, the question, the hints."""
    if interview is None:
        return ""
    if interview.status is Status.PAUSED:
        return " paused · the clock stands still · /resume or just answer · Ctrl-D leaves"
    left_s = int(interview.budget.left(now))
    clock = f"{left_s // 60:02d}:{left_s % 60:02d} left"
    number = interview.open.number if interview.open else len(interview.asked)
    hints = f" · {interview.hints_left} hints" if interview.setup.hints else ""
    return f" {clock} · question {number} of {len(interview.plan)}{hints} · /help · Alt+Enter: new line"
