"""A practice interview in the terminal, from its first question to its report."""

import asyncio
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from secrets import randbelow, token_hex

from rich.console import Console

from adapters.clock import ScriptedClock, SystemClock
from adapters.console.card import card
from adapters.console.lines import Keyboard, Lines, Pipe
from adapters.console.script import Script, read_script
from adapters.console.session import Ended, Session, status_line
from adapters.console.stage import ConsoleStage
from adapters.console.translate import Translator
from bot.settings import Settings
from bot.wiring import House, house
from core.bank.bank import Bank
from core.domain import arrivals
from core.domain.challenge import Language
from core.domain.errors import Refused
from core.domain.interview import InterviewId, Status
from core.domain.people import TERMINAL, PersonId, PlaceKind, Role, Speaker
from core.domain.setup import Setup
from core.ports.clock import Clock
from core.timers import Timers

# A scripted interview is held on a pretended day, so that it is the same on every day.
SCRIPT_BEGINS = datetime(2026, 1, 5, 9, tzinfo=UTC)
YOU = Speaker(id=PersonId("terminal"), name="You", role=Role.CANDIDATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What was asked for on the command line."""

    setup: Setup
    resume: InterviewId | None
    script: Path | None
    out: Path | None


async def practice(settings: Settings, wish: Wish, console: Console) -> int:
    """Hold the interview; return the exit code."""
    lines = read_script(wish.script) if wish.script else None
    clock: Clock = SystemClock() if lines is None else ScriptedClock(SCRIPT_BEGINS)
    stage = ConsoleStage(console)
    # A scripted candidate is somebody new each time: nobody's history decides its questions.
    by = YOU if lines is None else Speaker(
        id=PersonId(f"script:{token_hex(4)}"), name="Scripted candidate", role=Role.CANDIDATE
    )  # fmt: skip
    async with house(settings, clock, {PlaceKind.TERMINAL: stage}) as rooms:
        session = Session(door=rooms.inbox, stage=stage, console=console, by=by)
        rooms.interviews.watchers.append(session.saw)
        sitting = _Sitting(settings, wish, console, rooms, session)
        if isinstance(clock, ScriptedClock):
            return await sitting.scripted(clock, lines or [])
        return await sitting.live(clock)


@dataclass(frozen=True, slots=True)
class _Sitting:
    settings: Settings
    wish: Wish
    console: Console
    rooms: House
    session: Session

    async def live(self, clock: Clock) -> int:
        """Talk with whoever types."""
        timers = Timers(self.rooms.inbox, clock)
        self.rooms.interviews.watchers.append(timers.watch)
        async with asyncio.TaskGroup() as tasks:
            ringing = tasks.create_task(timers.run())
            id_ = await self._start()
            lines = self._lines(clock, lambda: timers.stir(id_))
            ended = await self.session.talk(id_, lines, self._translator(Path.cwd()))
            ringing.cancel()
        return await self._finish(id_, ended)

    async def scripted(self, clock: ScriptedClock, lines: list[str]) -> int:
        """Play a script."""
        if self.wish.resume:
            clock.turn_to((await self.rooms.interviews.current(self.wish.resume)).now)
        id_ = await self._start()
        script = self.wish.script or Path()
        play = Script(
            session=self.session,
            clock=clock,
            translate=self._translator(Path.cwd(), script.parent),
            console=self.console,
        )
        await play.play(id_, lines)
        over = self.session.stage.over.is_set()
        return await self._finish(id_, Ended.OVER if over else Ended.PAUSED)

    async def _start(self) -> InterviewId:
        if self.wish.resume is None:
            _check(self.wish.setup, self.rooms.bank)
            request = arrivals.InterviewRequested(
                by=self.session.by, setup=self.wish.setup, place=TERMINAL
            )
            return await self.rooms.inbox.open(request)
        id_ = self.wish.resume
        interview = await self.rooms.interviews.current(id_)
        self.session.take_up(interview)
        if interview.status.is_final:
            raise Refused(f"Interview {id_} is over. `greenroom report {id_}` shows its report.")
        if interview.status is Status.IN_PROGRESS:
            lost = arrivals.PlaceLost(by=self.session.by, origin=self.session.origin())
            await self.rooms.interviews.handle(id_, lost)
        resumed = arrivals.ResumeAsked(by=self.session.by, origin=self.session.origin())
        await self.rooms.interviews.handle(id_, resumed)
        return id_

    def _lines(self, clock: Clock, typing: Callable[[], None]) -> Lines:
        if not sys.stdin.isatty():
            return Pipe()
        return Keyboard(lambda: status_line(self.session.interview, clock.now()), typing)

    def _translator(self, *folders: Path) -> Translator:
        def language() -> Language:
            interview = self.session.interview
            return interview.code_language if interview else self.wish.setup.code_language

        return Translator(self.session.by, folders, language)

    async def _finish(self, id_: InterviewId, ended: Ended) -> int:
        if ended is Ended.PAUSED:
            self.console.print(f"To go on: [bold]greenroom practice --resume {id_}[/]")
        if ended is Ended.OVER or self.wish.out or self.wish.script:
            await show_report(
                self.rooms, self.console, id_, self.wish.out or self.settings.reports / id_
            )
        return 1 if self.session.stage.failures else 0


async def show_report(rooms: House, console: Console, id_: InterviewId, folder: Path) -> None:
    """Write the report's files and show its card."""
    report = await rooms.desk.of(id_)
    paths = await rooms.documents.write(report, folder)
    console.print(card(report))
    console.print("Written: " + ", ".join(str(path) for path in paths), style="dim", markup=False)


def new_seed() -> int:
    """Return a seed short enough to be typed again."""
    return randbelow(10_000)


def _check(setup: Setup, bank: Bank) -> None:
    """Raise `Refused` if the setup names what the bank does not have."""
    if setup.pattern and setup.pattern not in bank.patterns:
        raise Refused(
            f"There is no company pattern {setup.pattern!r}. Choose from {', '.join(bank.patterns)}."
        )
    if setup.persona not in bank.personas:
        raise Refused(
            f"There is no persona {setup.persona!r}. Choose from {', '.join(bank.personas)}."
        )
