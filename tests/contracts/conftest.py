"""The implementations that each contract is held against."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from adapters.sql import SqlArchive, SqlConfig
from tests.contracts.library import Library
from tests.fakes.ports.archive import MemoryArchive


@pytest.fixture(params=["memory", "sqlite"])
async def library(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Library]:
    if request.param == "memory":
        yield MemoryArchive()
        return
    async with SqlArchive.opened(SqlConfig(url=f"sqlite:///{tmp_path}/a.db")) as archive:
        yield archive
