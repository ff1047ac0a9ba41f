"""Which events are heard or read by people, in what words; the transcript is made of these."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import singledispatch

from core.domain import arrivals, outcomes
from core.domain.entry import Entry, Event
from core.domain.people import INTERVIEWER, Audience, Speaker
from core.domain.transcript import Turn, TurnId, TurnKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What an event adds to the transcript."""

    kind: TurnKind
    speaker: Speaker
    text: str
    audience: Audience = Audience.EVERYONE
    is_spoken: bool = False


def turn_id(count: int) -> TurnId:
    """Return the id of an interview's `count`th turn."""
    return TurnId(f"t{count}")


def transcript(entries: Iterable[Entry]) -> tuple[Turn, ...]:
    """Return what was said, in order, with later revisions and withdrawals worked in."""
    entries = tuple(entries)
    turns: list[Turn] = []
    for entry, number in numbered(entries):
        event = entry.event
        if line := line_of(event):
            turns.append(
                Turn(
                    id=turn_id(len(turns) + 1),
                    kind=line.kind,
                    speaker=line.speaker,
                    text=line.text,
                    at_s=seconds_into(entries, entry),
                    question=number,
                    audience=line.audience,
                    is_spoken=line.is_spoken,
                )
            )
        _mend(turns, event)
    return tuple(turns)


def seconds_into(entries: Sequence[Entry], entry: Entry) -> float:
    """Return how long after the beginning of the interview something happened; before it, none."""
    openings = (each for each in entries if isinstance(each.event, outcomes.InterviewOpened))
    began = next(openings, entries[0])
    return max(0.0, (entry.at - began.at).total_seconds())


def numbered(entries: Iterable[Entry]) -> Iterator[tuple[Entry, int | None]]:
    """Yield each event with the number of the question that it belongs to."""
    number: int | None = None
    aside: int | None = None
    for entry in entries:
        match entry.event:
            case outcomes.QuestionAsked(number=asked):
                number = asked
            case outcomes.QuestionReopened(number=reopened):
                number, aside = reopened, number
            case outcomes.InterviewEnded():
                number = None
            case _:
                pass
        yield entry, number
        if isinstance(entry.event, outcomes.QuestionClosed):
            number, aside = aside, None


def _mend(turns: list[Turn], event: Event) -> None:
    match event:
        case arrivals.AnswerRevised(turn=turn, text=text):
            _replace(turns, turn, text)
        case arrivals.AnswerWithdrawn(turn=turn) | outcomes.AnswerStruck(turn=turn):
            _replace(turns, turn, None)
        case _:
            pass


def _replace(turns: list[Turn], turn: TurnId | None, text: str | None) -> None:
    for at, old in enumerate(turns):
        if old.id == turn and old.kind is TurnKind.ANSWER:
            if text is None:
                turns[at] = replace(old, is_withdrawn=True)
            else:
                turns[at] = replace(old, text=text, is_revised=True)


@singledispatch
def line_of(event: Event) -> Line | None:
    """Return what `event` adds to the transcript, if it adds anything."""
    del event
    return None


@line_of.register
def _(event: arrivals.AnswerGiven) -> Line:
    return Line(kind=TurnKind.ANSWER, speaker=event.by, text=event.text, is_spoken=event.spoken)


@line_of.register
def _(event: arrivals.HintAsked) -> Line:
    return _request(event.by, "asks for a hint")


@line_of.register
def _(event: arrivals.RepeatAsked) -> Line:
    return _request(event.by, "asks to hear the question again")


@line_of.register
def _(event: arrivals.SkipAsked) -> Line:
    return _request(event.by, "skips the question")


@line_of.register
def _(event: arrivals.BackAsked) -> Line:
    return _request(event.by, "goes back")


@line_of.register
def _(event: arrivals.PauseAsked) -> Line:
    return _request(event.by, "asks for a pause")


@line_of.register
def _(event: arrivals.ResumeAsked) -> Line:
    return _request(event.by, "is ready to go on")


@line_of.register
def _(event: arrivals.EndAsked) -> Line:
    return _request(event.by, "ends the interview")


@line_of.register
def _(event: arrivals.ConfidenceGiven) -> Line:
    return _request(event.by, f"is confident to {event.value} of 5")


@line_of.register
def _(event: arrivals.LanguageChosen) -> Line:
    return _request(event.by, f"switches to {event.language}")


@line_of.register
def _(event: arrivals.CodeRun) -> Line:
    return Line(kind=TurnKind.CODE, speaker=event.by, text=event.source)


@line_of.register
def _(event: arrivals.CodeSubmitted) -> Line:
    return Line(kind=TurnKind.CODE, speaker=event.by, text=event.source)


@line_of.register
def _(event: arrivals.Whispered) -> Line:
    text = f"whispers: {event.kind} {event.text}".rstrip()
    return Line(kind=TurnKind.REQUEST, speaker=event.by, text=text, audience=Audience.COACHES)


@line_of.register
def _(event: outcomes.InterviewScheduled) -> Line:
    return _says(TurnKind.REMARK, event.text)


@line_of.register
def _(event: outcomes.InterviewOpened) -> Line:
    return _says(TurnKind.GREETING, event.text)


@line_of.register
def _(event: outcomes.QuestionAsked) -> Line:
    return _says(TurnKind.QUESTION, event.lead, event.question.ask)


@line_of.register
def _(event: outcomes.FollowedUp) -> Line:
    return _says(TurnKind.FOLLOW_UP, event.lead, event.idea.text)


@line_of.register
def _(event: outcomes.HintGiven) -> Line:
    return _says(TurnKind.HINT, event.lead, event.text)


@line_of.register
def _(event: outcomes.Said) -> Line:
    line = _says(TurnKind.REMARK, event.text)
    return replace(line, audience=event.audience)


@line_of.register
def _(event: outcomes.QuestionReopened) -> Line:
    return _says(TurnKind.REMARK, event.text)


@line_of.register
def _(event: outcomes.InterviewPaused) -> Line:
    return _says(TurnKind.REMARK, event.text)


@line_of.register
def _(event: outcomes.InterviewResumed) -> Line | None:
    return _says(TurnKind.REMARK, event.text) if event.text else None


@line_of.register
def _(event: outcomes.InterviewEnded) -> Line:
    return _says(TurnKind.REMARK, event.text)


def _request(speaker: Speaker, text: str) -> Line:
    return Line(kind=TurnKind.REQUEST, speaker=speaker, text=text)


def _says(kind: TurnKind, *parts: str) -> Line:
    return Line(kind=kind, speaker=INTERVIEWER, text=" ".join(part for part in parts if part))
