"""Guards every test runs under."""

import asyncio
from collections.abc import AsyncIterator, Iterator

import pytest
import structlog
from blockbuster import BlockBuster, blockbuster_ctx
from hypothesis import HealthCheck, settings
from structlog.typing import EventDict

from tests.servers.options import pytest_addoption
from tests.servers.postgres import bare_postgres_url, mortal_postgres, postgres, postgres_url
from tests.servers.redis import own_redis, redis_url

# pytest looks for options and for fixtures of all tests here.
__all__ = [
    "bare_postgres_url",
    "mortal_postgres",
    "own_redis",
    "postgres",
    "postgres_url",
    "pytest_addoption",
    "redis_url",
]

# A shared machine is slow at times; a slow example is no wrong example.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


@pytest.fixture(autouse=True)
def no_blocking_calls() -> Iterator[BlockBuster]:
    """Fail when our own code blocks the event loop."""
    with blockbuster_ctx(scanned_modules=["bot", "adapters", "core", "sandbox"]) as guard:
        # It locks its own notes when it meets a file for the first time, in whosever name.
        guard.functions["threading.Lock.acquire"].can_block_in(
            "coverage/collector.py", {"lock_data"}
        )
        yield guard


@pytest.fixture(autouse=True)
async def no_leaked_tasks() -> AsyncIterator[None]:
    """Fail a test that leaves a task running."""
    before = asyncio.all_tasks()
    yield
    ours = asyncio.current_task()
    leaked = {task for task in asyncio.all_tasks() - before if task is not ours and not task.done()}
    assert not leaked, f"left running: {leaked}"


@pytest.fixture(autouse=True)
def logs() -> Iterator[list[EventDict]]:
    """Capture what is logged, so a test can read it and nothing is rendered."""
    with structlog.testing.capture_logs() as captured:
        yield captured
