"""What several processes share through Redis, for one process alone."""

from adapters.in_process.checkpoints import InProcessCheckpoints
from adapters.in_process.doorbell import InProcessDoorbell
from adapters.in_process.leases import InProcessLeases
from adapters.in_process.rates import InProcessRates

__all__ = ["InProcessCheckpoints", "InProcessDoorbell", "InProcessLeases", "InProcessRates"]
