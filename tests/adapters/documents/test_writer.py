import errno
import os
from pathlib import Path

import pytest

from adapters.documents import Documents
from core.domain.errors import ReportNotWritten
from core.ports.reports import ReportWriter
from tests.adapters.documents.samples import STRONG, WEAK

NAMES = ["report.html", "report.json", "report.md", "transcript.md"]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


async def test_a_report_is_written_in_every_form(tmp_path: Path) -> None:
    writer: ReportWriter = Documents()

    paths = await writer.write(STRONG, tmp_path / "new" / "folder")

    assert sorted(path.name for path in paths) == NAMES
    assert all(path.read_bytes() for path in paths)
    assert names(tmp_path / "new" / "folder") == NAMES


async def test_a_newer_report_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    await Documents().write(WEAK, tmp_path)

    await Documents().write(STRONG, tmp_path)

    assert b"Ada Marsh" in (tmp_path / "report.html").read_bytes()
    assert names(tmp_path) == NAMES


async def test_writing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    first = [path.read_bytes() for path in await Documents().write(STRONG, tmp_path / "a")]
    second = [path.read_bytes() for path in await Documents().write(STRONG, tmp_path / "b")]

    assert first == second


@pytest.mark.parametrize(
    ("number", "advice"),
    [
        (errno.ENOSPC, "The disk that holds {} is full. Make some room"),
        (errno.EDQUOT, "The disk that holds {} is full. Make some room"),
        (errno.EACCES, "Greenroom may not write into {}. Allow it to, or choose another folder"),
        (errno.EROFS, "Greenroom may not write into {}. Allow it to, or choose another folder"),
        (errno.EIO, "{} cannot be written to (Input/output error). Choose another folder"),
    ],
)
async def test_a_failed_write_says_what_to_do_and_keeps_the_old_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, advice: str
) -> None:
    await Documents().write(WEAK, tmp_path)
    before = {name: (tmp_path / name).read_bytes() for name in NAMES}

    def fail(descriptor: int) -> None:
        del descriptor
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(ReportNotWritten) as caught:
        await Documents().write(STRONG, tmp_path)

    told = f"The report was not written. {advice.format(tmp_path)}, then ask for the report again."
    assert caught.value.reply == told
    assert {name: (tmp_path / name).read_bytes() for name in names(tmp_path)} == before


@pytest.mark.parametrize("place", ["a file", "a file/below"])
async def test_a_file_is_no_folder_to_write_into(tmp_path: Path, place: str) -> None:
    (tmp_path / "a file").write_text("mine")

    with pytest.raises(ReportNotWritten, match=r"is a file, or lies under one\. Choose a folder"):
        await Documents().write(STRONG, tmp_path / place)

    assert (tmp_path / "a file").read_text() == "mine"


async def test_a_folder_in_the_place_of_a_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "report.json" / "inside").mkdir(parents=True)

    with pytest.raises(ReportNotWritten, match="cannot be written to"):
        await Documents().write(STRONG, tmp_path)

    assert (tmp_path / "report.json" / "inside").is_dir()
    assert names(tmp_path) == ["report.json"]
