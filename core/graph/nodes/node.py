"""What a node is: it thinks the draft a little further."""

from typing import Protocol

from core.graph.draft import Draft


class Node(Protocol):
    """One step of the interviewer's thinking; it says nothing itself."""

    async def __call__(self, draft: Draft) -> None:
        """Add to the draft what follows."""
        ...
