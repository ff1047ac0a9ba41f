"""What events change about the question on the table."""

from dataclasses import replace

from core.domain import arrivals, outcomes
from core.domain.changes import (
    IllegalEvent,
    change,
    on_the_table,
    with_every,
    with_open,
    without,
)
from core.domain.code import Purpose, Ruling
from core.domain.interview import (
    CONSIDERED_CHARS,
    Answer,
    ClosedQuestion,
    Interview,
    OpenQuestion,
    Phase,
)
from core.domain.reading import Depth, Intent
from core.domain.record import turn_id
from core.domain.setting import Cue
from core.domain.transcript import TurnId
from core.domain.wakes import reminders_by_now

NUDGES = frozenset({Cue.NUDGE, Cue.STILL_THERE})
REDIRECTS = frozenset({Cue.REDIRECT, Cue.CLARIFY, Cue.SMALL_TALK, Cue.CANNOT_SHARE, Cue.OFFER_HINT})
# Code is done with when it passes, or when we are the ones who cannot judge it.
DONE = frozenset({Ruling.ACCEPTED, Ruling.SANDBOX_ERROR})


@change.register
def _(event: arrivals.AnswerGiven, interview: Interview) -> Interview:
    if interview.paused is outcomes.PauseReason.CARE:
        # What somebody says while the interview rests for their sake is no answer.
        return interview
    turn = turn_id(interview.turns)
    answer = Answer(turn=turn, text=event.text[:CONSIDERED_CHARS])

    def note(open_: OpenQuestion) -> OpenQuestion:
        return replace(open_, answers=(*open_.answers, answer), unread=(*open_.unread, turn))

    return with_open(interview, note)


@change.register
def _(event: arrivals.AnswerRevised, interview: Interview) -> Interview:
    if event.turn is None:
        return interview
    new = Answer(turn=event.turn, text=event.text[:CONSIDERED_CHARS])

    def revise(open_: OpenQuestion) -> OpenQuestion:
        answers = tuple(new if old.turn == new.turn else old for old in open_.answers)
        return replace(open_, answers=answers)

    return with_every(interview, revise)


@change.register
def _(event: arrivals.AnswerWithdrawn, interview: Interview) -> Interview:
    turn = event.turn
    if turn is None:
        return interview
    return with_every(interview, lambda question: without(question, turn))


@change.register
def _(event: outcomes.AnswerStruck, interview: Interview) -> Interview:
    return with_every(interview, lambda question: without(question, event.turn))


@change.register
def _(event: arrivals.ConfidenceGiven, interview: Interview) -> Interview:
    return with_open(interview, lambda open_: replace(open_, confidence=event.value))


@change.register
def _(event: arrivals.CodeRun, interview: Interview) -> Interview:
    return with_open(interview, lambda open_: replace(open_, code=event.source))


@change.register
def _(event: arrivals.CodeSubmitted, interview: Interview) -> Interview:
    return with_open(
        interview,
        lambda open_: replace(
            open_,
            code=event.source,
            has_submitted=True,
            submission=event.submission,
            is_judged=False,
            is_code_done=False,
        ),
    )


@change.register
def _(event: arrivals.SubmissionJudged, interview: Interview) -> Interview:
    return _judged(interview, event, is_done=event.verdict.ruling in DONE)


@change.register
def _(event: arrivals.SubmissionRefused, interview: Interview) -> Interview:
    return _judged(interview, event, is_done=True)


def _judged(
    interview: Interview,
    event: arrivals.SubmissionJudged | arrivals.SubmissionRefused,
    *,
    is_done: bool,
) -> Interview:
    """Note what came of the newest submission; that of an older one decides nothing any more."""

    def judge(open_: OpenQuestion) -> OpenQuestion:
        if event.purpose is not Purpose.SUBMIT or event.submission != open_.submission:
            return open_
        return replace(open_, is_judged=True, is_code_done=is_done)

    return with_every(interview, judge)


