"""Interviews of every kind, as their candidates go through them."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from core.domain import arrivals
from core.domain.arrivals import Whispered, WhisperKind
from core.domain.code import Purpose, Ruling, TestResult, Verdict
from core.domain.entry import Entry
from core.domain.people import SANDBOX
from core.domain.question import InterviewType
from core.domain.report import Report
from core.domain.setup import Setup
from tests.room import COACH, QuietRunner, Room, room

WORDS = Setup(seed=5, type=InterviewType.CONCEPTS)
CODE = Setup(seed=5, type=InterviewType.CODING, questions=1)
VAGUE = "It depends on the size of it, because lookups are quick, and I would test that first."
Course = Callable[[Room], Awaitable[None]]


async def says_the_reference(here: Room) -> None:
    """Answer what is open as well as can be."""
    assert here.now.open is not None
    await here.say(here.now.open.question.reference, after_s=60)


async def answers_everything(here: Room) -> None:
    await here.begin(WORDS)
    for _ in range(40):
        if here.now.ending is None:
            await says_the_reference(here)


async def answers_vaguely(here: Room) -> None:
    await here.begin(WORDS)
    for _ in range(40):
        if here.now.ending is None:
            await here.say(VAGUE, after_s=60)


async def says_nothing(here: Room) -> None:
    await here.begin(WORDS)


async def skips_everything(here: Room) -> None:
    await here.begin(WORDS)
    while here.now.ending is None:
        await here.pass_time(30)
        await here.do(arrivals.SkipAsked)


async def gives_up_after_hints(here: Room) -> None:
    await here.begin(WORDS)
    await says_the_reference(here)
    while here.now.ending is None and len(here.now.asked) < 3:
        await here.do(arrivals.HintAsked)
        await here.say("I don't know.", "I really have no idea.")


async def pauses_and_leaves(here: Room) -> None:
    await here.begin(WORDS)
    await says_the_reference(here)
    await here.do(arrivals.PauseAsked)
    await here.pass_time(3 * 24 * 3600)


async def takes_back_and_corrects(here: Room) -> None:
    await here.begin(WORDS)
    await here.say("A cache is never stale and always right, I believe.")
    answer = (await here.turns())[-2].id
    await here.do(arrivals.AnswerRevised, turn=answer, text=VAGUE)
    await here.say("Forget about this one, which I only made up.")
    wrong = next(turn.id for turn in await here.turns() if "made up" in turn.text)
    await here.do(arrivals.AnswerWithdrawn, turn=wrong)
    await says_the_reference(here)


async def goes_back(here: Room) -> None:
    await here.begin(WORDS)
    while len(here.now.asked) < 2:
        await says_the_reference(here)
    await here.do(arrivals.BackAsked)
    await here.say(VAGUE, after_s=30)
    await here.say(VAGUE, after_s=30)


async def hands_code_in(here: Room) -> None:
    await here.begin(CODE)
    await here.submit_code("def first(): ...", run=True)
    await here.pass_time(60)
    await here.submit_code("def second(): ...")
    await here.submit(judged(here))


async def hands_code_in_unjudged(here: Room) -> None:
    await here.begin(CODE)
    await here.submit_code("def only(): ...")
    await says_the_reference(here)


async def is_coached(here: Room) -> None:
    await here.begin(WORDS)
    await here.say(VAGUE)
    for kind, text in (
        (WhisperKind.PROBE, "the worst case"),
        (WhisperKind.HINT, ""),
        (WhisperKind.SAY, "Take your time."),
        (WhisperKind.SKIP, ""),
    ):
        await here.submit(Whispered(by=COACH, origin=here.origin(), kind=kind, text=text))


async def runs_out_of_time(here: Room) -> None:
    await here.begin(replace(WORDS, minutes=10))
    await says_the_reference(here)
    for _ in range(4):
        await here.say(VAGUE, after_s=200)


COURSES: list[Course] = [
    answers_everything,
    answers_vaguely,
    says_nothing,
    skips_everything,
    gives_up_after_hints,
    pauses_and_leaves,
    takes_back_and_corrects,
    goes_back,
    hands_code_in,
    hands_code_in_unjudged,
    is_coached,
    runs_out_of_time,
]


def judged(here: Room) -> arrivals.SubmissionJudged:
    """Return the sandbox's word on what was handed in last."""
    assert here.now.open is not None
    assert here.now.open.submission is not None
    test = TestResult(name="small", ruling=Ruling.ACCEPTED, wall_ms=2, memory_kb=900)
    return arrivals.SubmissionJudged(
        by=SANDBOX,
        origin=here.origin(),
        submission=here.now.open.submission,
        purpose=Purpose.SUBMIT,
        verdict=Verdict(ruling=Ruling.ACCEPTED, isolation="box", tests=(test,)),
    )


async def reported(course: Course, *, ended: bool = True) -> tuple[Report, tuple[Entry, ...]]:
    """Hold an interview; return its report, and the log that it was made of."""
    runner = None if course is hands_code_in_unjudged else QuietRunner()
    async with room(runner=runner) as here:
        await course(here)
        report = await (here.finish() if ended else here.desk.of(here.id))
        return report, await here.entries()
