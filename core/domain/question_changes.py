"""What events change about the question on the table."""

from dataclasses import replace

from core.domain import arrivals, outcomes
from core.domain.changes import IllegalEvent, change, on_the_table, struck, with_open
from core.domain.interview import (
    CONSIDERED_CHARS,
    Answer,
    ClosedQuestion,
    Interview,
    OpenQuestion,
    Phase,
)
from core.domain.reading import Intent
from core.domain.record import turn_id
from core.domain.setting import Cue

NUDGES = frozenset({Cue.NUDGE, Cue.STILL_THERE})
REDIRECTS = frozenset({Cue.REDIRECT, Cue.CLARIFY, Cue.SMALL_TALK, Cue.CANNOT_SHARE})


@change.register
def _(event: arrivals.AnswerGiven, interview: Interview) -> Interview:
    answer = Answer(turn=turn_id(interview.turns), text=event.text[:CONSIDERED_CHARS])
    return with_open(
        interview, lambda open_: replace(open_, answers=(*open_.answers, answer), nudges=0)
    )


@change.register
def _(event: arrivals.AnswerRevised, interview: Interview) -> Interview:
    new = Answer(turn=event.turn, text=event.text[:CONSIDERED_CHARS])

    def revise(open_: OpenQuestion) -> OpenQuestion:
        answers = tuple(new if old.turn == event.turn else old for old in open_.answers)
        return replace(open_, answers=answers)

    return with_open(interview, revise)


@change.register
def _(event: arrivals.AnswerWithdrawn, interview: Interview) -> Interview:
    return struck(interview, event.turn)


@change.register
def _(event: outcomes.AnswerStruck, interview: Interview) -> Interview:
    return struck(interview, event.turn)


@change.register
def _(event: arrivals.ConfidenceGiven, interview: Interview) -> Interview:
    return with_open(interview, lambda open_: replace(open_, confidence=event.value))


@change.register
def _(event: arrivals.CodeRun, interview: Interview) -> Interview:
    return with_open(interview, lambda open_: replace(open_, code=event.source, nudges=0))


@change.register
def _(event: arrivals.CodeSubmitted, interview: Interview) -> Interview:
    return with_open(
        interview,
        lambda open_: replace(open_, code=event.source, has_submitted=True, nudges=0),
    )


@change.register
def _(event: outcomes.AnswerUnderstood, interview: Interview) -> Interview:
    reading = event.reading
    if reading.intent is Intent.ABUSE:
        interview = replace(interview, abuse=interview.abuse + 1)

    def read(open_: OpenQuestion) -> OpenQuestion:
        if reading.intent in (Intent.ANSWER, Intent.CORRECTION):
            return replace(
                open_,
                reading=reading,
                covered=reading.covered,
                is_thinking=False,
                redirects=0,
            )
        # What was no answer is kept in the transcript, but does not count as one.
        answers = tuple(answer for answer in open_.answers if answer.turn != event.turn)
        return replace(open_, answers=answers, is_thinking=reading.intent is Intent.THINKING)

    return with_open(interview, read)


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
    reopened = replace(interview.last, is_reopened=True)
    aside = replace(interview, aside=interview.open, last=None)
    return on_the_table(aside, reopened)
