"""Asking the next question, and letting go of the one before."""

from dataclasses import dataclass, replace

from core.domain.interview import Interview
from core.domain.outcomes import Closing, Ending, LevelMoved, QuestionAsked, QuestionClosed, Said
from core.domain.setting import Cue
from core.domain.setup import Slot
from core.domain.wakes import wrap_up_s
from core.graph.draft import Draft
from core.graph.nodes.close import close_question, say_goodbye
from core.ports.interviewer import Choice, Interviewer

# An answer that covers this much calls for a harder question, one that covers less than that for an easier one.
HARDER, EASIER = 0.75, 0.3


@dataclass(frozen=True, slots=True)
class Ask:
    """Closes what is open and asks what comes next, or ends when nothing does."""

    interviewer: Interviewer

    async def __call__(self, draft: Draft) -> None:
        """Go on: to the question that was set aside, to the next one, or to the end."""
        lead = await self._let_go(draft)
        if draft.interview.open:
            await self._return(draft)
        elif (ending := _ending(draft.interview)) is not None:
            await say_goodbye(draft, self.interviewer, ending, lead=lead)
        else:
            await self._next(draft, lead)

    async def _let_go(self, draft: Draft) -> str:
        interview = draft.interview
        if interview.open is None:
            return ""
        chosen = interview.chosen
        closing = (chosen.closing if chosen else None) or Closing.ENDED
        cue = _acknowledgement(interview, closing)
        said = await self.interviewer.phrase(interview, cue)
        close_question(draft, closing)
        _move_level(draft, interview)
        return said

    async def _return(self, draft: Draft) -> None:
        """Take up the question that was set aside while the candidate went back."""
        interview = draft.interview
        prompt = interview.open.prompt if interview.open else ""
        text = await self.interviewer.phrase(interview, Cue.BACK_TO, about=prompt)
        draft.add(Said(text=text, cue=Cue.BACK_TO))

    async def _next(self, draft: Draft, acknowledgement: str) -> None:
        interview = draft.interview
        choice = await self._choice(interview)
        if choice is None:
            ending = Ending.BANK_SPENT
            await say_goodbye(draft, self.interviewer, ending, lead=acknowledgement)
            return
        number = len(interview.asked) + 1
        lead = acknowledgement
        if number > 1:
            cue = _transition(number, len(interview.plan), is_challenge=choice.task is not None)
            lead = f"{lead} {await self.interviewer.phrase(interview, cue)}".strip()
        draft.add(
            QuestionAsked(number=number, question=choice.question, task=choice.task, lead=lead)
        )

    async def _choice(self, interview: Interview) -> Choice | None:
        """Choose for the slot; where nothing of its kind is left, for another that was planned."""
        for slot in dict.fromkeys(
            (_slot(interview), *(replace(s, is_challenge=False) for s in interview.plan))
        ):
            if choice := await self.interviewer.choose(interview, slot):
                return choice
        return None


def _ending(interview: Interview) -> Ending | None:
    if len(interview.asked) >= len(interview.plan):
        return Ending.FINISHED
    # Opening a question that there is no time to answer would be unkind.
    if interview.asked and interview.left_s <= wrap_up_s(interview) / 2:
        return Ending.TIME_OUT
    return None


def _slot(interview: Interview) -> Slot:
    """Return the next slot; a challenge that there is no time for becomes a question in words."""
    slot = interview.plan[len(interview.asked)]
    if slot.is_challenge and interview.left_s < wrap_up_s(interview) * 2:
        return replace(slot, is_challenge=False)
    return slot


def _acknowledgement(interview: Interview, closing: Closing) -> Cue:
    if closing is Closing.SKIPPED:
        return Cue.SKIP
    if closing is Closing.GAVE_UP:
        return Cue.GIVE_UP
    if interview.open and interview.open.is_reopened:
        return Cue.CORRECTED
    grade = interview.open.grade if interview.open else 0.0
    if grade >= HARDER:
        return Cue.ACKNOWLEDGE_STRONG
    return Cue.ACKNOWLEDGE_PARTIAL if grade > EASIER else Cue.ACKNOWLEDGE_THIN


def _transition(number: int, total: int, *, is_challenge: bool) -> Cue:
    if is_challenge:
        return Cue.TRANSITION_CHALLENGE
    return Cue.TRANSITION_LAST if number == total else Cue.TRANSITION


def _move_level(draft: Draft, before: Interview) -> None:
    """Let the difficulty follow the answers."""
    closed = draft.entries[-1].event
    if not isinstance(closed, QuestionClosed) or closed.grade is None or before.open is None:
        return
    if before.open.is_reopened:
        return
    steps = 1 if closed.grade >= HARDER else -1 if closed.grade <= EASIER else 0
    level = before.level.moved(steps)
    if level is not before.level:
        draft.add(LevelMoved(level=level))
