"""Thinking: what arrived, what it means, what to do next."""

from dataclasses import dataclass

from core.domain import arrivals
from core.domain.arrivals import Arrival, WhisperKind
from core.domain.code import Purpose
from core.domain.interview import CONSIDERED_CHARS, Interview, OpenQuestion, Status
from core.domain.outcomes import (
    AnswerUnderstood,
    Closing,
    InterviewResumed,
    MoveChosen,
    PauseReason,
)
from core.domain.reading import Idea, Intent, Move, Reading
from core.domain.record import turn_id
from core.domain.setting import Cue
from core.graph.decide import after_answer, after_ring, after_words, choose, in_time
from core.graph.draft import Draft
from core.graph.reread import read_again
from core.ports.interviewer import Interviewer, Listener

_STARTS_AGAIN = (
    arrivals.AnswerGiven
    | arrivals.HintAsked
    | arrivals.RepeatAsked
    | arrivals.SkipAsked
    | arrivals.BackAsked
    | arrivals.CodeRun
    | arrivals.CodeSubmitted
)
_PLAIN_MOVES: dict[type, MoveChosen] = {
    arrivals.HintAsked: choose(Move.HINT, "a hint was asked for"),
    arrivals.RepeatAsked: choose(Move.REPLY, "a repetition was asked for", cue=Cue.REPEAT),
    arrivals.SkipAsked: choose(Move.ASK, "the question was declined", closing=Closing.SKIPPED),
    arrivals.BackAsked: choose(Move.GO_BACK, "the last answer is taken back"),
    arrivals.PauseAsked: choose(Move.PAUSE, "a pause was asked for"),
    arrivals.PlaceMoved: choose(Move.WAIT, "the interview goes on in another place"),
    arrivals.PlaceLost: choose(Move.PAUSE, "the place was lost"),
    arrivals.ResumeAsked: choose(Move.RESUME, "somebody is ready to go on"),
    arrivals.EndAsked: choose(Move.CLOSE, "the end was asked for"),
    arrivals.ConfidenceGiven: choose(Move.REPLY, "confidence was given", cue=Cue.NOTED),
    arrivals.LanguageChosen: choose(Move.REPLY, "another language was chosen", cue=Cue.NOTED),
}

_RESTS = choose(Move.WAIT, "the interview rests")


@dataclass(frozen=True, slots=True)
class Think:
    """Understands what arrived and decides what follows."""

    listener: Listener
    interviewer: Interviewer

    async def __call__(self, draft: Draft) -> None:
        """Add what was understood, and the decision."""
        if _is_back(draft.interview, draft.arrival):
            # Whoever answers is back: asking them to say so first would be pedantic.
            draft.add(InterviewResumed(text=""))
        chosen = await self._decide(draft)
        draft.add(in_time(draft.interview, chosen))

    async def _decide(self, draft: Draft) -> MoveChosen:
        match draft.arrival:
            case arrivals.AnswerGiven(text=text):
                return await self._after_words(draft, text[:CONSIDERED_CHARS])
            case arrivals.AnswerRevised() | arrivals.AnswerWithdrawn():
                return await self._after_correction(draft)
            case arrivals.ClockRang(kind=kind):
                return after_ring(draft.interview, kind)
            case arrivals.Whispered(kind=kind, text=text):
                return await self._after_whisper(draft, kind, text.strip())
            case (
                arrivals.CodeRun()
                | arrivals.CodeSubmitted()
                | arrivals.SubmissionJudged()
                | arrivals.SubmissionRefused()
            ):
                return await self._after_code(draft)
            case plain:
                return _PLAIN_MOVES[type(plain)]

    async def _after_words(self, draft: Draft, words: str) -> MoveChosen:
        reading = await self.listener.understand(draft.interview, words)
        if draft.interview.paused is PauseReason.CARE and reading.intent is not Intent.END:
            return choose(Move.REPLY, "the interview rests for the candidate's sake", cue=Cue.CARE)
        draft.add(AnswerUnderstood(turn=turn_id(draft.interview.turns), reading=reading))
        idea = None
        if reading.intent in (Intent.ANSWER, Intent.CORRECTION):
            idea = await self.interviewer.follow_up(draft.interview)
        return after_words(draft.interview, reading, idea)

    async def _after_correction(self, draft: Draft) -> MoveChosen:
        intent = await read_again(draft, self.listener)
        if intent in (Intent.DISTRESS, Intent.ABUSE):
            return after_words(draft.interview, Reading(intent=intent), None)
        return choose(Move.REPLY, "words were corrected or withdrawn", cue=Cue.CORRECTED)

    async def _after_whisper(self, draft: Draft, kind: WhisperKind, text: str) -> MoveChosen:
        if kind is not WhisperKind.SAY and draft.interview.status is Status.PAUSED:
            return _RESTS
        match kind:
            case WhisperKind.HINT if draft.interview.hints_left:
                return choose(Move.HINT, "a coach asked for a hint")
            case WhisperKind.SKIP:
                return choose(Move.ASK, "a coach moved on", closing=Closing.ENDED)
            case WhisperKind.SAY if text:
                return choose(Move.REPLY, "a coach has something to say", cue=Cue.NOTED)
            case WhisperKind.PROBE if idea := await self._idea(draft):
                return choose(Move.FOLLOW_UP, "a coach asked to probe", idea=idea)
            case _:
                return choose(Move.WAIT, "a coach asked for what is not there")

    async def _after_code(self, draft: Draft) -> MoveChosen:
        open_ = draft.interview.open
        if open_ is None or open_.task is None:
            if isinstance(draft.arrival, arrivals.SubmissionJudged):
                return choose(Move.WAIT, "the question that this code was for is dealt with")
            return choose(Move.REPLY, "there is no challenge to run code for", cue=Cue.NOTED)
        match draft.arrival:
            case arrivals.CodeRun() | arrivals.CodeSubmitted():
                return choose(Move.WAIT, "the sandbox is at work")
            case (
                arrivals.SubmissionJudged(purpose=Purpose.SUBMIT, submission=submission)
                | arrivals.SubmissionRefused(purpose=Purpose.SUBMIT, submission=submission)
            ) if submission == open_.submission:
                return await self._about_code(draft, open_)
            case arrivals.SubmissionRefused():
                return choose(Move.REPLY, "the code could not be run", cue=Cue.NOTED)
            case _:
                return choose(Move.WAIT, "the verdict is shown")

    async def _about_code(self, draft: Draft, open_: OpenQuestion) -> MoveChosen:
        if draft.interview.status is Status.PAUSED:
            is_refused = isinstance(draft.arrival, arrivals.SubmissionRefused)
            return choose(Move.REPLY, "no verdict", cue=Cue.NOTED) if is_refused else _RESTS
        if not open_.is_code_done:
            return choose(Move.REPLY, "the code does not pass yet", cue=Cue.TRY_AGAIN)
        if idea := await self._idea(draft):
            return choose(Move.FOLLOW_UP, "the code is handed in", idea=idea)
        return after_answer(draft.interview, None)

    async def _idea(self, draft: Draft) -> Idea | None:
        if draft.interview.open is None:
            return None
        return await self.interviewer.follow_up(draft.interview)


def _is_back(interview: Interview, arrival: Arrival) -> bool:
    """Tell whether somebody goes on by what they do; after care it takes more than words."""
    if interview.status is not Status.PAUSED or not isinstance(arrival, _STARTS_AGAIN):
        return False
    return interview.paused is not PauseReason.CARE or not isinstance(arrival, arrivals.AnswerGiven)
