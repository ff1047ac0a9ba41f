"""Turning a report into files that people open."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from core.domain.interview import InterviewId
from core.domain.report import Report


class ReportDesk(Protocol):
    """Composes reports."""

    async def of(self, id_: InterviewId) -> Report:
        """Return the report on an interview; on one that is not over, an interim one."""
        ...


class ReportWriter(Protocol):
    """Writes a report in every form it knows."""

    async def write(self, report: Report, folder: Path) -> Sequence[Path]:
        """Write the files into `folder`, each whole or not at all; raise `ReportNotWritten`."""
        ...
