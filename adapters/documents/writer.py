"""Writes the report's files, each whole or not at all."""

import asyncio
import errno
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from adapters.documents.as_html import as_html
from adapters.documents.as_json import as_json
from adapters.documents.as_markdown import as_markdown, transcript_as_markdown
from core.domain.errors import ReportNotWritten
from core.domain.report import Report

FORMS: Mapping[str, Callable[[Report], bytes]] = {
    "report.json": as_json,
    "report.md": as_markdown,
    "report.html": as_html,
    "transcript.md": transcript_as_markdown,
}


@dataclass(frozen=True, slots=True)
class Documents:
    """Writes a report as JSON, Markdown and HTML, and its transcript as Markdown."""

    async def write(self, report: Report, folder: Path) -> Sequence[Path]:
        """Write the files into `folder`, each whole or not at all; raise `ReportNotWritten`."""
        return await asyncio.to_thread(_write, report, folder)


def _write(report: Report, folder: Path) -> Sequence[Path]:
    contents = {name: form(report) for name, form in FORMS.items()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [_replace(folder / name, content) for name, content in contents.items()]
    except OSError as error:
        raise ReportNotWritten(_advice(error, folder)) from error


def _replace(path: Path, content: bytes) -> Path:
    """Put `content` at `path`; whoever reads there meets the old file or the new one.

    A temporary file may be read by its owner alone, and so may the report: sharing is a choice.
    """
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        draft = Path(file.name)
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
    return path


def _advice(error: OSError, folder: Path) -> str:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            what = f"The disk that holds {folder} is full. Make some room"
        case errno.EACCES | errno.EPERM | errno.EROFS:
            what = f"Greenroom may not write into {folder}. Allow it to, or choose another folder"
        case errno.ENOTDIR | errno.EEXIST:
            what = f"{folder} is a file, or lies under one. Choose a folder"
        case _:
            reason = os.strerror(error.errno) if error.errno else "unknown reason"
            what = f"{folder} cannot be written to ({reason}). Choose another folder"
    return f"The report was not written. {what}, then ask for the report again."
