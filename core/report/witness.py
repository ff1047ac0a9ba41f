"""Looks quotes up in the transcript, so that each carries its moment."""

from collections.abc import Iterable, Sequence

from core.domain.report import Evidence
from core.domain.rubric import Quote
from core.domain.transcript import Turn


class Witness:
    """Knows every turn; vouches for exact quotes only."""

    def __init__(self, turns: Sequence[Turn]) -> None:
        self._turns = {turn.id: turn for turn in turns}

    def evidence(self, quotes: Iterable[Quote]) -> tuple[Evidence, ...]:
        """Return each quote that the transcript holds, with its moment."""
        return tuple(
            Evidence(turn=turn.id, at_s=turn.at_s, quote=quote.text)
            for quote in quotes
            if (turn := self._turns.get(quote.turn)) and quote.text in turn.text
        )
