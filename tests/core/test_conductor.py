"""What the conductor makes of a checkpoint that is not there any more."""

from datetime import timedelta

from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import ChannelVersions, Checkpoint, CheckpointMetadata

from adapters.in_process import InProcessCheckpoints
from adapters.offline.evaluator import OfflineEvaluator
from adapters.offline.interviewer import OfflineInterviewer
from adapters.offline.listener import OfflineListener
from core.domain.arrivals import AnswerGiven, InterviewRequested
from core.domain.interview import InterviewId
from core.domain.people import TERMINAL
from core.graph.build import Saver, build
from core.graph.conductor import Conductor
from core.graph.mind import Mind
from tests.core.glances import SOUND, WORDS
from tests.fakes.ports.archive import MemoryArchive
from tests.room import BANK, CANDIDATE, NINE_O_CLOCK

ID = InterviewId("one")
ANSWER = AnswerGiven(by=CANDIDATE, text=SOUND)
LATER = NINE_O_CLOCK + timedelta(seconds=20)


async def test_a_turn_is_the_same_where_an_older_checkpoint_is_all_there_is() -> None:
    request = InterviewRequested(by=CANDIDATE, setup=WORDS, place=TERMINAL)
    saver = _Forgetful()
    known, lost = _conductor(InProcessCheckpoints()), _conductor(saver)
    drafts = [await each.open(ID, request, NINE_O_CLOCK, fence=1) for each in (known, lost)]
    assert drafts[0] == drafts[1]

    saver.forgets = True
    for each in (known, lost):
        drafts.append(await each.turn(drafts[0].interview, ANSWER, LATER, fence=1))
    saver.forgets = False
    for each in (known, lost):
        drafts.append(await each.turn(drafts[2].interview, ANSWER, LATER, fence=1))

    assert drafts[2] == drafts[3]
    assert drafts[4] == drafts[5]


async def test_a_turn_is_the_same_whether_or_not_the_checkpoint_vanished() -> None:
    request = InterviewRequested(by=CANDIDATE, setup=WORDS, place=TERMINAL)
    saver = InProcessCheckpoints()
    known, lost = _conductor(InProcessCheckpoints()), _conductor(saver)
    wanted = await known.open(ID, request, NINE_O_CLOCK, fence=1)
    opened = await lost.open(ID, request, NINE_O_CLOCK, fence=1)

    await saver.adelete_thread(ID)
    turn = await lost.turn(opened.interview, ANSWER, LATER, fence=1)

    assert turn == await known.turn(wanted.interview, ANSWER, LATER, fence=1)


class _Forgetful(InProcessCheckpoints):
    """A saver that leaves out what is to be kept, as ours does while Redis is away."""

    forgets = False

    async def aput(
        self,
        config: RunnableConfig,
        checkpoint: Checkpoint,
        metadata: CheckpointMetadata,
        new_versions: ChannelVersions,
    ) -> RunnableConfig:
        if self.forgets:
            return config
        return await super().aput(config, checkpoint, metadata, new_versions)


def _conductor(saver: Saver) -> Conductor:
    archive = MemoryArchive()
    mind = Mind(
        bank=BANK,
        listener=OfflineListener(),
        interviewer=OfflineInterviewer(BANK, BANK.personas),
        evaluator=OfflineEvaluator(),
        archive=archive,
        shelf=archive,
    )
    return Conductor(build(mind.nodes(), saver), saver, archive)
