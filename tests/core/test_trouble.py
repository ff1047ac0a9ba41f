"""Storage, stages and code of ours can fail; interviews outlive that."""

from dataclasses import dataclass, field, replace

import pytest
from structlog.typing import EventDict

from adapters.offline.evaluator import OfflineEvaluator
from core.domain import arrivals, messages
from core.domain.changes import IllegalEvent
from core.domain.errors import Refused, StaleTurn, StorageUnavailable, Unavailable
from core.domain.interview import Answer, Phase
from core.domain.messages import Message, Notice
from core.domain.people import TERMINAL, Place, PlaceKind
from core.domain.question import Axis
from core.domain.rubric import Rating, Review
from core.domain.setting import Cue
from core.domain.setup import Setup
from core.ports.evaluator import Evaluator, Exhibit, Piece
from tests.core.gates import GatedArchive
from tests.core.glances import SOUND, WORDS
from tests.core.nevers import check
from tests.room import BANK, CANDIDATE, Room, room


@pytest.mark.parametrize(
    "refusal", [StaleTurn("Somebody else was first."), StorageUnavailable("The disk is away.")]
)
async def test_a_turn_that_cannot_be_kept_is_not_shown_and_the_next_try_works(
    refusal: Unavailable,
) -> None:
    archive = GatedArchive()
    async with room(archive=archive) as here:
        await here.begin(WORDS)
        before, shown = here.now, len(here.hearing.shown)
        archive.refusal = refusal
        await here.say(SOUND)
        told = here.hearing.shown[shown:]
        archive.refusal = None

        await here.say(SOUND)

        assert told == [_notice(refusal.reply)]
        assert before.seq < here.now.seq
        assert [e.text for e in _answers(here)] == [SOUND]
        await check(here)


async def test_while_nothing_can_be_read_that_is_said_and_nothing_is_lost() -> None:
    archive = GatedArchive()
    async with room(archive=archive) as here:
        await here.begin(WORDS)
        await here.say(SOUND)
        archive.trouble = StorageUnavailable("The disk is away.")
        await here.do(arrivals.RepeatAsked)
        archive.trouble = None

        await here.do(arrivals.RepeatAsked)

        assert _notice("The disk is away.") in here.hearing.shown
        await check(here)


async def test_a_bug_is_logged_with_its_reference_and_told_and_the_next_event_is_handled(
    logs: list[EventDict],
) -> None:
    mute = replace(
        BANK.personas["neutral"],
        lines={
            c: said for c, said in BANK.personas["neutral"].lines.items() if c is not Cue.REPEAT
        },
    )
    async with room(bank=replace(BANK, personas={"neutral": mute})) as here:
        await here.begin(WORDS)
        await here.do(arrivals.RepeatAsked)
        told = here.hearing.shown[-1]

        await here.say(SOUND)

        failed = [each for each in logs if each["event"] == "turn_failed"]
        assert [(each["arrival"], each["exc_info"]) for each in failed] == [("RepeatAsked", True)]
        assert isinstance(told, Notice)
        assert told.is_failure
        assert failed[0]["reference"] in told.text
        assert len(_answers(here)) == 1
        await check(here)


async def test_a_failure_where_the_graph_listens_is_not_repeated_with_every_later_event() -> None:
    async with room() as here:
        await here.begin(WORDS)
        again = arrivals.InterviewRequested(by=CANDIDATE, setup=Setup(seed=1), place=TERMINAL)
        with pytest.raises(IllegalEvent):
            await here.interviews.conductor.turn(here.now, again, here.clock.now())

        await here.say(SOUND)

        assert len(_answers(here)) == 1
        await check(here)


async def test_an_evaluation_that_fails_can_be_made_up_for() -> None:
    evaluator = FailingOnce()
    async with room(evaluator=evaluator) as here:
        await here.begin(WORDS)
        await here.say(SOUND)
        await here.do(arrivals.EndAsked)
        ring = arrivals.ClockRang(by=CANDIDATE, kind=arrivals.WakeKind.EVALUATION)
        await here.submit(ring)
        after_failure = here.now.phase

        await here.submit(ring)

        assert after_failure is Phase.EVALUATING
        assert here.now.phase is Phase.OVER
        await check(here)


async def test_who_cannot_be_shown_anything_stops_nobody(logs: list[EventDict]) -> None:
    async with room() as here:
        await here.begin(WORDS)
        stages = here.interviews.outbox.stages
        assert isinstance(stages, dict)
        stages[PlaceKind.TERMINAL] = Broken()
        await here.do(arrivals.RepeatAsked)
        stages[PlaceKind.TERMINAL] = here.hearing

        await here.say(SOUND)

        assert [each["event"] for each in logs] == ["turn_failed", "notice_lost"]
        assert len(_answers(here)) == 1
        await check(here)


async def test_an_unknown_persona_or_pattern_is_refused_with_what_there_is() -> None:
    async with room() as here:
        with pytest.raises(Refused, match=r"no persona 'pirate'. Choose from bar-raiser, f"):
            await here.begin(Setup(seed=1, persona="pirate"))

        with pytest.raises(Refused, match=r"no company pattern 'circus'. Choose from big-tech"):
            await here.begin(Setup(seed=1, pattern="circus"))

        assert not here.hearing.shown


async def test_an_interview_that_cannot_be_begun_leaves_nothing_behind() -> None:
    archive = GatedArchive(refusal=StorageUnavailable("The disk is away."))
    async with room(archive=archive) as here:
        with pytest.raises(StorageUnavailable):
            await here.begin(WORDS)

        assert not here.hearing.shown
        assert not await archive.summaries()


async def test_a_log_that_makes_no_interview_is_a_bug_that_is_noted(logs: list[EventDict]) -> None:
    archive = GatedArchive()
    async with room(archive=archive) as before:
        await before.begin(WORDS)
    log = archive._logs[before.id]
    log[0], log[1] = log[1], log[0]
    async with room(archive=archive) as here:
        with pytest.raises(Unavailable) as told:
            await here.inbox.submit(before.id, arrivals.RepeatAsked(by=CANDIDATE))

        assert logs[-1]["event"] == "interview_unreadable"
        assert logs[-1]["reference"] in told.value.reply


@dataclass(slots=True)
class FailingOnce:
    """An evaluator with a bug in its first review."""

    sound: Evaluator = field(default_factory=OfflineEvaluator)
    failed: bool = False

    @property
    def name(self) -> str:
        """The name of the one behind it."""
        return self.sound.name

    async def review(self, piece: Piece) -> Review:
        """Fail, the first time."""
        if not self.failed:
            self.failed = True
            raise ZeroDivisionError
        return await self.sound.review(piece)

    async def rate(self, axis: Axis, exhibit: Exhibit) -> Rating:
        """Judge as the one behind it does."""
        return await self.sound.rate(axis, exhibit)


class Broken:
    """A stage without a floor."""

    async def show(self, place: Place, message: Message) -> None:
        """Fail."""
        raise ConnectionResetError(f"{place} {message}")


def _answers(here: Room) -> tuple[Answer, ...]:
    """Return the answers to the open question."""
    return here.now.open.answers if here.now.open else ()


def _notice(text: str) -> Notice:
    return Notice(id=messages.MessageId("notice"), text=text, is_failure=True)
