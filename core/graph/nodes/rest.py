"""Pausing, resuming and going back: the candidate's hold on the interview."""

from dataclasses import dataclass

from core.domain import arrivals
from core.domain.interview import Status
from core.domain.outcomes import (
    AnswerStruck,
    AnswerUnderstood,
    InterviewPaused,
    InterviewResumed,
    PauseReason,
    QuestionReopened,
    Said,
)
from core.domain.reading import Intent
from core.domain.setting import Cue
from core.graph.care import ABUSE_AGAIN, DISTRESS
from core.graph.draft import Draft
from core.graph.reread import read_again
from core.ports.interviewer import Interviewer, Listener

AWAY = (
    "I have not heard from you for a while, so I have paused the interview and stopped its clock. "
    "Nothing is lost: come back whenever you like, and we go on where we were."
)

LOST = "We were cut off. Nothing that you had said is lost, and the clock stopped there."


@dataclass(frozen=True, slots=True)
class Rest:
    """Pauses the interview, and says why it waits."""

    interviewer: Interviewer

    async def __call__(self, draft: Draft) -> None:
        """Stop the clock; a pause while paused changes nothing."""
        if draft.interview.status is Status.PAUSED:
            draft.add(Said(text="The interview is paused already; nothing is lost."))
            return
        reason, text = await self._why(draft)
        draft.add(InterviewPaused(reason=reason, text=text))

    async def _why(self, draft: Draft) -> tuple[PauseReason, str]:
        intents = [
            entry.event.reading.intent
            for entry in draft.entries
            if isinstance(entry.event, AnswerUnderstood)
        ]
        if Intent.DISTRESS in intents:
            return PauseReason.CARE, DISTRESS
        if Intent.ABUSE in intents:
            return PauseReason.CARE, ABUSE_AGAIN
        if isinstance(draft.arrival, arrivals.ClockRang):
            return PauseReason.AWAY, AWAY
        if isinstance(draft.arrival, arrivals.PlaceLost):
            return PauseReason.AWAY, LOST
        return PauseReason.ASKED, await self.interviewer.phrase(draft.interview, Cue.PAUSE)


@dataclass(frozen=True, slots=True)
class Resume:
    """Starts the clock again and says where we were."""

    interviewer: Interviewer

    async def __call__(self, draft: Draft) -> None:
        """Go on; where nothing was paused, say so."""
        interview = draft.interview
        prompt = interview.open.prompt if interview.open else ""
        if interview.status is not Status.PAUSED:
            draft.add(Said(text=f"We are not paused. {prompt}".strip()))
            return
        text = await self.interviewer.phrase(interview, Cue.RESUME, about=prompt)
        draft.add(InterviewResumed(text=text))


@dataclass(frozen=True, slots=True)
class GoBack:
    """Takes the last answer back, or reopens the question before."""

    interviewer: Interviewer
    listener: Listener

    async def __call__(self, draft: Draft) -> None:
        """Strike the newest answer to the open question, else return to the last answered one."""
        open_, last = draft.interview.open, draft.interview.last
        if open_ and open_.answers:
            draft.add(AnswerStruck(turn=open_.answers[-1].turn))
            await read_again(draft, self.listener)
            text = await self._words(draft, open_.prompt)
            draft.add(Said(text=text, cue=Cue.GO_BACK))
        elif open_ and last and draft.interview.aside is None:
            text = await self._words(draft, last.question.ask)
            draft.add(QuestionReopened(number=last.number, text=text))
        else:
            draft.add(Said(text="There is no answer to go back to yet."))

    async def _words(self, draft: Draft, prompt: str) -> str:
        return await self.interviewer.phrase(draft.interview, Cue.GO_BACK, about=prompt)
