"""A real database, in a file of its own."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.sql import SqlConfig

NOBODY = 65_534


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "transcripts" / "greenroom.db"


@pytest.fixture
def config(file: Path) -> SqlConfig:
    """Name a database that soon gives up waiting for other writers."""
    return SqlConfig(url=f"sqlite:///{file}?timeout=0.1")


@pytest.fixture
def shut_folder() -> Iterator[Path]:
    """Lend a folder that may be looked into but not written to, not even by root, for a while."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o555)
        was = os.geteuid()
        if was == 0:
            os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            os.seteuid(was)
            folder.chmod(0o755)
