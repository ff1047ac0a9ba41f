"""Interviews: a turn is thought by the graph, committed to the event log, and only then acted on."""

from collections.abc import Callable
from dataclasses import dataclass, field

from core.domain.arrivals import (
    Arrival,
    ClockRang,
    CodeRun,
    CodeSubmitted,
    InterviewRequested,
    PlaceLost,
    SubmissionRefused,
)
from core.domain.code import Purpose
from core.domain.errors import NoSuchInterview, RunnerUnavailable, TooLate, Unavailable
from core.domain.interview import Interview, InterviewId, OpenQuestion, Phase
from core.domain.people import SANDBOX
from core.domain.wakes import next_wake
from core.graph.conductor import Conductor
from core.graph.draft import Draft
from core.outbox import Outbox
from core.ports.archive import Archive
from core.ports.clock import Clock
from core.ports.runner import CodeRunner, Submission


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
        if isinstance(arrival, ClockRang):
            if not self._is_due(interview, arrival):
                return
        elif interview.phase in (Phase.EVALUATING, Phase.OVER):
            raise TooLate("This interview is over, so nothing can be added to it any more.")
        at = interview.now if isinstance(arrival, PlaceLost) else self.clock.now()
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
        await self.outbox.send(interview, draft.entries)
        for watch in self.watchers:
            watch(interview)
        await self._run_code(interview, draft.arrival)

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

    def _is_due(self, interview: Interview, rang: ClockRang) -> bool:
        """Tell whether the interview still waits for this moment: a late or second ring is none."""
        wake = next_wake(interview)
        return wake is not None and wake.kind is rang.kind and wake.at <= self.clock.now()


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
