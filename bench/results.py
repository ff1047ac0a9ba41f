"""What a benchmark found, as a file to compare with: figures of one machine, without a date or its name."""

import json
import os
import platform
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

FOLDER = Path(__file__).parent / "results"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a figure should be, at most."""

    what: str
    at_most: float
    found: float

    @property
    def holds(self) -> bool:
        """Whether it is."""
        return self.found <= self.at_most

    def plain(self) -> dict[str, object]:
        """Return it as words and numbers."""
        found = round(self.found, 3)
        return {"what": self.what, "at_most": self.at_most, "found": found, "holds": self.holds}


def machine(packages: Iterable[str]) -> dict[str, object]:
    """Return what the figures depend on."""
    versions = {package: version(package) for package in packages}
    return {"cpus": os.cpu_count(), "python": platform.python_version(), **versions}


def keep(part: str, found: Mapping[str, object]) -> Path:
    """Keep what a part found, in place of what it found before."""
    FOLDER.mkdir(exist_ok=True)
    path = FOLDER / f"{part}.json"
    path.write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n", "utf-8")
    return path
