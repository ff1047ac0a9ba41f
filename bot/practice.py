"""A practice interview in the terminal, from its first question to its report."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from secrets import randbelow, token_hex

import typer
from rich.console import Console
from rich.text import Text

from adapters.clock import ScriptedClock, SystemClock
from adapters.console.script import read_script
from adapters.console.session import Ended, Session
from adapters.console.stage import ConsoleStage
from bot.bank import open_bank
from bot.finding import found
from bot.jobs import Practice
from bot.leaving import leaving
from bot.newcomer import NEWCOMER
from bot.report import check_folder, show
from bot.settings import Settings
from bot.sitting import Sitting
from bot.trouble import FAILED
from bot.wiring import House, house
from core.bank.bank import Bank
from core.domain.interview import InterviewId
from core.domain.people import PersonId, Place, PlaceKind, Role, Speaker
from core.domain.setup import Setup

# A scripted interview is held on a pretended day, so that it is the same on every day.
SCRIPT_BEGINS = datetime(2026, 1, 5, 9, tzinfo=UTC)
YOU = Speaker(id=PersonId("terminal"), name="You", role=Role.CANDIDATE)
_USUAL_MINUTES = 60
_SHORT_SEED = 10_000


def practice(settings: Settings, wish: Practice, screen: Console, ready: Callable[[], None]) -> int:
    """Hold the interview and return the exit code; `ready` is called just before it begins."""
    check_folder(wish.out)
    lines = None if wish.script is None else read_script(wish.script)
    bank = open_bank(settings)
    held = _Practice(settings, wish, screen, bank, _setup(wish, bank))
    return asyncio.run(held.hold(lines, ready))


@dataclass(frozen=True, slots=True)
class _Practice:
    settings: Settings
    wish: Practice
    screen: Console
    bank: Bank
    setup: Setup

    async def hold(self, lines: list[str] | None, ready: Callable[[], None]) -> int:
        clock = SystemClock() if lines is None else ScriptedClock(SCRIPT_BEGINS)
        place = Place(kind=PlaceKind.TERMINAL, id=f"terminal-{token_hex(8)}")
        stage = ConsoleStage(self.screen, place, language=self.setup.code_language)
        stages = {PlaceKind.TERMINAL: stage}
        by, has_history = (YOU, True) if lines is None else (NEWCOMER, False)
        with leaving() as heard:
            async with house(
                self.settings, self.bank, clock, stages, has_history=has_history
            ) as rooms:
                session = Session(door=rooms.core.inbox, stage=stage, console=self.screen, by=by)
                rooms.core.interviews.watchers.append(session.saw)
                heard.stop = session.stop
                ready()
                if heard.is_heard:
                    self.screen.print("Stopped before the interview began.")
                    return heard.exit_code
                sitting = Sitting(rooms, session, self.screen, self.setup)
                id_ = await self._wanted(rooms) or await sitting.begin()
                async with self._kept(rooms, id_):
                    ended = await self._sit(sitting, id_, clock, lines or [])
                if session.interview is None:
                    # Whatever kept it from beginning was said already.
                    return FAILED
                return await self._finish(rooms, id_, ended, heard.exit_code)

    @asynccontextmanager
    async def _kept(self, rooms: House, id_: InterviewId) -> AsyncIterator[None]:
        """Hold the interview; a process that was killed holds on to it for some seconds."""
        async with AsyncExitStack() as stack:
            with self.screen.status("Taking the interview over…", spinner_style="dim"):
                await stack.enter_async_context(rooms.core.usher.keeping(id_))
            yield

    async def _wanted(self, rooms: House) -> InterviewId | None:
        """Return the interview to go on with; else mention those that wait."""
        if self.wish.resume is not None:
            return found(self.wish.resume, await rooms.archive.summaries(), to_resume=True)
        if self.wish.script is None:
            await self._mention_unfinished(rooms)
        return None

    async def _sit(
        self,
        sitting: Sitting,
        id_: InterviewId,
        clock: SystemClock | ScriptedClock,
        lines: list[str],
    ) -> Ended:
        if self.wish.resume is not None:
            await sitting.go_on(id_, clock)
        if sitting.session.interview is None:
            return Ended.FAILED
        if isinstance(clock, ScriptedClock):
            return await sitting.play(id_, clock, lines, self.wish.script or Path())
        return await sitting.talk(id_)

    async def _mention_unfinished(self, rooms: House) -> None:
        summaries = await rooms.archive.summaries(YOU.id)
        waiting = [each.id for each in summaries if not each.status.is_final]
        if waiting:
            many = f" ({len(waiting)} wait; `greenroom history` lists them)" * (len(waiting) > 1)
            told = f"An earlier interview waits{many}: greenroom practice --resume {waiting[0]}"
            self.screen.print(Text(told, style="dim"))
            self.screen.print()

    async def _finish(self, rooms: House, id_: InterviewId, ended: Ended, stopped: int) -> int:
        if ended is Ended.OVER:
            return await self._report(rooms, id_)
        resume = ("greenroom practice --resume " + id_, "bold")
        self.screen.print(Text.assemble("The interview is kept. To go on: ", resume))
        if ended is Ended.STOPPED:
            return stopped
        if ended is Ended.FAILED:
            return FAILED
        if self.wish.script or self.wish.out:
            return await self._report(rooms, id_)
        return 0

    async def _report(self, rooms: House, id_: InterviewId) -> int:
        folder = self.wish.out or self.settings.reports / id_
        return await show(rooms.desk, rooms.documents, self.screen, id_, folder)


def _setup(wish: Practice, bank: Bank) -> Setup:
    if wish.company is not None and wish.company not in bank.patterns:
        raise _unknown("company pattern", wish.company, list(bank.patterns), "--company")
    if wish.persona not in bank.personas:
        raise _unknown("persona", wish.persona, list(bank.personas), "--persona")
    usual = bank.patterns[wish.company].minutes if wish.company else _USUAL_MINUTES
    return Setup(
        type=wish.type,
        pattern=wish.company,
        level=wish.level,
        questions=wish.questions,
        minutes=wish.minutes or usual,
        persona=wish.persona,
        hints=wish.hints,
        code_language=wish.language,
        seed=randbelow(_SHORT_SEED) if wish.seed is None else wish.seed,
    )


def _unknown(what: str, wanted: str, known: list[str], option: str) -> typer.BadParameter:
    choices = ", ".join(known)
    sentence = f"There is no {what} {wanted!r}. Choose from {choices}."
    return typer.BadParameter(sentence, param_hint=option)
