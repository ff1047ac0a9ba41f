"""The code as it grew: one snapshot for each run and submission."""

from collections.abc import Sequence

from core.domain.arrivals import CodeRun, CodeSubmitted, SubmissionJudged, SubmissionRefused
from core.domain.code import Purpose, SubmissionId, Verdict
from core.domain.entry import Entry
from core.domain.record import numbered, seconds_into
from core.domain.report import Snapshot

UNJUDGED = "Not judged."


def snapshots(entries: Sequence[Entry]) -> tuple[Snapshot, ...]:
    """Return every version of the code, with what came of it."""
    judged: dict[SubmissionId, Verdict] = {}
    refused: dict[SubmissionId, str] = {}
    for entry in entries:
        match entry.event:
            case SubmissionJudged(submission=submission, verdict=verdict):
                judged[submission] = verdict
            case SubmissionRefused(submission=submission, reason=reason):
                refused[submission] = reason
            case _:
                pass
    found = []
    for entry, question in numbered(entries):
        event = entry.event
        if isinstance(event, CodeRun | CodeSubmitted):
            ruling = judged.get(event.submission)
            found.append(
                Snapshot(
                    at_s=round(seconds_into(entries, entry), 1),
                    question=question,
                    author=event.by.name,
                    purpose=Purpose.RUN if isinstance(event, CodeRun) else Purpose.SUBMIT,
                    language=event.language,
                    source=event.source,
                    verdict=ruling,
                    note="" if ruling else refused.get(event.submission, UNJUDGED),
                )
            )
    return tuple(found)
