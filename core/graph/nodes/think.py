"""Thinking: what arrived, what it means, what to do next."""

from dataclasses import dataclass, replace

from core.domain import arrivals
from core.domain.arrivals import WhisperKind
from core.domain.code import Purpose, Ruling
from core.domain.interview import Status
from core.domain.outcomes import (
    AnswerUnderstood,
    Closing,
    InterviewResumed,
    MoveChosen,
)
from core.domain.reading import Idea, Intent, Move
from core.domain.record import turn_id
from core.domain.setting import Cue
from core.graph.decide import after_answer, after_ring, after_words, choose
from core.graph.draft import Draft
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
    arrivals.PlaceLost: choose(Move.PAUSE, "the place was lost"),
    arrivals.ResumeAsked: choose(Move.RESUME, "somebody is ready to go on"),
    arrivals.EndAsked: choose(Move.CLOSE, "the end was asked for"),
    arrivals.AnswerWithdrawn: choose(Move.REPLY, "words were withdrawn", cue=Cue.CORRECTED),
    arrivals.ConfidenceGiven: choose(Move.REPLY, "confidence was given", cue=Cue.NOTED),
    arrivals.LanguageChosen: choose(Move.REPLY, "another language was chosen", cue=Cue.NOTED),
}


@dataclass(frozen=True, slots=True)
class Think:
    """Understands what arrived and decides what follows."""

    listener: Listener
    interviewer: Interviewer

    async def __call__(self, draft: Draft) -> None:
        """Add what was understood, and the decision."""
        arrival = draft.arrival
        if draft.interview.status is Status.PAUSED and isinstance(arrival, _STARTS_AGAIN):
            # Whoever answers is back: asking them to say so first would be pedantic.
            draft.add(InterviewResumed(text=""))
        draft.add(await self._decide(draft))

    async def _decide(self, draft: Draft) -> MoveChosen:
        match draft.arrival:
            case arrivals.AnswerGiven(text=text):
                return await self._after_words(draft, text)
            case arrivals.AnswerRevised(turn=turn, text=text):
                return await self._after_revision(draft, turn, text)
            case arrivals.ClockRang(kind=kind):
                return after_ring(draft.interview, kind)
            case arrivals.Whispered(kind=kind):
                return await self._after_whisper(draft, kind)
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
        draft.add(AnswerUnderstood(turn=turn_id(draft.interview.turns), reading=reading))
        idea = None
        if reading.intent in (Intent.ANSWER, Intent.CORRECTION):
            idea = await self.interviewer.follow_up(draft.interview)
        return after_words(draft.interview, reading, idea)

    async def _after_revision(self, draft: Draft, turn: str, words: str) -> MoveChosen:
        open_ = draft.interview.open
        if open_ and any(answer.turn == turn for answer in open_.answers):
            reading = await self.listener.understand(draft.interview, words)
            draft.add(
                AnswerUnderstood(
                    turn=open_.answers[-1].turn, reading=replace(reading, intent=Intent.ANSWER)
                )
            )
        return choose(Move.REPLY, "words were corrected", cue=Cue.CORRECTED)

    async def _after_whisper(self, draft: Draft, kind: WhisperKind) -> MoveChosen:
        match kind:
            case WhisperKind.HINT:
                return choose(Move.HINT, "a coach asked for a hint")
            case WhisperKind.SKIP:
                return choose(Move.ASK, "a coach moved on", closing=Closing.ENDED)
            case WhisperKind.SAY:
                return choose(Move.REPLY, "a coach has something to say", cue=Cue.NOTED)
            case WhisperKind.PROBE:
                idea = await self._idea(draft)
                if idea is None:
                    return choose(Move.WAIT, "there is nothing left to probe")
                return choose(Move.FOLLOW_UP, "a coach asked to probe", idea=idea)

    async def _after_code(self, draft: Draft) -> MoveChosen:
        open_ = draft.interview.open
        if open_ is None or open_.task is None:
            return choose(Move.REPLY, "there is no challenge to run code for", cue=Cue.NOTED)
        match draft.arrival:
            case arrivals.SubmissionJudged(purpose=Purpose.SUBMIT, verdict=verdict):
                if verdict.ruling is not Ruling.ACCEPTED:
                    return choose(Move.REPLY, "the code does not pass yet", cue=Cue.TRY_AGAIN)
                return await self._about_code(draft)
            case arrivals.SubmissionRefused(purpose=Purpose.SUBMIT):
                return await self._about_code(draft)
            case arrivals.SubmissionRefused():
                return choose(Move.REPLY, "the code could not be run", cue=Cue.NOTED)
            case _:
                return choose(Move.WAIT, "the sandbox is at work")

    async def _about_code(self, draft: Draft) -> MoveChosen:
        if idea := await self._idea(draft):
            return choose(Move.FOLLOW_UP, "the code is handed in", idea=idea)
        return after_answer(draft.interview, None)

    async def _idea(self, draft: Draft) -> Idea | None:
        if draft.interview.open is None:
            return None
        return await self.interviewer.follow_up(draft.interview)
