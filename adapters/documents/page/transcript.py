"""Everything that was said, each turn with a name that quotes link to."""

from adapters.documents import wording
from adapters.documents.facts import remarks
from adapters.documents.page.blocks import prose, section, source
from adapters.documents.page.quotes import Quotes
from adapters.documents.tags import Html, tag
from core.domain.people import Role
from core.domain.report import Report
from core.domain.transcript import Turn, TurnKind


def transcript(report: Report, quotes: Quotes) -> Html:
    """Return the conversation, turn by turn."""
    if not report.transcript:
        return section("transcript", "Transcript", tag("p", "Nothing was said.", class_="empty"))
    turns = (_turn(turn, quotes) for turn in report.transcript)
    return section("transcript", "Transcript", tag("ol", *turns, class_="turns"))


def _turn(turn: Turn, quotes: Quotes) -> Html:
    side = "ours" if turn.speaker.role is Role.INTERVIEWER else "theirs"
    withdrawn = " withdrawn" if turn.is_withdrawn else ""
    return tag(
        "li",
        tag(
            "p",
            tag("strong", tag("bdi", turn.speaker.name)),
            tag("span", ", ".join(remarks(turn))),
            tag("a", wording.clock(turn.at_s), href=f"#{quotes.anchor(turn.id)}"),
            class_="said-by",
        ),
        source(turn.text, "Code") if turn.kind is TurnKind.CODE else prose(turn.text),
        id=quotes.anchor(turn.id),
        class_=f"{side}{withdrawn}",
    )