@change.register
def _(event: outcomes.AnswerUnderstood, interview: Interview) -> Interview:
    reading = event.reading
    if reading.intent is Intent.ABUSE:
        interview = replace(interview, abuse=interview.abuse + 1)

    def read(open_: OpenQuestion) -> OpenQuestion:
        turns = _read_with(open_, event.turn)
        if reading.intent in (Intent.ANSWER, Intent.CORRECTION):
            return replace(
                open_,
                unread=tuple(turn for turn in open_.unread if turn not in turns),
                reading=reading,
                covered=reading.covered,
                is_thinking=False,
                redirects=open_.redirects if reading.depth is Depth.EMPTY else 0,
            )
        # What was no answer is kept in the transcript, but does not count as one.
        is_thinking = reading.intent is Intent.THINKING
        return replace(without(open_, *turns), is_thinking=is_thinking)

    return with_open(interview, read)


def _read_with(open_: OpenQuestion, turn: TurnId) -> tuple[TurnId, ...]:
    """Return the turns that were read in one: with words that waited, those that waited before them."""
    if turn not in open_.unread:
        return (turn,)
    return open_.unread[: open_.unread.index(turn) + 1]


@change.register
def _(event: outcomes.QuestionAsked, interview: Interview) -> Interview:
    if interview.open is not None or interview.phase in (Phase.EVALUATING, Phase.OVER):
        raise IllegalEvent(f"no question can be asked while {interview.phase}")
    if event.question.id in interview.asked:
        raise IllegalEvent(f"{event.question.id} was asked already")
    open_ = OpenQuestion(
        number=event.number,
        question=event.question,
        task=event.task,
        opened_s=interview.elapsed_s,
        prompt=event.question.ask,
    )
    return replace(
        interview,
        open=open_,
        asked=(*interview.asked, event.question.id),
        phase=Phase.CHALLENGE if event.task else Phase.QUESTION,
    )


@change.register
def _(event: outcomes.FollowedUp, interview: Interview) -> Interview:
    return with_open(
        interview,
        lambda open_: replace(
            open_, ideas=(*open_.ideas, event.idea.id), prompt=event.idea.text, is_thinking=False
        ),
    )


@change.register
def _(event: outcomes.HintGiven, interview: Interview) -> Interview:
    return with_open(interview, lambda open_: replace(open_, rungs=event.rung))


@change.register
def _(event: outcomes.Said, interview: Interview) -> Interview:
    cue = event.cue

    def count(open_: OpenQuestion) -> OpenQuestion:
        return replace(
            open_,
            nudges=open_.nudges + (cue in NUDGES),
            redirects=open_.redirects + (cue in REDIRECTS),
        )

    if cue is Cue.TIME_IS_SHORT:
        interview = replace(interview, budget=replace(interview.budget, is_short=True))
    if cue is Cue.REMINDER:
        interview = replace(interview, reminders=reminders_by_now(interview))
    return with_open(interview, count)


@change.register
def _(event: outcomes.QuestionClosed, interview: Interview) -> Interview:
    open_ = interview.open
    if open_ is None:
        raise IllegalEvent("there is no question to close")
    closed = ClosedQuestion(
        number=open_.number,
        id=open_.question.id,
        type=open_.question.type,
        title=open_.question.title,
        closing=event.closing,
        grade=event.grade,
    )
    others = tuple(old for old in interview.closed if old.number != open_.number)
    was_answered = event.closing is outcomes.Closing.ANSWERED
    return on_the_table(
        replace(
            interview,
            closed=tuple(sorted((*others, closed), key=lambda each: each.number)),
            aside=None,
            last=replace(open_, is_reopened=False) if was_answered else None,
        ),
        interview.aside,
    )


@change.register
def _(event: outcomes.QuestionReopened, interview: Interview) -> Interview:
    if interview.last is None or interview.last.number != event.number:
        raise IllegalEvent(f"question {event.number} cannot be reopened")
    reopened = replace(interview.last, is_reopened=True, prompt=interview.last.question.ask)
    aside = replace(interview, aside=interview.open, last=None)
    return on_the_table(aside, reopened)
