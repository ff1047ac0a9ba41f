"""The files of this repository, as the house rules see them."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PRODUCTION = ("bot", "adapters", "core", "sandbox")
FOLDERS = (*PRODUCTION, "migrations", "bench", "tests", "docs", "requirements", ".ci")
PICTURES = {".png", ".gif", ".jpg", ".ico", ".wav", ".pdf"}


def files(*folders: str, suffix: str = "") -> Iterator[Path]:
    """Yield the files in some folders, or in all of them and beside them."""
    for folder in folders or FOLDERS:
        yield from sorted(
            path
            for path in (ROOT / folder).rglob(f"*{suffix}")
            if path.is_file() and not {"__pycache__", "node_modules"} & {*path.parts}
        )
    if not folders:
        # A run of the tests under coverage leaves its data here while it lasts; a linked work tree has a file `.git`.
        yield from sorted(
            path
            for path in ROOT.glob(f"*{suffix}")
            if path.is_file() and path.name != ".git" and not path.name.startswith(".coverage")
        )


def named(path: Path) -> str:
    """Return a path from the root on."""
    return str(path.relative_to(ROOT))


def text(path: Path) -> str:
    """Return what a file of the root says."""
    return path.read_text("utf-8")
