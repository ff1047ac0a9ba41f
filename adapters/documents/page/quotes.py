"""Exact words of the transcript, with a link to where they were said."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from adapters.documents import wording
from adapters.documents.tags import Html, group, tag
from core.domain.report import Evidence
from core.domain.transcript import TurnId


@dataclass(frozen=True, slots=True)
class Quotes:
    """Quotes from a transcript that holds these turns."""

    turns: frozenset[TurnId]

    def quote(self, evidence: Evidence) -> Html:
        """Return one quote with its moment."""
        moment: Html | str = wording.clock(evidence.at_s)
        if evidence.turn in self.turns:
            moment = tag("a", moment, href=f"#{self.anchor(evidence.turn)}")
        return tag(
            "figure",
            tag("blockquote", tag("p", evidence.quote, dir="auto")),
            tag("figcaption", "at ", moment),
            class_="quote",
        )

    def quotes(self, evidence: Iterable[Evidence]) -> Html:
        """Return quotes one under the other."""
        return group(*(self.quote(piece) for piece in evidence))

    def anchor(self, turn: TurnId) -> str:
        """Return the name by which links reach a turn."""
        return re.sub(r"[^A-Za-z0-9_-]", "-", turn)
