"""What events change about an interview's life: its plan, its pauses, its end."""

from dataclasses import replace

from core.domain import arrivals, outcomes
from core.domain.changes import IllegalEvent, change, expect, with_open
from core.domain.interview import Interview, Phase, Status
from core.domain.reading import Move


@change.register
def _(event: arrivals.InterviewRequested, interview: Interview) -> Interview:
    raise IllegalEvent(f"interview {interview.id} was requested already, as {event.setup}")


@change.register
def _(event: arrivals.LanguageChosen, interview: Interview) -> Interview:
    return replace(interview, code_language=event.language)


@change.register
def _(event: outcomes.InterviewOpened, interview: Interview) -> Interview:
    if interview.status is Status.SCHEDULED:
        interview = replace(
            interview,
            status=Status.IN_PROGRESS,
            began_at=interview.now,
            begins_at=None,
            budget=replace(interview.budget, running_since=interview.now),
        )
    return replace(
        interview,
        pattern=event.pattern,
        plan=event.plan,
        avoid=event.avoid,
        follow_ups=event.follow_ups,
    )


@change.register
def _(event: outcomes.MoveChosen, interview: Interview) -> Interview:
    if event.move is Move.WAIT:
        # Whoever waits has said nothing: what is heard next still answers what was said last.
        return interview
    return replace(interview, chosen=event)


@change.register
def _(event: outcomes.LevelMoved, interview: Interview) -> Interview:
    return replace(interview, level=event.level)


@change.register
def _(event: outcomes.InterviewPaused, interview: Interview) -> Interview:
    expect(interview, Status.IN_PROGRESS, event)
    budget = replace(
        interview.budget, used_s=interview.budget.used(interview.now), running_since=None
    )
    return replace(
        interview,
        status=Status.PAUSED,
        paused=event.reason,
        paused_at=interview.now,
        reminders=0,
        budget=budget,
    )


@change.register
def _(event: outcomes.InterviewResumed, interview: Interview) -> Interview:
    expect(interview, Status.PAUSED, event)
    budget = replace(interview.budget, running_since=interview.now)
    resumed = replace(
        interview, status=Status.IN_PROGRESS, paused=None, paused_at=None, budget=budget
    )
    return with_open(resumed, lambda open_: replace(open_, nudges=0))


@change.register
def _(event: outcomes.InterviewEnded, interview: Interview) -> Interview:
    if interview.status.is_final or interview.phase in (Phase.EVALUATING, Phase.OVER):
        raise IllegalEvent("the interview has ended already")
    budget = replace(
        interview.budget, used_s=interview.budget.used(interview.now), running_since=None
    )
    return replace(
        interview,
        status=Status.IN_PROGRESS,
        paused=None,
        paused_at=None,
        begins_at=None,
        phase=Phase.EVALUATING,
        ending=event.ending,
        budget=budget,
    )


@change.register
def _(event: outcomes.InterviewEvaluated, interview: Interview) -> Interview:
    if interview.phase is not Phase.EVALUATING:
        raise IllegalEvent(f"{event.evaluator} cannot evaluate while {interview.phase}")
    answered = any(closed.closing is outcomes.Closing.ANSWERED for closed in interview.closed)
    status = Status.COMPLETED if answered else Status.CANCELLED
    return replace(interview, status=status, phase=Phase.OVER)
