"""What was lost, doubled or put out of order, in what is left of interviews."""

import asyncio
from bisect import bisect_left
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

from pydantic import TypeAdapter

from adapters.documents.as_json import as_json
from adapters.offline.evaluator import OfflineEvaluator
from adapters.sql import SqlArchive, SqlConfig, SqlDatabase, SqlDeliveries, SqlIntake
from core.domain.arrivals import Arrived
from core.domain.entry import Entry
from core.domain.messages import Message
from core.domain.people import PlaceKind
from core.report.desk import Desk
from tests.crash.paper import Paper
from tests.crash.scripts import BEGINS, LATER, Script
from tests.crash.undisturbed import Outcome

# No delivery is put off for longer.
LAST = BEGINS + 100 * LATER
LOOKS_S = 0.05
_MESSAGE: TypeAdapter[Message] = TypeAdapter(Message)


@dataclass(slots=True)
class Verdict:
    """How far interviews went otherwise than undisturbed ones; `traces` says where."""

    lost: int = 0
    doubled: int = 0
    reordered: int = 0
    traces: list[str] = field(default_factory=list)

    def compare(self, what: str, expected: Sequence[Hashable], found: Sequence[Hashable]) -> None:
        """Count what differs; what nobody expected is something doubled."""
        if [*expected] == [*found]:
            return
        places = {each: at for at, each in enumerate(expected)}
        first = list(dict.fromkeys(each for each in found if each in places))
        self.lost += len(places) - len(first)
        self.doubled += len(found) - len(first)
        self.reordered += len(first) - _longest_rise([places[each] for each in first])
        self.traces.append(f"{what}: {expected} became {found}")


def _longest_rise(numbers: Sequence[int]) -> int:
    """Return how many stay if as few as possible are taken out so that the rest rises."""
    ends: list[int] = []
    for number in numbers:
        at = bisect_left(ends, number)
        ends[at : at + 1] = [number]
    return len(ends)


async def judged(paper: Paper, url: str, undisturbed: dict[str, Outcome]) -> Verdict:
    """Compare what was shown and what is kept with how it should have been."""
    verdict = Verdict()
    async with SqlDatabase.opened(SqlConfig.model_validate({"url": url})) as database:
        for script in paper.scripts:
            await _judge(verdict, paper, script, database, undisturbed[script.name])
    return verdict


async def settled(url: str) -> None:
    """Return once nothing waits to be heard or to be shown."""
    async with SqlDatabase.opened(SqlConfig.model_validate({"url": url})) as database:
        intake, deliveries = SqlIntake(database), SqlDeliveries(database)
        while await intake.waiting(1) or await deliveries.due(LAST, [*PlaceKind], 1):  # noqa: ASYNC110 -- another process tells of no event
            await asyncio.sleep(LOOKS_S)


async def _judge(
    verdict: Verdict, paper: Paper, script: Script, database: SqlDatabase, expected: Outcome
) -> None:
    archive = SqlArchive(database)
    log = await archive.read(script.id)
    verdict.compare(f"{script.name} heard", _arrivals(expected.log), _arrivals(log))
    shown = [each.message for each in paper.seen(script)]
    verdict.compare(f"{script.name} saw", [each.id for each in expected.shown], shown)
    if [each.body for each in paper.seen(script)] != [_plain(each) for each in expected.shown]:
        verdict.traces.append(f"{script.name} saw other words")
    if log != expected.log:
        verdict.traces.append(f"{script.name} has another log: {_differences(expected.log, log)}")
    if as_json(await Desk(archive, OfflineEvaluator()).of(script.id)) != expected.report:
        verdict.traces.append(f"{script.name} has another report")


def _arrivals(log: Sequence[Entry]) -> list[tuple[str, Hashable]]:
    events = [entry.event for entry in log]
    return [(type(each).__name__, each.origin) for each in events if isinstance(each, Arrived)]


def _plain(message: Message) -> str:
    return _MESSAGE.dump_json(message).decode()


def _differences(expected: Sequence[Entry], found: Sequence[Entry]) -> list[str]:
    pairs = zip(expected, found, strict=False)
    return [f"{one} became {other}" for one, other in pairs if one != other][:1]
