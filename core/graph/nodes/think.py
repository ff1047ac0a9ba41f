"""Thinking: what arrived, what it means, what to do next."""

from dataclasses import dataclass

from core.domain import arrivals
from core.domain.arrivals import Arrival, WakeKind, WhisperKind
from core.domain.code import Purpose
from core.domain.interview import CONSIDERED_CHARS, Interview, OpenQuestion, Status
from core.domain.outcomes import (
    Closing,
    InterviewResumed,
    MoveChosen,
    PauseReason,
)
from core.domain.reading import Idea, Move
from core.domain.setting import Cue
from core.graph.decide import after_answer, after_ring, choose, in_time
from core.graph.draft import Draft
from core.graph.nodes.schedule import before_it_begins
from core.graph.words import Words
from core.ports.interviewer import Interviewer

_STARTS_AGAIN = (
    arrivals.HintAsked
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
    arrivals.PlaceMoved: choose(Move.WAIT, "the interview goes on elsewhere"),
    arrivals.PlaceAdded: choose(Move.WAIT, "somebody follows the interview"),
    arrivals.PlaceRemoved: choose(Move.WAIT, "somebody follows the interview no longer"),
    arrivals.ResumeAsked: choose(Move.RESUME, "somebody is ready to go on"),
    arrivals.EndAsked: choose(Move.CLOSE, "the end was asked for"),
    arrivals.ConfidenceGiven: choose(Move.REPLY, "confidence was given", cue=Cue.NOTED),
    arrivals.LanguageChosen: choose(Move.REPLY, "another language was chosen", cue=Cue.NOTED),
}

_RESTS = choose(Move.WAIT, "the interview rests")
# These end a question, which is graded on all that was said about it.
_LETTING_GO = frozenset({Move.ASK, Move.CLOSE})


@dataclass(frozen=True, slots=True)
class Think:
    """Understands what arrived and decides what follows."""

    words: Words
    interviewer: Interviewer

    async def __call__(self, draft: Draft) -> None:
        """Add what was understood, and the decision."""
        if _is_back(draft.interview, draft.arrival):
            # Whoever answers is back: asking them to say so first would be pedantic.
            draft.add(InterviewResumed(text=""))
        chosen = in_time(draft.interview, await self._decide(draft))
        if chosen.move in _LETTING_GO:
            chosen = await self.words.before_letting_go(draft, chosen)
        draft.add(chosen)

    async def _decide(self, draft: Draft) -> MoveChosen:
        if draft.interview.status is Status.SCHEDULED:
            return before_it_begins(draft.interview, draft.arrival)
        return await self._once_begun(draft)

    async def _once_begun(self, draft: Draft) -> MoveChosen:
        match draft.arrival:
            case arrivals.AnswerGiven(text=text):
                return await self.words.given(draft, text[:CONSIDERED_CHARS])
            case arrivals.AnswerRevised() | arrivals.AnswerWithdrawn() as correction:
                return await self.words.corrected(draft, correction)
            case arrivals.Whispered(kind=kind, text=text):
                return await self._after_whisper(draft, kind, text.strip())
            case (
                arrivals.CodeRun()
                | arrivals.CodeSubmitted()
                | arrivals.SubmissionJudged()
                | arrivals.SubmissionRefused()
            ):
                return await self._after_code(draft)
            case _ if _is_about_unread(draft):
                return await self.words.complete(draft)
            case plain:
                return _plain(draft.interview, plain)

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


def _plain(interview: Interview, arrival: Arrival) -> MoveChosen:
    if isinstance(arrival, arrivals.ClockRang):
        return after_ring(interview, arrival.kind)
    return _PLAIN_MOVES[type(arrival)]


def _is_about_unread(draft: Draft) -> bool:
    """Tell whether now is the time to read: all was said, or somebody is back whom nobody answered."""
    match draft.arrival:
        case arrivals.AnswerDone() | arrivals.ClockRang(kind=WakeKind.GRACE):
            return True
        case arrivals.ResumeAsked():
            return any(isinstance(entry.event, InterviewResumed) for entry in draft.entries)
        case _:
            return False


def _is_back(interview: Interview, arrival: Arrival) -> bool:
    """Tell whether somebody goes on by what they do; after care it takes more than words."""
    if interview.status is not Status.PAUSED:
        return False
    has_unread = interview.open is not None and interview.open.unread != ()
    match arrival:
        case arrivals.AnswerGiven():
            return interview.paused is not PauseReason.CARE
        case arrivals.AnswerDone():
            return has_unread and interview.paused is not PauseReason.CARE
        case arrivals.ResumeAsked():
            # The words that wait are answered, instead of the question said once more.
            return has_unread
        case _:
            return isinstance(arrival, _STARTS_AGAIN)
