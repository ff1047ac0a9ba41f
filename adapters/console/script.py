"""Plays a scripted candidate on a clock of its own, so that the same script gives the same interview."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from rich.console import Console
from rich.text import Text

from adapters.clock import ScriptedClock
from adapters.console.help import HELP
from adapters.console.session import Session
from adapters.console.translate import Help, Slip, Translator, Wait
from core.domain import arrivals
from core.domain.arrivals import Arrival, ClockRang
from core.domain.errors import Refused
from core.domain.interview import InterviewId, Status
from core.domain.people import CLOCK, Origin
from core.domain.wakes import next_wake

# A person reads the question, thinks, and types about this fast.
_THINK_S, _CHARS_PER_S, _LONGEST_S = 6.0, 12.0, 120.0


@dataclass(slots=True, kw_only=True)
class Script:
    """Plays one candidate message a line, commands included."""

    session: Session
    clock: ScriptedClock
    translate: Translator
    console: Console

    async def play(self, id_: InterviewId, lines: list[str]) -> None:
        """Play every line; a script that runs out ends the interview, unless it was paused last."""
        for line in lines:
            if self.session.stage.over.is_set():
                return
            await self._line(id_, line)
        interview = self.session.interview
        if interview and interview.status is not Status.PAUSED:
            await self._submit(id_, arrivals.EndAsked(by=self.session.by, origin=self._origin()))
        await self._let_pass(id_, 0)

    async def _line(self, id_: InterviewId, line: str) -> None:
        meaning = self.translate(line, self._origin())
        if meaning is None:
            return
        self.console.print(Text.assemble(("you ▸ ", "bold"), line.strip()))
        self.console.print()
        match meaning:
            case Wait(seconds):
                await self._let_pass(id_, seconds)
            case Help():
                self.console.print(HELP)
            case Slip(text):
                self.console.print(text, style="yellow", markup=False)
            case arrival:
                await self._let_pass(id_, min(_LONGEST_S, _THINK_S + len(line) / _CHARS_PER_S))
                if not self.session.stage.over.is_set():
                    await self._submit(id_, arrival)

    async def _let_pass(self, id_: InterviewId, seconds: float) -> None:
        """Turn the clock, and let it ring on the way whenever the interview waits for that."""
        until = self.clock.now() + timedelta(seconds=seconds)
        while (interview := self.session.interview) and (wake := next_wake(interview)):
            if wake.at > until:
                break
            self.clock.turn_to(wake.at)
            origin = Origin(f"clock:{wake.kind}:{interview.seq}")
            await self._submit(id_, ClockRang(by=CLOCK, origin=origin, kind=wake.kind))
            if self.session.interview is interview:
                break
        self.clock.turn_to(until)

    async def _submit(self, id_: InterviewId, arrival: Arrival) -> None:
        await self.session.door.submit(id_, arrival)
        await self.session.door.settled(id_)

    def _origin(self) -> Origin:
        return self.session.origin()


def read_script(path: Path) -> list[str]:
    """Return a script's lines; raise `Refused` if it cannot be read as text."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(
            f"{path} is not a text file in UTF-8. Save it as UTF-8 and try again."
        ) from error
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        raise Refused(f"The script {path} cannot be read: {why}.") from error
    # Only line ends end a line: a form feed or a Unicode separator belongs to what was said.
    return text.replace("\r\n", "\n").split("\n")
