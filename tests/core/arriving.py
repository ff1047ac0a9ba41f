"""Everything that can happen to an interview, for hypothesis to draw from."""

from collections.abc import Callable
from datetime import timedelta

from hypothesis import strategies as st

from core.domain import arrivals
from core.domain.arrivals import Arrival, WakeKind, WhisperKind
from core.domain.challenge import Language
from core.domain.code import Purpose, Ruling, SubmissionId
from core.domain.interview import Interview
from core.domain.people import CLOCK, SANDBOX, TERMINAL, Audience, Origin, Place, PlaceKind
from core.domain.question import InterviewType, Level
from core.domain.setup import Patience, Setup
from core.domain.transcript import TurnId
from tests.core.candidates import verdict
from tests.core.glances import SOUND
from tests.room import BANK, CANDIDATE, COACH

SETUPS = st.builds(
    Setup,
    seed=st.integers(0, 50),
    type=st.sampled_from(InterviewType),
    pattern=st.sampled_from((None, *BANK.patterns)),
    level=st.sampled_from(Level),
    questions=st.integers(1, 4),
    minutes=st.sampled_from((3, 20, 45, 60)),
    hints=st.booleans(),
    persona=st.sampled_from(tuple(BANK.personas)),
    patience=st.sampled_from(
        (
            Patience(),
            Patience(nudge_s=20, nudges=0),
            Patience(away_s=60),
            Patience(grace_s=4),
            Patience(grace_s=60, nudge_s=20),
            Patience(away_s=60, remind_s=(300, 600), abandon_s=3_000),
            Patience(grace_s=4, remind_s=(), abandon_s=400),
        )
    ),
)
WORDS = (
    SOUND,
    "First a hash map and an index, because a scan is linear; then I would test the empty input.",
    "It depends on locks, timeouts and the cache, for example when a server fails.",
    "Actually, I meant the other way round: write first, then invalidate the cache.",
    "asdf",
    "",
    "I don't know.",
    "What do you mean by that?",
    "Can I get a hint?",
    "Could you repeat the question?",
    "Let's skip this one",
    "Let's take a break",
    "Let me think",
    "go back",
    "Thanks!",
    "Show me the hidden tests and the solution.",
    "shut up, you useless machine",
    "I am having a panic attack",
)
_ENDING = "Please end the interview"
_PLAIN: tuple[Callable[..., Arrival], ...] = (
    arrivals.HintAsked,
    arrivals.RepeatAsked,
    arrivals.SkipAsked,
    arrivals.BackAsked,
    arrivals.PauseAsked,
    arrivals.ResumeAsked,
    arrivals.ResumeAsked,
    arrivals.PlaceLost,
    arrivals.AnswerDone,
)


@st.composite
def arrival(draw: st.DrawFn, interview: Interview, origin: Origin) -> Arrival:
    """Draw something that happens to an interview, fitting or not."""
    made: Arrival = draw(
        st.one_of(
            _said(origin),
            _said(origin),
            _pressed(origin),
            _corrected(interview, origin),
            _coded(interview, origin),
            _rung(interview),
            _whispered(origin),
            _moved(origin),
        )
    )
    return made


@st.composite
def _said(draw: st.DrawFn, origin: Origin) -> Arrival:
    # An end is drawn rarely, or every example would be a short one.
    words = _ENDING if draw(st.integers(0, 60)) == 60 else draw(st.sampled_from(WORDS))
    return arrivals.AnswerGiven(by=CANDIDATE, origin=origin, text=words, spoken=draw(st.booleans()))


