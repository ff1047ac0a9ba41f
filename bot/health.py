"""How the servers are that Greenroom keeps things on, and how much waits there."""

from collections.abc import Awaitable, Callable
from pathlib import PurePath
from time import perf_counter

from adapters.clock import SystemClock
from adapters.sql import SqlAlarms, SqlArchive, SqlDatabase, SqlDeliveries, SqlIntake
from bot.findings import Finding, State
from bot.settings import Settings
from core.domain.errors import GreenroomError
from core.domain.interview import InterviewId
from core.domain.people import PlaceKind

_KINDS = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
_MANY = 1_000
_MS_PER_S = 1_000
_NOBODY = InterviewId("nobody")


async def of_storage(settings: Settings) -> list[Finding]:
    """Say how the database is, and what waits in it."""
    kind = "SQL database"
    try:
        config = settings.sql()
        kind = _KINDS.get(config.url.get_backend_name(), kind)
        async with SqlDatabase.opened(config) as database:
            archive = SqlArchive(database)
            count = len(await archive.summaries())
            took = await _ms(lambda: archive.head(_NOBODY))
            waits = await _waiting(database)
    except GreenroomError as error:
        says = f"{kind}, which cannot be used"
        return [Finding(part="event log", state=State.BROKEN, says=says, needs=error.reply)]
    name = PurePath(config.url.database or "").name
    says = f"{kind}, {_many(count, 'interview')} in {name}, answers in {took}"
    needs = "DATABASE__URL names another, like sqlite:////folder/file.db or postgresql://…"
    log = Finding(part="event log", state=State.ON, says=says, needs=needs)
    return [log, Finding(part="inbox, outbox, timers", state=State.ON, says=waits)]


async def of_sharing(settings: Settings) -> Finding:
    """Say how Redis is, if there is one."""
    part = "leases, checkpoints"
    try:
        config = settings.redis_config()
        if config is None:
            says = "in this process, which is alone"
            needs = "REDIS__URL=redis://host:6379/0 lets several share the work."
            return Finding(part=part, state=State.ON, says=says, needs=needs)
        # Its library takes a tenth of a second, which nobody should wait for who has none.
        from adapters.redis import connected  # noqa: PLC0415 -- see above
        from adapters.redis.health import health  # noqa: PLC0415

        async with connected(config) as redis:
            found = await health(redis)
            took = await _ms(redis.ping)
    except GreenroomError as error:
        says = "Redis, which cannot be used"
        return Finding(part=part, state=State.BROKEN, says=says, needs=error.reply)
    says = f"{found.name} {found.version}, {found.used_mib:,.0f} MiB used, answers in {took}"
    if found.refuses_when_full:
        needs = (
            "When it is full it refuses to write. `maxmemory-policy allkeys-lru` is better: "
            "Greenroom can lose whatever it keeps there."
        )
        return Finding(part=part, state=State.ON, says=says, needs=needs)
    return Finding(part=part, state=State.ON, says=says)


async def _waiting(database: SqlDatabase) -> str:
    now, kinds = SystemClock().now(), frozenset(PlaceKind)
    counts = {
        "with arrivals that wait": len(await SqlIntake(database).waiting(_MANY)),
        "with messages underway": len(await SqlDeliveries(database).due(now, kinds, _MANY)),
        "with a clock that is due": len(await SqlAlarms(database).due(now, _MANY)),
    }
    found = [f"{_many(count, 'interview')} {what}" for what, count in counts.items() if count]
    return ", ".join(found) or "in the same database; nothing waits"


async def _ms(ask: Callable[[], Awaitable[object]]) -> str:
    """Say how long an answer takes, the connection left out."""
    times = []
    for _ in range(3):
        began = perf_counter()
        await ask()
        times.append(perf_counter() - began)
    # The first ones also read what the next find in memory.
    return f"{min(times) * _MS_PER_S:.1f} ms"


def _many(count: int, what: str) -> str:
    some = f"{count:,}{'+' * (count == _MANY)}"
    return f"{some} {what}{'s' * (count != 1)}"
