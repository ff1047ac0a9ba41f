"""Interviews: a turn is thought by the graph, committed to the event log, and only then acted on."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from core.domain.arrivals import (
    Arrival,
    ClockRang,
    CodeRun,
    CodeSubmitted,
    InterviewRequested,
    PlaceLost,
    SubmissionJudged,
    SubmissionRefused,
)
from core.domain.code import Purpose
from core.domain.errors import NoSuchInterview, Refused, RunnerUnavailable, TooLate, Unavailable
from core.domain.interview import Interview, InterviewId, OpenQuestion, Phase
from core.domain.people import SANDBOX
from core.domain.wakes import rang_at
from core.graph.conductor import Conductor
from core.graph.draft import Draft
from core.outbox import Outbox
from core.ports.archive import Archive
from core.ports.clock import Clock
from core.ports.runner import CodeRunner, Submission

# Nobody asked for these, so nobody is to be told that they came too late.
_UNASKED = PlaceLost | SubmissionJudged | SubmissionRefused


@dataclass(frozen=True, slots=True, kw_only=True)
class Interviews:
    """Advances interviews, one event at a time; the caller keeps the events of one in order."""

    conductor: Conductor
    archive: Archive
    outbox: Outbox
    runner: CodeRunner
    clock: Clock
    new_id: Callable[[], InterviewId]
    watchers: list[Callable[[Interview], None]] = field(default_factory=list)

    async def begin(self, request: InterviewRequested) -> InterviewId:
        """Open an interview; its first question is asked when this returns."""
        id_ = self.new_id()
        await self._commit(await self.conductor.open(id_, request, self.clock.now()))
        return id_

    async def current(self, id_: InterviewId) -> Interview:
        """Return an interview as it stands; raise `NoSuchInterview` if there is none."""
        head = await self.archive.head(id_)
        if not head:
            raise NoSuchInterview(f"There is no interview {id_}. `greenroom history` lists yours.")
        return await self.conductor.current(id_, head)

    async def handle(self, id_: InterviewId, arrival: Arrival) -> None:
        """Advance the interview that `arrival` belongs to; what was handled before changes nothing."""
        interview = await self.current(id_)
        if arrival.origin and await self.archive.knows(id_, arrival.origin):
            return
        at = self._moment_of(interview, arrival)
        if at is None:
            # Whoever rang for nothing has missed something: let them see where we are.
            self._show(interview)
            return
        await self._commit(await self.conductor.turn(interview, arrival, at))

    async def _commit(self, draft: Draft) -> None:
        interview = draft.interview
        try:
            await self.archive.append(interview, draft.entries)
        except Unavailable:
            # The checkpoint is ahead of the log now, and the log is the truth.
            await self.conductor.forget(interview.id)
            raise
        if interview.status.is_final:
            await self.conductor.forget(interview.id)
        # First, so that the clock goes on even where a message cannot be shown.
        self._show(interview)
        await self.outbox.send(interview, draft.entries)
        await self._run_code(interview, draft.arrival)

    def _show(self, interview: Interview) -> None:
        for watch in self.watchers:
            watch(interview)

    async def _run_code(self, interview: Interview, arrival: Arrival) -> None:
        open_ = interview.open
        if not isinstance(arrival, CodeRun | CodeSubmitted) or open_ is None or open_.task is None:
            return
        submission = _submission(interview.id, open_, arrival)
        try:
            await self.runner.submit(submission)
        except RunnerUnavailable as error:
            refused = SubmissionRefused(
                by=SANDBOX,
                submission=submission.id,
                purpose=submission.purpose,
                reason=error.reply,
            )
            await self.handle(interview.id, refused)

    def _moment_of(self, interview: Interview, arrival: Arrival) -> datetime | None:
        """Return when an arrival happened; None if the interview does not wait for it any more."""
        now = max(interview.now, self.clock.now())
        match arrival:
            case ClockRang():
                return rang_at(interview, arrival, now)
            case InterviewRequested():
                raise Refused("This interview has begun already; what it is about is settled.")
            case _ if interview.phase not in (Phase.EVALUATING, Phase.OVER):
                return interview.now if isinstance(arrival, PlaceLost) else now
            case _ if isinstance(arrival, _UNASKED):
                return None
            case _:
                raise TooLate("This interview is over, so nothing can be added to it any more.")


def _submission(
    id_: InterviewId, open_: OpenQuestion, arrival: CodeRun | CodeSubmitted
) -> Submission:
    return Submission(
        id=arrival.submission,
        interview=id_,
        challenge=open_.question.id,
        purpose=Purpose.RUN if isinstance(arrival, CodeRun) else Purpose.SUBMIT,
        language=arrival.language,
        source=arrival.source,
        stdin=arrival.stdin if isinstance(arrival, CodeRun) else None,
    )
