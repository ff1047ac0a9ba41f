"""An interview in which every kind of event happened."""

from core.domain import arrivals, outcomes
from core.domain.challenge import Example, Language, Task
from core.domain.code import Purpose, Ruling, SubmissionId, TestResult, Verdict
from core.domain.entry import Entry, Event
from core.domain.interview import Interview
from core.domain.people import CLOCK, SANDBOX, TERMINAL, Audience, Origin, Place, PlaceKind
from core.domain.question import Axis, FollowUpKind, Level, PointId
from core.domain.reading import Depth, Heard, Idea, Intent, Move, Reading
from core.domain.rubric import PointReview, Quote, Rating, Review
from core.domain.setting import Cue
from core.domain.signature import Parameter, Signature
from core.domain.transcript import TurnId
from tests.scenes import ADA, COACH, answer, opened_interview, question, then

BACK_ROOM = Place(kind=PlaceKind.OBSERVER_THREAD, id="o1")
TASK = Task(
    statement="Add two numbers.",
    constraints=("0 <= a, b",),
    minutes=10,
    signature=Signature(
        name="add",
        parameters=(Parameter(name="a", type="int"), Parameter(name="b", type="int")),
        returns="int",
    ),
    examples=(Example(arguments=(1, 2), result=3, why="1 + 2"),),
    starters={Language.PYTHON: "def add(a, b): ..."},
)


def whole_interview(id_: str = "first") -> tuple[Interview, tuple[Entry, ...]]:
    """Return an interview in which every kind of event happened."""
    interview, first = opened_interview(id_)
    interview, more = then(interview, *_questions(), *_end())
    return interview, (*first, *more)


def _questions() -> tuple[Event, ...]:
    turn, run, submit = TurnId("t3"), SubmissionId("s1"), SubmissionId("s2")
    reading = Reading(
        intent=Intent.ANSWER,
        depth=Depth.PARTIAL,
        covered=(PointId("stale"),),
        heard=(Heard(follow_up="why", quote="a ttl"),),
        quote="stale",
        words=4,
    )
    result = TestResult(name="small", ruling=Ruling.ACCEPTED, wall_ms=1.5, memory_kb=900)
    verdict = Verdict(ruling=Ruling.ACCEPTED, isolation="box", tests=(result,), output="3\n")
    idea = Idea(id="why", kind=FollowUpKind.DEPTH, text="Why a ttl?", quote="a ttl")
    python = Language.PYTHON
    return (
        outcomes.InterviewScheduled(text="See you on Monday."),
        answer("It goes stale, a ttl helps.", Origin("m1")),
        arrivals.AnswerDone(by=ADA),
        outcomes.AnswerUnderstood(turn=turn, reading=reading),
        outcomes.MoveChosen(move=Move.FOLLOW_UP, because="It was thin.", cue=Cue.DIG_CLAIM),
        outcomes.FollowedUp(idea=idea, lead="Fine."),
        arrivals.AnswerRevised(by=ADA, origin=Origin("m1", 1), turn=turn, text="It goes stale."),
        arrivals.ConfidenceGiven(by=ADA, value=4),
        arrivals.HintAsked(by=ADA),
        outcomes.HintGiven(rung=1, text="Think."),
        arrivals.RepeatAsked(by=ADA),
        outcomes.Said(text="What can go wrong with a cache?", cue=Cue.REPEAT),
        arrivals.BackAsked(by=ADA),
        outcomes.AnswerStruck(turn=turn),
        arrivals.AnswerWithdrawn(by=ADA, turn=turn),
        arrivals.AnswerWithdrawn(by=ADA, origin=Origin("unknown", 1)),
        arrivals.Whispered(by=COACH, kind=arrivals.WhisperKind.PROBE, text="Ask why."),
        arrivals.ClockRang(by=CLOCK, kind=arrivals.WakeKind.SILENCE),
        arrivals.PlaceLost(by=CLOCK),
        arrivals.PlaceMoved(by=ADA, place=Place(kind=PlaceKind.VOICE, id="v1")),
        arrivals.PlaceAdded(by=COACH, place=BACK_ROOM, audience=Audience.COACHES),
        arrivals.PlaceRemoved(by=COACH, place=BACK_ROOM),
        arrivals.PlaceMoved(by=ADA, place=TERMINAL),
        arrivals.PauseAsked(by=ADA),
        outcomes.InterviewPaused(reason=outcomes.PauseReason.ASKED, text="Later!"),
        arrivals.ResumeAsked(by=ADA),
        outcomes.InterviewResumed(text="Welcome back!"),
        outcomes.QuestionClosed(closing=outcomes.Closing.ANSWERED, grade=0.5),
        outcomes.LevelMoved(level=Level.HARD),
        arrivals.LanguageChosen(by=ADA, language=python),
        outcomes.QuestionAsked(number=2, question=question("adding"), task=TASK, lead="Next."),
        arrivals.CodeRun(by=ADA, submission=run, language=python, source="a + b", stdin="1"),
        arrivals.SubmissionRefused(
            by=SANDBOX, submission=run, purpose=Purpose.RUN, reason="No room."
        ),
        arrivals.CodeSubmitted(by=ADA, submission=submit, language=python, source="a + b"),
        arrivals.SubmissionJudged(
            by=SANDBOX, submission=submit, purpose=Purpose.SUBMIT, verdict=verdict
        ),
        outcomes.QuestionReopened(number=1, text="Back to the cache."),
        outcomes.QuestionClosed(closing=outcomes.Closing.ANSWERED, grade=1),
        arrivals.SkipAsked(by=ADA),
        outcomes.QuestionClosed(closing=outcomes.Closing.SKIPPED, grade=None),
    )


def _end() -> tuple[Event, ...]:
    quote = Quote(turn=TurnId("t3"), text="It goes stale.")
    rating = Rating(
        axis=Axis.TECHNICAL,
        level=3,
        confidence=0.7,
        spread=0.5,
        because="Knows the price.",
        quotes=(quote,),
    )
    review = Review(
        number=1,
        score=0.5,
        points=(PointReview(point=PointId("stale"), quote=quote),),
        quotes=(quote,),
        because="Knows it.",
    )
    return (
        arrivals.EndAsked(by=ADA),
        outcomes.InterviewEnded(ending=outcomes.Ending.ASKED, text="Thank you!"),
        outcomes.InterviewEvaluated(evaluator="offline", ratings=(rating,), reviews=(review,)),
    )