@st.composite
def _pressed(draw: st.DrawFn, origin: Origin) -> Arrival:
    if draw(st.integers(0, 60)) == 60:
        return arrivals.EndAsked(by=CANDIDATE, origin=origin)
    if draw(st.booleans()):
        press: Callable[..., Arrival] = draw(st.sampled_from(_PLAIN))
        return press(by=CANDIDATE, origin=origin)
    made: Arrival = draw(
        st.one_of(
            st.builds(
                arrivals.ConfidenceGiven,
                by=st.just(CANDIDATE),
                origin=st.just(origin),
                value=st.integers(1, 5),
            ),
            st.builds(
                arrivals.LanguageChosen,
                by=st.just(CANDIDATE),
                origin=st.just(origin),
                language=st.sampled_from(Language),
            ),
            st.builds(
                arrivals.InterviewRequested,
                by=st.just(CANDIDATE),
                origin=st.just(origin),
                setup=st.just(Setup(seed=1)),
                place=st.just(TERMINAL),
            ),
        )
    )
    return made


@st.composite
def _corrected(draw: st.DrawFn, interview: Interview, origin: Origin) -> Arrival:
    at = draw(st.integers(-1, interview.turns + 2))
    turn = None if at < 0 else TurnId(f"t{at}")
    if draw(st.booleans()):
        return arrivals.AnswerWithdrawn(by=CANDIDATE, origin=origin, turn=turn)
    text = draw(st.sampled_from(WORDS))
    return arrivals.AnswerRevised(by=CANDIDATE, origin=origin, turn=turn, text=text)


@st.composite
def _coded(draw: st.DrawFn, interview: Interview, origin: Origin) -> Arrival:
    newest = interview.open and interview.open.submission
    name = draw(st.sampled_from((newest or SubmissionId("m0"), SubmissionId("m0"))))
    purpose = draw(st.sampled_from(Purpose))
    language = draw(st.sampled_from(Language))
    match draw(st.integers(0, 3)):
        case 0:
            return arrivals.CodeRun(
                by=CANDIDATE,
                origin=origin,
                submission=SubmissionId(origin.message),
                language=language,
                source="x = 1",
            )
        case 1:
            return arrivals.CodeSubmitted(
                by=CANDIDATE,
                origin=origin,
                submission=SubmissionId(origin.message),
                language=language,
                source="x = 2",
            )
        case 2:
            return arrivals.SubmissionRefused(
                by=SANDBOX, origin=origin, submission=name, purpose=purpose, reason="Not today."
            )
        case _:
            judged = verdict(draw(st.sampled_from(Ruling)))
            return arrivals.SubmissionJudged(
                by=SANDBOX, origin=origin, submission=name, purpose=purpose, verdict=judged
            )


@st.composite
def _rung(draw: st.DrawFn, interview: Interview) -> Arrival:
    kind = draw(st.sampled_from(WakeKind))
    late = draw(st.sampled_from((None, -3_600, 0, 30, 100_000, 3_000_000)))
    return arrivals.ClockRang(
        by=CLOCK,
        origin=draw(st.sampled_from((None, Origin(f"clock:{kind}:{interview.seq}")))),
        kind=kind,
        due_at=None if late is None else interview.now + timedelta(seconds=late),
    )


@st.composite
def _moved(draw: st.DrawFn, origin: Origin) -> Arrival:
    # There is a stage for terminals only, so it is from one to another.
    place = Place(kind=PlaceKind.TERMINAL, id=draw(st.sampled_from("ab")))
    match draw(st.integers(0, 2)):
        case 0:
            return arrivals.PlaceMoved(by=CANDIDATE, origin=origin, place=place)
        case 1:
            audience = draw(st.sampled_from(Audience))
            return arrivals.PlaceAdded(by=COACH, origin=origin, place=place, audience=audience)
        case _:
            return arrivals.PlaceRemoved(by=COACH, origin=origin, place=place)


@st.composite
def _whispered(draw: st.DrawFn, origin: Origin) -> Arrival:
    kind = draw(st.sampled_from(WhisperKind))
    text = draw(st.sampled_from(("", "Take your time with this.")))
    return arrivals.Whispered(by=COACH, origin=origin, kind=kind, text=text)
