"""One sitting: how an interview begins or goes on, and where the candidate's words come from."""

import sys
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.text import Text

from adapters.clock import ScriptedClock, SystemClock
from adapters.console.keyboard import Keyboard
from adapters.console.lines import Lines
from adapters.console.pipe import Pipe
from adapters.console.render import echo
from adapters.console.script import Script
from adapters.console.session import Ended, Session
from adapters.console.status import status_line
from adapters.console.translate import Translator
from bot.wiring import House
from core.domain import arrivals
from core.domain.arrivals import Arrival
from core.domain.challenge import Language
from core.domain.errors import Refused
from core.domain.interview import InterviewId, Phase, Status
from core.domain.setup import Setup


@dataclass(frozen=True, slots=True)
class Sitting:
    """Holds one interview with whoever types, or with a script."""

    rooms: House
    session: Session
    screen: Console
    setup: Setup

    async def begin(self) -> InterviewId:
        """Ask for a new interview."""
        by, place = self.session.by, self.session.stage.place
        return await self.rooms.core.inbox.open(
            arrivals.InterviewRequested(by=by, setup=self.setup, place=place)
        )

    async def go_on(self, id_: InterviewId, clock: SystemClock | ScriptedClock) -> None:
        """Take up an interview that was paused, or that a crash cut off; raise `Refused` if it is over."""
        interview = await self.rooms.core.interviews.look(id_)
        if interview.status.is_final:
            raise Refused(f"Interview {id_} is over. `greenroom report {id_}` shows its report.")
        if isinstance(clock, ScriptedClock):
            clock.turn_to(interview.now)
        self.session.take_up(interview)
        by, place = self.session.by, self.session.stage.place
        steps: list[Arrival] = [
            arrivals.PlaceMoved(by=by, origin=self.session.origin(), place=place)
        ]
        if interview.phase is not Phase.EVALUATING:
            if interview.status is Status.IN_PROGRESS:
                steps.append(arrivals.PlaceLost(by=by, origin=self.session.origin()))
            steps.append(arrivals.ResumeAsked(by=by, origin=self.session.origin()))
        for step in steps:
            await self.session.submit(id_, step)

    async def talk(self, id_: InterviewId) -> Ended:
        """Talk with whoever types; the clock speaks up when it has to."""
        self.rooms.core.usher.watch(id_)
        await self.rooms.core.inbox.settled(id_)
        if self.session.is_closing:
            return Ended.FAILED
        lines = self._lines(id_)
        return await self.session.talk(id_, lines, self._translator(Path()))

    async def play(
        self, id_: InterviewId, clock: ScriptedClock, lines: list[str], script: Path
    ) -> Ended:
        """Play a script, which may name files in its own folder."""
        if not any(line.strip() for line in lines):
            empty = "The script holds no messages, so the interview ends as it begins."
            self.screen.print(Text(empty, style="yellow"))
        translate = self._translator(Path(), script.parent)
        play = Script(session=self.session, clock=clock, translate=translate, console=self.screen)
        return await play.play(id_, lines)

    def _lines(self, id_: InterviewId) -> Lines:
        if sys.stdin is None:
            raise Refused("There is no input to read answers from. Run this in a terminal.")
        if not sys.stdin.isatty():
            return Pipe(echo=lambda line: self.screen.print(echo(line)))
        if not sys.stdout.isatty() or self.screen.is_dumb_terminal:
            return Pipe(ask=lambda: self.screen.print("you ▸ ", end=""))

        def status(width: int) -> str:
            return status_line(self.session.interview, core.timers.clock.now(), width)

        core = self.rooms.core
        keyboard = Keyboard(status, lambda: core.timers.stir(id_))
        self.session.stage.above = keyboard.above
        return keyboard

    def _translator(self, *folders: Path) -> Translator:
        def language() -> Language:
            interview = self.session.interview
            return interview.code_language if interview else self.setup.code_language

        return Translator(self.session.by, folders, language)
