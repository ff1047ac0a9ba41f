"""What people get to hear of what happened: each event as a message, if it is one."""

from functools import singledispatch

from core.domain import arrivals, messages, outcomes
from core.domain.entry import Event
from core.domain.interview import Interview
from core.domain.messages import Message, MessageId


@singledispatch
def message_of(event: Event, id_: MessageId, interview: Interview) -> Message | None:
    """Return what people get to hear of an event, if anything."""
    del event, id_, interview
    return None


@message_of.register
def _(event: outcomes.InterviewOpened, id_: MessageId, interview: Interview) -> Message:
    del interview
    return messages.Say(id=id_, text=event.text)


@message_of.register
def _(event: outcomes.InterviewScheduled, id_: MessageId, interview: Interview) -> Message:
    del interview
    return messages.Say(id=id_, text=event.text)


@message_of.register
def _(event: outcomes.QuestionAsked, id_: MessageId, interview: Interview) -> Message:
    question, total = event.question, len(interview.plan)
    if event.task:
        return messages.Present(
            id=id_,
            number=event.number,
            total=total,
            level=question.level,
            title=question.title,
            lead=event.lead,
            task=event.task,
        )
    return messages.Ask(
        id=id_,
        number=event.number,
        total=total,
        type=question.type,
        level=question.level,
        title=question.title,
        lead=event.lead,
        text=question.ask,
    )


@message_of.register
def _(event: outcomes.FollowedUp, id_: MessageId, interview: Interview) -> Message:
    del interview
    return messages.FollowUp(id=id_, lead=event.lead, text=event.idea.text)


@message_of.register
def _(event: outcomes.HintGiven, id_: MessageId, interview: Interview) -> Message:
    rungs = len(interview.open.question.hints) if interview.open else event.rung
    return messages.Hint(id=id_, rung=event.rung, rungs=rungs, lead=event.lead, text=event.text)


@message_of.register
def _(event: outcomes.Said, id_: MessageId, interview: Interview) -> Message:
    del interview
    return messages.Say(id=id_, text=event.text, audience=event.audience)


@message_of.register
def _(event: outcomes.QuestionReopened, id_: MessageId, interview: Interview) -> Message:
    del interview
    return messages.Say(id=id_, text=event.text)


@message_of.register
def _(event: outcomes.InterviewPaused, id_: MessageId, interview: Interview) -> Message:
    del interview
    return messages.Pause(id=id_, text=event.text)


@message_of.register
def _(event: outcomes.InterviewResumed, id_: MessageId, interview: Interview) -> Message | None:
    del interview
    return messages.Say(id=id_, text=event.text) if event.text else None


@message_of.register
def _(event: outcomes.InterviewEnded, id_: MessageId, interview: Interview) -> Message:
    del interview
    return messages.Farewell(id=id_, text=event.text)


@message_of.register
def _(event: outcomes.InterviewEvaluated, id_: MessageId, interview: Interview) -> Message:
    del event, interview
    return messages.ShowReport(id=id_)


@message_of.register
def _(event: arrivals.SubmissionJudged, id_: MessageId, interview: Interview) -> Message:
    del interview
    return messages.ShowVerdict(id=id_, purpose=event.purpose, verdict=event.verdict)
