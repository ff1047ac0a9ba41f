"""Code on its way to the sandbox."""

from dataclasses import dataclass
from typing import TypeAlias

from core.domain.arrivals import CodeRun, CodeSubmitted
from core.domain.challenge import Language
from core.domain.code import Purpose, SubmissionId
from core.domain.interview import InterviewId, OpenQuestion
from core.domain.question import QuestionId

Code: TypeAlias = CodeRun | CodeSubmitted


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """Code to be run against a challenge's examples, its hidden tests or the candidate's own input."""

    id: SubmissionId
    interview: InterviewId
    challenge: QuestionId
    purpose: Purpose
    language: Language
    source: str
    stdin: str | None = None


def submission_of(code: Code, id_: InterviewId, open_: OpenQuestion) -> Submission:
    """Return what is to be run of `code`, for the question that it was written for."""
    is_run = isinstance(code, CodeRun)
    return Submission(
        id=code.submission,
        interview=id_,
        challenge=open_.question.id,
        purpose=Purpose.RUN if is_run else Purpose.SUBMIT,
        language=code.language,
        source=code.source,
        stdin=code.stdin if isinstance(code, CodeRun) else None,
    )
