"""Somebody new: a scripted candidate, whom the same script must always meet with the same questions."""

from core.domain.people import PersonId, Role, Speaker
from core.domain.question import QuestionId
from core.ports.archive import Found, Summary

NEWCOMER = Speaker(id=PersonId("script"), name="Scripted candidate", role=Role.CANDIDATE)


class NoHistory:
    """A shelf on which nobody's past is found, so that it decides nothing."""

    async def summaries(self, candidate: PersonId | None = None) -> tuple[Summary, ...]:
        """Return no interview."""
        del candidate
        return ()

    async def asked_of(self, candidate: PersonId) -> frozenset[QuestionId]:
        """Return no question."""
        del candidate
        return frozenset()

    async def search(
        self, words: str, candidate: PersonId | None = None, limit: int = 20
    ) -> tuple[Found, ...]:
        """Find nothing."""
        del words, candidate, limit
        return ()
