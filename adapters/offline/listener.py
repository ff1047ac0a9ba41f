"""Makes sense of the candidate's words with cues and rules."""

from collections.abc import Iterator
from dataclasses import dataclass

from adapters.offline.assent import is_assent
from adapters.offline.coverage import Covered, coverage
from adapters.offline.intents import intent_of
from adapters.offline.matching import first_match
from adapters.offline.quoting import quote
from adapters.offline.told import told_about
from adapters.offline.words import telling, words
from core.domain.interview import CONSIDERED_CHARS, Interview, OpenQuestion
from core.domain.question import PointId
from core.domain.reading import Depth, Heard, Intent, Reading
from core.domain.setting import Cue

QUOTE_CHARS = 60
_FEW_WORDS = 4
_THIN, _STRONG = 0.25, 0.7


@dataclass(frozen=True, slots=True)
class OfflineListener:
    """Reads one message in the light of the open question and of what was said about it before."""

    async def understand(self, interview: Interview, words: str) -> Reading:
        """Return the intent, and for an answer what the whole of the answers covers by now."""
        intent = _intent(interview, words)
        if interview.open is None or intent not in (Intent.ANSWER, Intent.CORRECTION):
            return Reading(intent=intent)
        return _read(interview.open, words[:CONSIDERED_CHARS], intent)


def _intent(interview: Interview, text: str) -> Intent:
    was_offered = interview.chosen is not None and interview.chosen.cue is Cue.OFFER_HINT
    return Intent.HINT if was_offered and is_assent(text) else intent_of(text)


def _read(open_: OpenQuestion, text: str, intent: Intent) -> Reading:
    told = told_about(open_)
    newest = coverage(open_.question.points, text, told)
    still = _still_covered(open_, text)
    covered = tuple(p.id for p in open_.question.points if p.id in newest or p.id in still)
    return Reading(
        intent=intent,
        depth=_depth(open_, covered, own_words=len(set(telling(text)) - set(telling(told)))),
        covered=covered,
        heard=tuple(_heard(open_, text)),
        quote=_quote(open_, newest),
        words=len(words(text)),
    )


def _still_covered(open_: OpenQuestion, newest: str) -> set[PointId]:
    """Return what the other answers had covered, unless the answer that did was taken back."""
    # Words that wait to be read are the newest ones, or a part of them.
    read = [answer.text for answer in open_.answers if answer.turn not in open_.unread]
    others = [text for text in read if text != newest]
    held = {id_ for text in others for id_ in coverage(open_.question.points, text)}
    return held & set(open_.covered)


def _depth(open_: OpenQuestion, covered: tuple[PointId, ...], own_words: int) -> Depth:
    weights = {point.id: point.weight for point in open_.question.points}
    share = sum(weights[id_] for id_ in covered) / sum(weights.values())
    if not covered and own_words < _FEW_WORDS:
        return Depth.EMPTY
    if share < _THIN:
        return Depth.THIN
    return Depth.STRONG if share >= _STRONG else Depth.PARTIAL


def _heard(open_: OpenQuestion, text: str) -> Iterator[Heard]:
    for follow_up in open_.question.follow_ups:
        match = first_match(follow_up.when, text)
        if match and (words := quote(match, QUOTE_CHARS)):
            yield Heard(follow_up=follow_up.id, quote=words)


def _quote(open_: OpenQuestion, newest: Covered) -> str:
    """Return the words most worth picking up: new ones, those that cover the weightiest point."""
    points = [point for point in open_.question.points if point.id in newest]
    points.sort(key=lambda point: (point.id in open_.covered, -point.weight))
    quotes = [quote(newest[point.id], QUOTE_CHARS) for point in points]
    # One word is hardly a quote, but better than none.
    return next((each for each in quotes if " " in each), next(filter(None, quotes), ""))
