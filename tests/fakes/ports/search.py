"""A search that reads everything each time."""

from collections.abc import Iterable, Iterator, Sequence

from snowballstemmer import stemmer

from adapters.sql.terms import excerpt_of, terms_of, wanted
from core.domain.entry import Entry
from core.domain.interview import InterviewId
from core.domain.people import Audience
from core.domain.record import line_of, transcript
from core.domain.transcript import Turn, TurnKind
from core.ports.archive import Found

KINDS = {TurnKind.QUESTION, TurnKind.FOLLOW_UP, TurnKind.HINT, TurnKind.ANSWER, TurnKind.CODE}
_stems = stemmer("english").stemWords


def search(
    interviews: Iterable[tuple[InterviewId, Sequence[Entry]]], words: str
) -> tuple[Found, ...]:
    """Return the turns that hold all words, those that hold little else first."""
    terms = wanted(words)
    stems = set(_stems(terms))
    found: list[tuple[float, Found]] = []
    for id_, entries in interviews:
        for seq, turn in _turns(entries):
            said = _stems(terms_of(turn.text))
            if stems and stems <= set(said):
                share = sum(said.count(stem) for stem in stems) / len(said)
                excerpt = excerpt_of(turn.text, terms)
                found.append((-share, Found(interview=id_, seq=seq, excerpt=excerpt)))
    return tuple(each for _, each in sorted(found, key=lambda pair: pair[0]))


def _turns(entries: Sequence[Entry]) -> Iterator[tuple[int, Turn]]:
    seqs = [entry.seq for entry in entries if line_of(entry.event)]
    for seq, turn in zip(seqs, transcript(entries), strict=True):
        is_public = turn.audience is Audience.EVERYONE and not turn.is_withdrawn
        if is_public and turn.kind in KINDS:
            yield seq, turn
