"""The implementations that each contract is held against."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from adapters.sql import SqlAlarms, SqlArchive, SqlConfig, SqlDatabase, SqlDeliveries, SqlIntake
from core.ports.alarms import Alarms
from core.ports.deliveries import Deliveries
from core.ports.intake import Intake
from tests.contracts.library import Library, Storage
from tests.fakes.ports.archive import MemoryArchive
from tests.fakes.ports.deliveries import MemoryDeliveries
from tests.fakes.ports.intake import MemoryAlarms, MemoryIntake
from tests.servers.databases import Databases


@pytest.fixture(params=["memory", "sqlite", "postgres"])
async def storage(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Storage]:
    match request.param:
        case "memory":
            yield _in_memory()
        case "sqlite":
            async with _in_sql(f"sqlite:///{tmp_path}/a.db") as made:
                yield made
        case _:
            databases: Databases = request.getfixturevalue("postgres")
            async with databases.fresh() as url, _in_sql(url) as made:
                yield made


@pytest.fixture
def library(storage: Storage) -> Library:
    return storage.library


@pytest.fixture
def intake(storage: Storage) -> Intake:
    return storage.intake


@pytest.fixture
def alarms(storage: Storage) -> Alarms:
    return storage.alarms


@pytest.fixture
def deliveries(storage: Storage) -> Deliveries:
    return storage.deliveries


def _in_memory() -> Storage:
    archive = MemoryArchive()
    return Storage(
        library=archive,
        intake=MemoryIntake(archive),
        alarms=MemoryAlarms(archive),
        deliveries=MemoryDeliveries(archive),
    )


@asynccontextmanager
async def _in_sql(url: str) -> AsyncIterator[Storage]:
    async with SqlDatabase.opened(SqlConfig(url=url)) as database:
        yield Storage(
            library=SqlArchive(database),
            intake=SqlIntake(database),
            alarms=SqlAlarms(database),
            deliveries=SqlDeliveries(database),
        )
