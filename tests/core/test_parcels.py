"""What a turn sends out: the same at once and after a crash, and each thing once."""

from dataclasses import replace

import pytest

from core.domain import arrivals
from core.domain.code import Purpose
from core.domain.messages import MessageId, Notice
from core.domain.people import TERMINAL, Audience, Place, PlaceKind
from core.domain.setup import Setup
from core.domain.submission import Submission
from core.parcels import content_of
from core.ports.deliveries import Delivery
from core.ports.runner import QueuePlace
from tests.core.candidates import Candidate, HintHungry, Strong, Weak, converse
from tests.core.gates import GatedArchive
from tests.core.glances import CODING, WORDS, reach_challenge, whisper
from tests.core.leaks import everything_shown
from tests.core.nevers import check
from tests.fakes.ports.deliveries import MemoryDeliveries
from tests.fakes.ports.intake import MemoryIntake
from tests.room import CANDIDATE, QuietRunner, RefusingRunner, Room, room


@pytest.mark.parametrize("candidate", [Strong, Weak, HintHungry])
@pytest.mark.parametrize("setup", [WORDS, CODING], ids=["words", "code"])
async def test_what_is_sent_after_a_crash_is_what_would_have_been_sent_before(
    candidate: type[Candidate], setup: Setup
) -> None:
    runner = QuietRunner()
    async with room(runner=runner) as here:
        await here.begin(setup)
        await converse(here, candidate())
        await here.finish()

        entries = await here.entries()
        for message in here.hearing.shown:
            seq = int(message.id.rpartition(":")[2])
            assert content_of(_delivery(here, seq, TERMINAL), entries) == message
        for submission in runner.asked:
            seq = next(
                entry.seq
                for entry in entries
                if isinstance(entry.event, arrivals.CodeRun | arrivals.CodeSubmitted)
                and entry.event.submission == submission.id
            )
            place = Place(kind=PlaceKind.SANDBOX, id=submission.id)
            assert content_of(_delivery(here, seq, place), entries) == submission


async def test_code_that_was_committed_before_a_crash_reaches_the_sandbox_after_it() -> None:
    archive, broken, sound = GatedArchive(), Broken(), QuietRunner()
    async with room(archive=archive, runner=broken) as before:
        await reach_challenge(before)
        await before.submit_code("x = 1")
        asked = broken.asked
    async with room(archive=archive, runner=sound) as here:
        here.id = before.id
        here.clock.turn_to(before.clock.now().replace(hour=10))

        await here.core.sweep.look()
        await here.inbox.settled(here.id)

    assert len(asked) == 1
    assert sound.asked == asked
    assert not await MemoryDeliveries(archive).underway(here.id)


async def test_who_hands_in_where_no_code_is_run_is_told_once() -> None:
    runner = RefusingRunner()
    async with room(runner=runner) as here:
        await reach_challenge(here)

        await here.submit_code()
        await here.look()

        refused = await here.events(arrivals.SubmissionRefused)
        assert len(refused) == len(runner.asked) == 1
        assert everything_shown(here).count("No code runner is configured here") == 1
        assert not any(isinstance(each, Notice) for each in here.hearing.shown)
        await check(here)


async def test_code_that_is_refused_twice_since_nobody_could_note_it_is_refused_once() -> None:
    async with room(runner=RefusingRunner()) as here:
        await reach_challenge(here)
        await here.submit_code()
        desk = here.core.usher.turns.outbox.code_desk
        code = (await here.events(arrivals.CodeSubmitted))[-1]
        assert isinstance(code, arrivals.CodeSubmitted)

        await desk.hand_in(_submission(here, code))

        assert await MemoryIntake(here.archive).count(here.id) == 0
        assert len(await here.events(arrivals.SubmissionRefused)) == 1


async def test_code_in_a_question_without_a_task_goes_nowhere() -> None:
    runner = QuietRunner()
    async with room(runner=runner) as here:
        await here.begin(WORDS)

        await here.submit_code()

        assert runner.asked == []
        await check(here)


async def test_what_is_for_coaches_alone_is_shown_to_nobody_in_the_room() -> None:
    async with room() as here:
        await here.begin(WORDS)
        shown = len(here.hearing.shown)

        await whisper(here, "say", "A word from behind.")

        said = here.hearing.shown[shown:]
        assert all(each.audience is not Audience.COACHES for each in said)


async def test_an_interview_that_moved_is_heard_in_its_new_place() -> None:
    async with room() as here:
        await here.begin(WORDS)
        elsewhere = replace(TERMINAL, id="elsewhere")
        await here.submit(arrivals.PlaceMoved(by=CANDIDATE, origin=here.origin(), place=elsewhere))

        await here.do(arrivals.RepeatAsked)

        posted = here.archive.memory.posted
        places = [place.id for _, place in posted]
        assert places[0] == TERMINAL.id
        assert places[-1] == elsewhere.id


class Broken(QuietRunner):
    """A sandbox that takes code and breaks before it says so."""

    async def submit(self, submission: Submission) -> QueuePlace:
        """Break."""
        await QuietRunner.submit(self, submission)
        raise ConnectionResetError


def _delivery(here: Room, seq: int, place: Place) -> Delivery:
    return Delivery(
        message=MessageId(f"{here.id}:{seq}"),
        interview=here.id,
        seq=seq,
        place=place,
        due_at=here.now.now,
    )


def _submission(here: Room, code: arrivals.CodeSubmitted) -> Submission:
    assert here.now.open
    return Submission(
        id=code.submission,
        interview=here.id,
        challenge=here.now.open.question.id,
        purpose=Purpose.SUBMIT,
        language=code.language,
        source=code.source,
    )
