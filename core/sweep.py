"""Finds what nobody rang for: what a process that died left lying, and what has become due by itself."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

import structlog

from core.domain.errors import GreenroomError
from core.domain.people import PlaceKind
from core.ports.alarms import Alarms
from core.ports.clock import Clock
from core.ports.deliveries import Deliveries
from core.ports.intake import Intake
from core.usher import Usher

_log = structlog.get_logger()

# A nudge may come that much late; each look costs the database three short questions.
EVERY_S = 1.0
AT_ONCE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Sweep:
    """Looks for interviews in which something waits, and rings for them."""

    intake: Intake
    alarms: Alarms
    deliveries: Deliveries
    kinds: Collection[PlaceKind]
    usher: Usher
    clock: Clock

    async def run(self) -> None:
        """Look for ever; while storage is away there is nothing to be seen."""
        while True:
            try:
                await self.look()
            except GreenroomError as error:
                _log.warning("sweep_failed", why=type(error).__name__)
            await self.clock.wait_until(self.clock.now() + timedelta(seconds=EVERY_S))

    async def look(self) -> None:
        """Ring for everything that waits now."""
        now = self.clock.now()
        for id_ in {
            *await self.intake.waiting(AT_ONCE),
            *await self.alarms.due(now, AT_ONCE),
            *await self.deliveries.due(now, self.kinds, AT_ONCE),
        }:
            self.usher.look(id_)
