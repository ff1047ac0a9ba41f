"""Finds the interview that somebody means: by its id, the beginning of it, or as the last one."""

from collections.abc import Sequence

from core.domain.errors import NoSuchInterview, Refused
from core.domain.interview import InterviewId
from core.ports.archive import Summary

LAST = "last"
_SHOWN = 5


def found(wanted: str, summaries: Sequence[Summary], *, to_resume: bool = False) -> InterviewId:
    """Return the id of the one that is meant; raise `Refused` if it is none or not only one."""
    if wanted == LAST:
        return _last(summaries, to_resume=to_resume)
    ids = [each.id for each in summaries]
    if wanted in ids:
        return InterviewId(wanted)
    near = [id_ for id_ in ids if wanted and id_.startswith(wanted)]
    if not near:
        raise NoSuchInterview(f"There is no interview {wanted!r}. `greenroom history` lists yours.")
    if len(near) > 1:
        named = ", ".join(near[:_SHOWN])
        raise Refused(f"Several interviews begin with {wanted!r}: {named}. Write more of the id.")
    return near[0]


def _last(summaries: Sequence[Summary], *, to_resume: bool) -> InterviewId:
    for each in summaries:
        if not (to_resume and each.status.is_final):
            return each.id
    if to_resume:
        raise NoSuchInterview("No interview waits to be resumed. `greenroom practice` begins one.")
    raise NoSuchInterview("There is no interview yet. `greenroom practice` begins one.")
