"""What can be asked for on the command line; light, so that asking takes no time."""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from core.domain.challenge import Language
from core.domain.question import InterviewType, Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """Hold an interview: a new one, or one that was paused."""

    type: InterviewType = InterviewType.MIXED
    company: str | None = None
    level: Level = Level.MEDIUM
    questions: int = 5
    minutes: float | None = None
    persona: str = "neutral"
    language: Language = Language.PYTHON
    hints: bool = True
    seed: int | None = None
    script: Path | None = None
    out: Path | None = None
    resume: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """Keep interviews going until told to stop."""


@dataclass(frozen=True, slots=True)
class ListInterviews:
    """Show the interviews of the past, or those in which something was said."""

    everything: bool = False
    find: str | None = None


@dataclass(frozen=True, slots=True)
class ShowReport:
    """Show an interview's report, and write its files."""

    wanted: str
    out: Path | None = None


@dataclass(frozen=True, slots=True)
class Examine:
    """Say how every part is."""


@dataclass(frozen=True, slots=True)
class CheckBank:
    """Validate every file of the bank."""


@dataclass(frozen=True, slots=True)
class ListBank:
    """Show what can be asked."""

    topic: str | None = None


# What looks at what is there, and leaves it so.
Look: TypeAlias = ListInterviews | ShowReport | Examine | CheckBank | ListBank
Job: TypeAlias = Practice | Run | Look
