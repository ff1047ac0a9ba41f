"""A home folder of its own for every test."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lend an empty home folder, and no other setting."""
    folder = tmp_path / "home"
    monkeypatch.setenv("GREENROOM_HOME", str(folder))
    monkeypatch.setenv("COLUMNS", "100")
    for name in ("DATABASE__URL", "DATABASE", "BANK__FOLDERS", "BANK"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """Lend a script of two lines."""
    path = tmp_path / "script.txt"
    path.write_text("I would cache it, because most reads are the same.\n/skip\n")
    return path
