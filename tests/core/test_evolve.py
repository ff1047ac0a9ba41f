"""What can follow what in an event log, and what it makes of an interview."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.domain import arrivals, outcomes
from core.domain.changes import IllegalEvent
from core.domain.code import Purpose, SubmissionId
from core.domain.entry import Entry, Event
from core.domain.evolve import begin, evolve, rebuild
from core.domain.interview import InterviewId, Phase, Status
from core.domain.outcomes import Closing, Ending, PauseReason
from core.domain.people import SANDBOX, TERMINAL
from core.domain.record import transcript
from core.domain.setup import Setup
from core.domain.transcript import TurnId
from core.graph.draft import Draft
from tests.scenes import ADA, COACH, answer, opened_interview, question, requested, then

_PAUSED = outcomes.InterviewPaused(reason=PauseReason.ASKED, text="Later.")
_RESUMED = outcomes.InterviewResumed(text="Hello again.")
_CLOSED = outcomes.QuestionClosed(closing=Closing.ANSWERED, grade=0.5)
_ENDED = outcomes.InterviewEnded(ending=Ending.ASKED, text="Bye.")
_EVALUATED = outcomes.InterviewEvaluated(evaluator="nobody", reviews=(), ratings=())


@pytest.mark.parametrize(
    "events",
    [
        (arrivals.InterviewRequested(by=ADA, setup=Setup(seed=1), place=TERMINAL),),
        (_PAUSED, _PAUSED),
        (_RESUMED,),
        (_CLOSED, _CLOSED),
        (_EVALUATED,),
        (_CLOSED, _ENDED, _ENDED),
        (_CLOSED, _ENDED, outcomes.QuestionAsked(number=2, question=question("other"))),
        (outcomes.QuestionAsked(number=2, question=question("other")),),
        (_CLOSED, outcomes.QuestionAsked(number=2, question=question())),
        (outcomes.QuestionReopened(number=1, text="Again."),),
    ],
)
def test_what_cannot_follow_is_illegal(events: tuple[Event, ...]) -> None:
    interview, _ = opened_interview()

    with pytest.raises(IllegalEvent):
        then(interview, *events)


def test_a_gap_in_the_log_is_illegal() -> None:
    interview, _ = opened_interview()
    late = Entry(seq=interview.seq + 2, at=interview.now, event=answer("Hm."))

    with pytest.raises(IllegalEvent):
        evolve(interview, late)


def test_an_interview_begins_with_the_wish_for_one() -> None:
    interview, entries = requested()
    first = replace(entries[0], event=answer("Hello?"))

    with pytest.raises(IllegalEvent):
        begin(interview.id, first)
    with pytest.raises(IllegalEvent):
        rebuild(interview.id, ())


def test_a_turn_begins_with_what_arrived() -> None:
    interview, entries = opened_interview()

    with pytest.raises(IllegalEvent):
        _ = Draft(interview, list(entries[-1:])).arrival


def test_a_clock_that_is_set_back_gives_no_time_back() -> None:
    interview, _ = opened_interview()
    back = interview.now - timedelta(hours=1)

    later = evolve(interview, Entry(seq=interview.seq + 1, at=back, event=answer("Hm.")))

    assert later.now == interview.now


def test_only_the_candidate_is_a_sign_of_the_candidate() -> None:
    interview, _ = opened_interview()
    assert interview.open is not None
    nudged = replace(interview, open=replace(interview.open, nudges=2))
    kind = arrivals.WhisperKind.SAY

    by_coach, _ = then(nudged, arrivals.Whispered(by=COACH, kind=kind, text="Hm."))
    by_ada, _ = then(nudged, arrivals.RepeatAsked(by=ADA))

    assert by_coach.open is not None
    assert by_coach.open.nudges == 2
    assert by_ada.open is not None
    assert by_ada.open.nudges == 0


def test_a_refusal_ends_the_wait_for_the_code_it_is_about() -> None:
    interview, _ = opened_interview()
    about = SubmissionId("s1")
    refused = arrivals.SubmissionRefused(
        by=SANDBOX, submission=about, purpose=Purpose.SUBMIT, reason="No."
    )
    code = arrivals.CodeSubmitted(
        by=ADA, submission=about, language=interview.code_language, source="x"
    )

    waiting, _ = then(interview, code)
    done, _ = then(waiting, refused)
    other, _ = then(waiting, replace(refused, submission=SubmissionId("s0")))

    assert done.open is not None
    assert (done.open.is_judged, done.open.is_code_done) == (True, True)
    assert other == replace(waiting, seq=other.seq, now=other.now)


def test_an_interview_without_any_answer_was_cancelled() -> None:
    interview, _ = opened_interview()
    skipped = outcomes.QuestionClosed(closing=Closing.SKIPPED, grade=None)

    over, _ = then(interview, skipped, _ENDED, _EVALUATED)
    answered, _ = then(interview, _CLOSED, _ENDED, _EVALUATED)

    assert (over.status, answered.status) == (Status.CANCELLED, Status.COMPLETED)
    assert over.phase is Phase.OVER
    assert over.left_s == over.budget.limit_s - over.elapsed_s


def test_words_are_mended_in_the_transcript_and_nothing_else_is() -> None:
    interview, entries = opened_interview()
    said, more = then(interview, answer("One."), answer("Two."), arrivals.HintAsked(by=ADA))
    first, second, request = (TurnId(f"t{n}") for n in (3, 4, 5))

    _, mended = then(
        said,
        arrivals.AnswerRevised(by=ADA, turn=first, text="Uno."),
        arrivals.AnswerWithdrawn(by=ADA, turn=second),
        arrivals.AnswerRevised(by=ADA, turn=request, text="No."),
    )

    turns = {turn.id: turn for turn in transcript((*entries, *more, *mended))}
    assert (turns[first].text, turns[first].is_revised) == ("Uno.", True)
    assert (turns[second].text, turns[second].is_withdrawn) == ("Two.", True)
    assert turns[request].text == "asks for a hint"


def test_the_id_of_an_interview_is_its_own() -> None:
    interview, entries = opened_interview("second")

    assert rebuild(InterviewId("second"), entries) == interview
