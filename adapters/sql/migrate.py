"""Brings a database to the shape that this code expects, whoever opens it first."""

import asyncio
import logging
from importlib import resources
from threading import Lock

from alembic.config import Config
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext, MigrationStep
from alembic.script import ScriptDirectory
from alembic.script.revision import ResolutionError
from sqlalchemy import URL, Connection

from adapters.sql.engine import engine_for
from adapters.sql.file import changing_file
from adapters.sql.server import change_server
from core.domain.errors import StorageNewer

NEWER = (
    "The database was written by a newer version of Greenroom. Update Greenroom, or point "
    "DATABASE__URL elsewhere."
)

# Alembic's `op` is global to the process.
_one_at_a_time = Lock()


def migrate(url: URL) -> None:
    """Make a database, or bring an old one up to date; all of that or nothing.

    This blocks, so it wants a thread without an event loop. Raises `StorageNewer` if the database
    is ahead of this code.
    """
    steps = _steps()

    def upgrade(connection: Connection) -> None:
        _upgrade(connection, steps)

    with _one_at_a_time:
        if url.get_backend_name() == "sqlite":
            with changing_file(url) as connection:
                upgrade(connection)
        else:
            asyncio.run(change_server(engine_for(url), upgrade))


def _steps() -> ScriptDirectory:
    """Return the migrations, all read: on a server they run in an event loop, where nothing may block."""
    folder = str(resources.files("migrations"))
    steps = ScriptDirectory.from_config(_config(folder))
    steps.get_heads()
    # Alembic tells at INFO that it has nothing to do, each time.
    logging.getLogger("alembic").setLevel(logging.WARNING)
    return steps


def _config(folder: str) -> Config:
    config = Config()
    config.set_main_option("script_location", folder.replace("%", "%%"))
    return config


def _upgrade(connection: Connection, steps: ScriptDirectory) -> None:
    def missing(revision: str, _context: MigrationContext) -> list[MigrationStep]:
        newest_first = steps.iterate_revisions("head", revision, implicit_base=True)
        return [
            MigrationStep.upgrade_from_script(steps.revision_map, script)
            for script in reversed(list(newest_first))
        ]

    context = MigrationContext.configure(connection, opts={"fn": missing})
    try:
        with Operations.context(context):
            context.run_migrations()
    except ResolutionError as error:
        raise StorageNewer(NEWER) from error
