"""Replying: whatever is neither question nor hint."""

from dataclasses import dataclass

from core.domain import arrivals
from core.domain.interview import Interview, OpenQuestion, Status
from core.domain.outcomes import PauseReason, Said
from core.domain.setting import Cue
from core.graph.care import ABUSE_ONCE, RESTING, STILL_RESTING
from core.graph.draft import Draft
from core.graph.nodes.probe import unjudged
from core.graph.nodes.schedule import not_yet, when
from core.ports.interviewer import Interviewer

SECONDS_PER_MINUTE = 60
# After these the question is said once more, since it may have got lost.
_SAID_AGAIN = frozenset({Cue.SMALL_TALK, Cue.REDIRECT})


@dataclass(frozen=True, slots=True)
class Reply:
    """Answers what was no answer, in the persona's words or in fixed ones."""

    interviewer: Interviewer

    async def __call__(self, draft: Draft) -> None:
        """Say what the decision called for."""
        interview = draft.interview
        cue = interview.chosen.cue if interview.chosen and interview.chosen.cue else Cue.NOTED
        text = _fixed(draft, cue) or await self._phrase(interview, cue)
        draft.add(Said(text=text, cue=cue))

    async def _phrase(self, interview: Interview, cue: Cue) -> str:
        said = await self.interviewer.phrase(interview, cue, about=_about(interview, cue))
        if cue in _SAID_AGAIN and interview.open:
            return f"{said} {_reminder(interview.open)}"
        return said


def _about(interview: Interview, cue: Cue) -> str:
    open_ = interview.open
    match cue:
        case Cue.REPEAT if open_:
            return open_.prompt
        case Cue.CLARIFY if open_:
            return _reminder(open_) if open_.ideas or open_.task else open_.question.rephrased
        case Cue.TIME_IS_SHORT:
            return _about_minutes(interview.left_s)
        case Cue.REMINDER:
            return _waiting(interview)
        case _:
            return ""


def _waiting(interview: Interview) -> str:
    if interview.begins_at:
        left = _about_minutes((interview.begins_at - interview.now).total_seconds())
        return f"your interview begins in {left}, on {when(interview)}"
    open_, total = interview.open, len(interview.plan)
    where = f", at question {open_.number} of {total}" if open_ else ""
    return f"your interview waits{where}; nothing is lost, and you can resume or end it any time"


def _reminder(open_: OpenQuestion) -> str:
    """Return the open question in a breath; a whole task is only repeated when somebody asks for it."""
    if open_.task and open_.prompt == open_.question.ask:
        return f"The task is still “{open_.question.title}”, as it stands above."
    return open_.prompt


def _about_minutes(seconds: float) -> str:
    minutes = round(seconds / SECONDS_PER_MINUTE)
    if minutes <= 1:
        return "about a minute" if seconds > SECONDS_PER_MINUTE / 2 else "less than a minute"
    return f"about {minutes} minutes"


def _fixed(draft: Draft, cue: Cue) -> str:
    """Return the words that no persona may choose, where the moment has such."""
    if draft.interview.status is Status.SCHEDULED and cue is not Cue.REMINDER:
        return not_yet(draft.interview)
    match draft.arrival:
        case arrivals.LanguageChosen(language=language):
            words = _language(draft.interview, language.value)
        case arrivals.ConfidenceGiven(value=value):
            words = f"Noted: {value} of 5. The report will show how well you judged yourself."
        case arrivals.Whispered(text=text):
            words = text
        case arrivals.SubmissionRefused() as refused:
            words = unjudged(refused)
        case arrivals.CodeRun() | arrivals.CodeSubmitted():
            words = "There is no coding challenge open, so there is nothing to run this for."
        case _:
            words = _of_care(draft.interview, cue)
    return words


def _of_care(interview: Interview, cue: Cue) -> str:
    if cue is Cue.REMINDER and interview.paused is PauseReason.CARE:
        return STILL_RESTING
    if cue is not Cue.CARE:
        return ""
    return RESTING if interview.status is Status.PAUSED else ABUSE_ONCE


def _language(interview: Interview, name: str) -> str:
    task = interview.open.task if interview.open else None
    if task is None:
        return f"Noted: code will be in {name}."
    return f"From here on in {name}. You can start from this:\n\n```{name}\n{task.starters[interview.code_language]}```"
