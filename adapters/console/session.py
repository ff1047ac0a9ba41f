"""One sitting in the terminal: from the first question, or from where we were, to the end or a pause."""

import asyncio
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import uuid4

from rich.console import Console
from rich.text import Text

from adapters.console.commands import help_table
from adapters.console.lines import Leave, Lines
from adapters.console.stage import ConsoleStage
from adapters.console.translate import Help, Slip, Translator, Wait, remark
from core.domain import arrivals
from core.domain.arrivals import Arrival
from core.domain.errors import GreenroomError
from core.domain.interview import Interview, InterviewId, Phase, Status
from core.domain.people import Origin, Speaker
from core.ports.stage import Door

# A slip in a longer line is better mended than typed again.
_WORTH_KEEPING = 40


class Ended(StrEnum):
    """How a sitting ended."""

    OVER = "over"
    LEFT = "left"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(slots=True, kw_only=True)
class Session:
    """Carries lines to the interviewer until the interview is over or the candidate leaves."""

    door: Door
    stage: ConsoleStage
    console: Console
    by: Speaker
    interview: Interview | None = None
    is_stopped: bool = False
    was_kept: bool = False
    _lines: Lines | None = None
    _count: int = 0
    _sitting: str = field(default_factory=lambda: uuid4().hex[:8])

    @property
    def is_closing(self) -> bool:
        """Whether all is said, and only the evaluation is still to come."""
        return self.interview is not None and self.interview.phase is Phase.EVALUATING

    def saw(self, interview: Interview) -> None:
        """Note how the interview stands after a turn."""
        self.interview = interview
        self.stage.language = interview.code_language

    def take_up(self, interview: Interview) -> None:
        """Go on with an interview that began in another sitting, as its candidate."""
        self.by = interview.candidate
        self.saw(interview)
        self.stage.recall(interview)

    def stop(self) -> None:
        """Pause and leave as soon as what is being handled is done."""
        self.is_stopped = True
        if self._lines:
            self._lines.close()

    async def talk(self, id_: InterviewId, lines: Lines, translate: Translator) -> Ended:
        """Listen until the interview is over, or paused and left."""
        self._lines = lines
        async with asyncio.TaskGroup() as tasks:
            watcher = tasks.create_task(self._close_when_over(lines))
            ended = await self._listen(id_, lines, translate)
            watcher.cancel()
        return ended

    async def submit(self, id_: InterviewId, arrival: Arrival) -> bool:
        """Hand something over and wait until it was handled; tell whether that went well.

        What was kept but not handled is handled later, so it must not be handed over again.
        """
        if said := remark(arrival):
            self.console.print(said, style="dim")
        failures, losses = self.stage.failures, self.stage.losses
        self.was_kept = False
        try:
            await self.door.submit(id_, arrival)
            await self.door.settled(id_)
            self.was_kept = self.stage.losses == losses
        except GreenroomError as error:
            self.console.print(error.reply, style="yellow")
            return False
        return self.stage.failures == failures

    async def leave(self, id_: InterviewId) -> None:
        """Pause what is still going on."""
        if not self.is_closing and self.interview and self.interview.status is Status.IN_PROGRESS:
            await self.submit(id_, arrivals.PauseAsked(by=self.by, origin=self.origin()))

    def origin(self) -> Origin:
        """Return a name for the next line that no other line has."""
        self._count += 1
        return Origin(f"{self._sitting}-{self._count}")

    async def _listen(self, id_: InterviewId, lines: Lines, translate: Translator) -> Ended:
        while not self.stage.over.is_set():
            line = Leave.STOP if self.is_stopped else await lines.next()
            if self.stage.over.is_set():
                break
            if isinstance(line, Leave):
                await self.leave(id_)
                is_stopped = self.is_stopped or line is Leave.STOP
                return Ended.STOPPED if is_stopped else Ended.LEFT
            is_done = await self._take(id_, line, translate)
            if not is_done and not self.was_kept and not lines.offer(line):
                return Ended.FAILED
            if self.is_closing:
                # The evaluation was tried, and said why it failed.
                return Ended.FAILED
        return Ended.OVER

    async def _take(self, id_: InterviewId, line: str, translate: Translator) -> bool:
        """Do what a line says; tell whether it was taken."""
        meaning = await asyncio.to_thread(translate, line, self.origin())
        if meaning is None:
            return True
        self.console.print()
        match meaning:
            case Help():
                self.console.print(help_table(), "")
            case Wait():
                self.console.print(
                    "/wait is for scripts; here time passes by itself.\n", style="dim"
                )
            case Slip(text):
                self.console.print(Text(f"{text}\n", style="yellow"))
                if self._lines and len(line) > _WORTH_KEEPING:
                    self._lines.offer(line)
            case arrival:
                return await self.submit(id_, arrival)
        return True

    async def _close_when_over(self, lines: Lines) -> None:
        await self.stage.over.wait()
        lines.close()
