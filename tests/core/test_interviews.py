"""Interviews as their candidates know them."""

from dataclasses import replace

from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import CheckpointTuple

from adapters.in_process import InProcessCheckpoints
from core.domain.arrivals import AnswerGiven, EndAsked, HintAsked, InterviewRequested, RepeatAsked
from core.domain.entry import Entry
from core.domain.interview import InterviewId, Phase, Status
from core.domain.outcomes import HintGiven
from core.domain.people import TERMINAL
from core.domain.setup import Setup
from core.graph.conductor import VANISHED
from core.mishaps import KEPT
from tests.core.glances import SOUND, WORDS
from tests.core.nevers import check
from tests.core.troubles import notices
from tests.fakes.ports.archive import MemoryArchive
from tests.fakes.ports.intake import MemoryIntake
from tests.room import CANDIDATE, Around, alone, room


async def test_an_interview_opens_with_a_greeting_and_a_question() -> None:
    async with room() as here:
        interview = await here.begin()

        assert interview.phase is Phase.QUESTION
        assert "60 minutes" in here.said()


async def test_hints_come_in_three_rungs() -> None:
    async with room() as here:
        await here.begin(Setup(seed=1))

        for _ in range(4):
            await here.do(HintAsked)

        rungs = [
            event.rung for event in await here.events(HintGiven) if isinstance(event, HintGiven)
        ]
        assert rungs == [1, 2, 3]


async def test_a_finished_interview_has_a_report() -> None:
    async with room() as here:
        await here.begin()
        await here.say(
            "First I would test it, because recursion uses the call stack and overflows."
        )
        await here.do(EndAsked)

        report = await here.finish()

        assert here.now.status in (Status.COMPLETED, Status.CANCELLED)
        assert report.questions[0].number == 1


async def test_what_comes_behind_a_request_that_was_refused_goes_with_it() -> None:
    async with room() as here:
        request = InterviewRequested(by=CANDIDATE, setup=Setup(seed=1, questions=0), place=TERMINAL)
        id_ = await here.inbox.open(request)
        await here.inbox.submit(id_, AnswerGiven(by=CANDIDATE, text=SOUND))
        await here.inbox.settled(id_)

        assert len(here.hearing.shown) == 1
        assert await MemoryIntake(here.archive).count(id_) == 0


async def test_whoever_takes_an_interview_up_finds_its_graph_waiting_and_reads_its_last_turn() -> (
    None
):
    shared = alone()
    async with room(around=Around(shared=shared)) as here:
        await here.begin(WORDS)
        await here.say(SOUND)
    archive = Unreadable(memory=here.archive.memory, _logs=here.archive._logs)
    async with room(archive=archive, around=Around(shared=shared)) as heir:
        heir.id = here.id

        await heir.submit(RepeatAsked(by=CANDIDATE))

        assert heir.now.seq > here.now.seq
        assert not notices(heir.hearing.shown)


async def test_a_saver_that_keeps_nothing_holds_everything_up_and_loses_nothing() -> None:
    forgetful = Forgetful()
    shared = replace(alone(), saver=forgetful)
    async with room(around=Around(shared=shared)) as here:
        await here.begin(WORDS)
        forgetful.forgets = True
        await here.say(SOUND)
        none = await here.answers()
        forgetful.forgets = False

        await here.look()

        assert none == []
        assert [each.text for each in notices(here.hearing.shown)] == [KEPT.format(VANISHED)]
        assert len(await here.answers()) == 1
        await check(here)


class Unreadable(MemoryArchive):
    """An archive whose logs nobody needs to read but for the last turn."""

    async def read(self, id_: InterviewId, *, after: int = 0) -> tuple[Entry, ...]:
        """Fail if a whole log is asked for."""
        assert after, f"{id_} was read"
        return await MemoryArchive.read(self, id_, after=after)


class Forgetful(InProcessCheckpoints):
    """A saver that forgets at once what it is given, at times."""

    forgets = False

    async def aget_tuple(self, config: RunnableConfig) -> CheckpointTuple | None:
        """Find nothing, at times."""
        return None if self.forgets else await InProcessCheckpoints.aget_tuple(self, config)
