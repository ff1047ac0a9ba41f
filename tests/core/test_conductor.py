"""What the conductor makes of a checkpoint that is not there any more."""

from datetime import timedelta

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


async def test_a_turn_is_the_same_whether_or_not_the_checkpoint_vanished() -> None:
    request = InterviewRequested(by=CANDIDATE, setup=WORDS, place=TERMINAL)
    saver = InProcessCheckpoints()
    known, lost = _conductor(InProcessCheckpoints()), _conductor(saver)
    wanted = await known.open(ID, request, NINE_O_CLOCK, fence=1)
    opened = await lost.open(ID, request, NINE_O_CLOCK, fence=1)

    await saver.adelete_thread(ID)
    turn = await lost.turn(opened.interview, ANSWER, LATER, fence=1)

    assert turn == await known.turn(wanted.interview, ANSWER, LATER, fence=1)


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
