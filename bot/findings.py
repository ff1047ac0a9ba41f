"""What `greenroom doctor` says of one part."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How a part is."""

    ON = "on"
    OFF = "off"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """How one part is; `needs` tells what would turn it on, change or mend it."""

    part: str
    state: State
    says: str
    needs: str = ""
