"""Plays a scripted candidate on a clock of its own, so that the same script gives the same interview."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from rich.console import Console, RenderableType
from rich.text import Text

from adapters.clock import ScriptedClock
from adapters.console.commands import help_table
from adapters.console.render import echo
from adapters.console.session import Ended, Session
from adapters.console.translate import Help, Slip, Translator, Wait
from core.domain import arrivals
from core.domain.arrivals import Arrival, ClockRang
from core.domain.errors import Refused
from core.domain.interview import InterviewId
from core.domain.outcomes import PauseReason
from core.domain.people import CLOCK, Origin
from core.domain.wakes import next_wake

SCRIPT_BYTES = 16 * 1024 * 1024
# A person reads the question, thinks, and types about this fast; and since somebody who types is not
# silent, no line takes so long that the interviewer would ask whether anybody is there.
_THINK_S, _CHARS_PER_S, _LONGEST_S = 6.0, 12.0, 80.0


@dataclass(slots=True, kw_only=True)
class Script:
    """Plays one candidate message a line, commands included."""

    session: Session
    clock: ScriptedClock
    translate: Translator
    console: Console

    async def play(self, id_: InterviewId, lines: list[str]) -> Ended:
        """Play every line; a script that runs out ends the interview, unless it paused last."""
        for number, line in enumerate(lines, start=1):
            if self.session.stage.over.is_set():
                self._unsaid(lines[number - 1 :])
                break
            if self.session.is_stopped:
                await self.session.leave(id_)
                return Ended.STOPPED
            if not await self._line(id_, line):
                fate = "has no answer yet" if self.session.was_kept else "could not be taken"
                self._failed(f"Line {number} of the script {fate}, so it stops here.")
                return Ended.FAILED
        return await self._finish(id_)

    async def _finish(self, id_: InterviewId) -> Ended:
        interview = self.session.interview
        if interview and interview.paused is PauseReason.ASKED:
            return Ended.LEFT
        if not self.session.stage.over.is_set() and not self.session.is_closing:
            end = arrivals.EndAsked(by=self.session.by, origin=self.session.origin())
            await self.session.submit(id_, end)
        await self._let_pass(id_, 0)
        if self.session.stage.over.is_set():
            return Ended.OVER
        self._failed("The interview could not be ended.")
        return Ended.FAILED

    async def _line(self, id_: InterviewId, line: str) -> bool:
        """Play a line; tell whether it was taken."""
        meaning = await asyncio.to_thread(self.translate, line, self.session.origin())
        match meaning:
            case None:
                pass
            case Wait(seconds):
                self._show(line)
                return await self._let_pass(id_, seconds)
            case Help():
                self._show(line, help_table(), "")
            case Slip(text):
                self._show(line, Text(f"{text}\n", style="yellow"))
            case arrival:
                return await self._say(id_, line, arrival)
        return True

    async def _say(self, id_: InterviewId, line: str, arrival: Arrival) -> bool:
        took_s = min(_LONGEST_S, _THINK_S + len(line) / _CHARS_PER_S)
        if not await self._let_pass(id_, took_s):
            return False
        if self.session.stage.over.is_set():
            self._unsaid([line])
            return True
        self._show(line)
        return await self.session.submit(id_, arrival)

    def _show(self, line: str, *answer: RenderableType) -> None:
        self.console.print(echo(line), "", *answer)

    def _unsaid(self, lines: list[str]) -> None:
        if count := sum(bool(line.strip()) for line in lines):
            told = f"The interview was over before the script: {count} of its lines went unsaid.\n"
            self.console.print(Text(told, style="dim"))

    async def _let_pass(self, id_: InterviewId, seconds: float) -> bool:
        """Turn the clock, and let it ring on the way whenever the interview waits for that."""
        until = self.clock.now() + timedelta(seconds=seconds)
        while (interview := self.session.interview) and (wake := next_wake(interview)):
            if wake.at > until:
                break
            self.clock.turn_to(wake.at)
            origin = Origin(f"clock:{wake.kind}:{interview.seq}")
            rang = ClockRang(by=CLOCK, origin=origin, kind=wake.kind)
            if not await self.session.submit(id_, rang) or self.session.interview is interview:
                return False
        self.clock.turn_to(until)
        return True

    def _failed(self, sentence: str) -> None:
        self.console.print(Text(f"{sentence} Everything before it is kept.", style="yellow"))


def read_script(path: Path) -> list[str]:
    """Return a script's lines; raise `Refused` if it cannot be read as text."""
    try:
        with path.open("rb") as file:
            content = file.read(SCRIPT_BYTES + 1)
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(_not_text(path)) from error
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        raise Refused(
            f"The script {path} cannot be read: {why}. Name a text file with one message a line."
        ) from error
    if len(content) > SCRIPT_BYTES:
        raise Refused(f"The script {path} is over {SCRIPT_BYTES // 2**20} MB. Name a shorter one.")
    if text.count("\0") * 10 > len(text):
        raise Refused(_not_text(path))
    # Only line ends end a line: a form feed or a Unicode separator belongs to what was said.
    return text.replace("\r\n", "\n").split("\n")


def _not_text(path: Path) -> str:
    return f"{path} is not a text file in UTF-8. Save it as UTF-8 and try again."
