"""What an interviewer never does, checked on the event log and on everything that was shown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from pydantic import TypeAdapter

from core.bank.bank import Bank
from core.domain import arrivals, outcomes
from core.domain.arrivals import Arrived, WakeKind
from core.domain.entry import Entry, Event, restore, store
from core.domain.evolve import begin, evolve, rebuild
from core.domain.interview import Interview, InterviewId, Phase, Status
from core.domain.outcomes import Closing, Ending, PauseReason
from core.domain.people import INTERVIEWER, Audience
from core.domain.places import places_for
from core.domain.reading import Intent, Move
from core.domain.record import transcript
from core.domain.setting import Cue
from core.domain.transcript import TurnKind
from core.domain.wakes import REMINDED_BEFORE_S, THINKING_FACTOR, wrap_up_s
from core.graph.draft import Draft
from core.graph.state import pack, unpack
from tests.room import BANK, Room

_ASKS = outcomes.QuestionAsked | outcomes.FollowedUp | outcomes.HintGiven
_MOVES = arrivals.PlaceMoved | arrivals.PlaceAdded | arrivals.PlaceRemoved
_PATIENT = (WakeKind.GRACE, WakeKind.SILENCE)
# Restoring what a datetime and a float went through costs at most this.
TICK_S = 1e-4
_INTERVIEW = TypeAdapter(Interview)


async def check(here: Room) -> None:
    """Raise if the interview so far did what is never done, or cannot be rebuilt as it stands."""
    entries = await here.entries()
    check_log(here.id, entries)
    check_shown(here, entries)
    check_kept(here.now, here.id, entries)


def check_log(id_: InterviewId, entries: Sequence[Entry], bank: Bank = BANK) -> None:
    """Raise if the log holds what is never done."""
    seen = _Seen()
    for before, turn in turns_of(id_, entries):
        now = before
        for entry in turn:
            event, was = entry.event, now
            now = evolve(now, entry) if now else begin(id_, entry)
            _stands_as_it_may(now)
            if was is not None:
                seen.look(was, event)
            if was is not None and isinstance(event, outcomes.InterviewEnded):
                _may_end(was, event.ending, turn, bank)
        _is_calm(turn)
        _is_silent_while_it_waits(turn)
        if before is not None:
            _is_patient(before, turn)
            _is_on_time(before, turn)
            _is_quiet_at_rest_and_after_the_end(before, turn)
    _transcript_holds(entries)


@dataclass(slots=True)
class _Seen:
    """What was asked, followed up, hinted at and declined so far."""

    asked: list[str] = field(default_factory=list)
    followed: set[tuple[int, str]] = field(default_factory=set)
    rungs: dict[int, int] = field(default_factory=dict)
    declined: set[int] = field(default_factory=set)

    def look(self, was: Interview, event: Event) -> None:
        if isinstance(event, outcomes.Said) and event.cue is Cue.REMINDER:
            _may_remind(was)
        if isinstance(event, _ASKS):
            _may_ask(was, event)
        match event:
            case outcomes.QuestionAsked(question=question, number=number):
                assert question.id not in self.asked, f"{question.id} was asked twice"
                self.asked.append(question.id)
                assert number == len(self.asked)
            case outcomes.FollowedUp() | outcomes.HintGiven() | outcomes.QuestionClosed():
                assert was.open
                self._look_at(was.open.number, event, hints=was.setup.hints)
                if isinstance(event, outcomes.QuestionClosed):
                    assert not was.open.unread, "let go of words that nobody read"
            case outcomes.QuestionReopened(number=number):
                assert number not in self.declined, "went back to what was declined"
            case _:
                pass

    def _look_at(self, number: int, event: Event, *, hints: bool) -> None:
        match event:
            case outcomes.FollowedUp(idea=idea):
                new = {(number, idea.id), (number, idea.text)}
                assert not new & self.followed, f"{idea.id} was asked twice"
                self.followed |= new
            case outcomes.HintGiven(rung=rung):
                assert hints
                assert rung == self.rungs.get(number, 0) + 1 <= 3
                self.rungs[number] = rung
            case outcomes.QuestionClosed(closing=Closing.SKIPPED):
                self.declined.add(number)
            case _:
                pass


def check_shown(here: Room, entries: Sequence[Entry]) -> None:
    """Raise if something was shown that is in no log, or in another order."""
    shown = [str(each.id) for each in here.hearing.shown if str(each.id).startswith(f"{here.id}:")]
    seqs = [int(each.split(":")[1]) for each in shown]
    assert seqs == sorted(set(seqs))
    assert not seqs or seqs[-1] <= entries[-1].seq


def check_kept(now: Interview, id_: InterviewId, entries: Sequence[Entry]) -> None:
    """Raise if the interview cannot be had again from what is kept of it."""
    assert rebuild(id_, entries) == now
    assert _INTERVIEW.validate_json(_INTERVIEW.dump_json(now)) == now
    assert unpack(pack(Draft(now, list(entries[-3:])))) == Draft(now, list(entries[-3:]))
    last = entries[-1].event
    assert restore(store(last)) == last


def turns_of(
    id_: InterviewId, entries: Sequence[Entry]
) -> Iterator[tuple[Interview | None, list[Entry]]]:
    """Yield each turn with the interview as it stood before."""
    interview: Interview | None = None
    turn: list[Entry] = []
    before = interview
    for entry in entries:
        if isinstance(entry.event, Arrived) and turn:
            yield before, turn
            before, turn = interview, []
        turn.append(entry)
        interview = evolve(interview, entry) if interview else begin(id_, entry)
    yield before, turn


def _stands_as_it_may(now: Interview) -> None:
    assert now.elapsed_s <= now.budget.limit_s, "more time was used than there was"
    places = places_for(now, Audience.EVERYONE)
    assert len(set(places)) == len(places), "something would be shown twice in one place"
    assert now.place not in places_for(now, Audience.COACHES), "coaches would be overheard"
    assert (now.begins_at is not None) is (now.status is Status.SCHEDULED)
    if now.status is Status.SCHEDULED:
        assert (now.elapsed_s, now.open, now.plan) == (0, None, ())


def _may_ask(was: Interview, event: Event) -> None:
    assert was.left_s > 0, f"{event} came after the time was up"
    assert was.status is Status.IN_PROGRESS, f"{event} came during a pause"
    assert was.ending is None, f"{event} came after the end"


def _may_remind(was: Interview) -> None:
    if was.begins_at:
        assert not was.reminders
        assert was.begins_at - timedelta(seconds=REMINDED_BEFORE_S) <= was.now < was.begins_at
        return
    assert was.paused_at, "reminded of what was not waiting"
    waited_s = (was.now - was.paused_at).total_seconds()
    assert was.setup.patience.remind_s[was.reminders] <= waited_s < was.setup.patience.abandon_s


def _may_end(was: Interview, ending: Ending, turn: Sequence[Entry], bank: Bank) -> None:
    assert was.open is None
    assert was.aside is None
    match ending:
        case Ending.FINISHED:
            assert len(was.asked) == len(was.plan)
        case Ending.TIME_OUT:
            assert was.left_s <= wrap_up_s(was) + TICK_S, "ended long before its time"
        case Ending.BANK_SPENT:
            types = {slot.type for slot in was.plan}
            left = [q for q in bank.questions.values() if q.type in types]
            assert {q.id for q in left} <= set(was.asked), "there was more to ask"
        case Ending.ABANDONED:
            assert was.paused_at, "an interview that went on was given up"
            assert (was.now - was.paused_at).total_seconds() >= was.setup.patience.abandon_s
        case Ending.ASKED:
            asked = [entry.event for entry in turn]
            assert any(isinstance(event, arrivals.EndAsked) for event in asked) or any(
                isinstance(event, outcomes.MoveChosen) and "asks to end" in event.because
                for event in asked
            )


def _is_calm(turn: Sequence[Entry]) -> None:
    intents = {
        e.event.reading.intent for e in turn if isinstance(e.event, outcomes.AnswerUnderstood)
    }
    if intents & {Intent.ABUSE, Intent.DISTRESS}:
        assert not any(isinstance(entry.event, _ASKS) for entry in turn)


def _is_silent_while_it_waits(turn: Sequence[Entry]) -> None:
    moves = [e.event.move for e in turn if isinstance(e.event, outcomes.MoveChosen)]
    assert len(moves) <= 1
    if moves == [Move.WAIT]:
        assert not any(isinstance(e.event, outcomes.Said | _ASKS) for e in turn), "spoke up"


def _is_on_time(before: Interview, turn: Sequence[Entry]) -> None:
    begins = any(isinstance(entry.event, outcomes.InterviewOpened) for entry in turn)
    if begins and not isinstance(turn[0].event, arrivals.ResumeAsked):
        assert before.begins_at, "began twice"
        assert turn[0].at >= before.begins_at
    if before.status is Status.SCHEDULED:
        assert not any(isinstance(entry.event, outcomes.AnswerUnderstood) for entry in turn)


def _is_patient(before: Interview, turn: Sequence[Entry]) -> None:
    rang = turn[0].event
    if not isinstance(rang, arrivals.ClockRang) or rang.kind not in _PATIENT:
        return
    open_, patience = before.open, before.setup.patience
    assert open_
    waited_s = (turn[0].at - before.now).total_seconds()
    assert bool(open_.unread) is (rang.kind is WakeKind.GRACE)
    if open_.unread:
        assert waited_s >= patience.grace_s
        return
    wanted_s = patience.nudge_coding_s if open_.task else patience.nudge_s
    assert waited_s >= wanted_s * (THINKING_FACTOR if open_.is_thinking else 1)


def _is_quiet_at_rest_and_after_the_end(before: Interview, turn: Sequence[Entry]) -> None:
    if before.paused is PauseReason.CARE:
        # It takes more than words to go on from there.
        words = any(isinstance(entry.event, arrivals.AnswerGiven) for entry in turn)
        assert not (words and any(isinstance(e.event, outcomes.InterviewResumed) for e in turn))
    if before.phase in (Phase.EVALUATING, Phase.OVER):
        moved = isinstance(turn[0].event, _MOVES)
        assert moved or isinstance(turn[-1].event, outcomes.InterviewEvaluated)


def _transcript_holds(entries: Sequence[Entry]) -> None:
    turns = transcript(entries)
    assert [turn.id for turn in turns] == [f"t{n}" for n in range(1, len(turns) + 1)]
    assert all(turn.text.strip() for turn in turns if turn.speaker == INTERVIEWER)
    at_s = [turn.at_s for turn in turns]
    assert at_s == sorted(at_s)
    kinds = {turn.id: turn.kind for turn in turns}
    for entry in entries:
        if isinstance(entry.event, outcomes.AnswerUnderstood):
            assert kinds[entry.event.turn] is TurnKind.ANSWER
