"""Makes sense of the candidate's words with cues and rules."""

from dataclasses import dataclass

from adapters.offline.intents import intent_of
from adapters.offline.matching import first_match
from adapters.offline.words import clip, sentences, telling, words
from core.domain.interview import Interview, OpenQuestion
from core.domain.question import PointId
from core.domain.reading import Depth, Heard, Intent, Reading

QUOTE_CHARS = 90
_FEW_WORDS = 4
_THIN, _STRONG = 0.25, 0.7


@dataclass(frozen=True, slots=True)
class OfflineListener:
    """Reads one message in the light of the open question and of what was said about it before."""

    async def understand(self, interview: Interview, words: str) -> Reading:
        """Return the intent, and for an answer what the whole of the answers covers by now."""
        intent = intent_of(words)
        if interview.open is None or intent not in (Intent.ANSWER, Intent.CORRECTION):
            return Reading(intent=intent)
        return _read(interview.open, words, intent)


def covered_by(open_: OpenQuestion) -> tuple[PointId, ...]:
    """Return the key points that the answers so far cover."""
    return tuple(
        point.id
        for point in open_.question.points
        if any(first_match(point.cues, answer.text) for answer in open_.answers)
    )


def _read(open_: OpenQuestion, text: str, intent: Intent) -> Reading:
    covered = covered_by(open_)
    return Reading(
        intent=intent,
        depth=_depth(open_, covered, text),
        covered=covered,
        heard=_heard(open_, text),
        quote=_quote(open_, text),
        words=len(words(text)),
    )


def _depth(open_: OpenQuestion, covered: tuple[PointId, ...], text: str) -> Depth:
    weights = {point.id: point.weight for point in open_.question.points}
    share = sum(weights[id_] for id_ in covered) / sum(weights.values())
    if not covered and len(set(telling(text))) < _FEW_WORDS:
        return Depth.EMPTY
    if share < _THIN:
        return Depth.THIN
    return Depth.STRONG if share >= _STRONG else Depth.PARTIAL


def _heard(open_: OpenQuestion, text: str) -> tuple[Heard, ...]:
    return tuple(
        Heard(follow_up=follow_up.id, quote=clip(match.sentence, QUOTE_CHARS))
        for follow_up in open_.question.follow_ups
        if (match := first_match(follow_up.when, text))
    )


def _quote(open_: OpenQuestion, text: str) -> str:
    """Return the words most worth picking up: those that covered the weightiest point."""
    for point in sorted(open_.question.points, key=lambda point: -point.weight):
        if match := first_match(point.cues, text):
            return clip(match.sentence, QUOTE_CHARS)
    longest = max(sentences(text), key=lambda sentence: len(sentence.stems), default=None)
    return clip(longest.text, QUOTE_CHARS) if longest else ""
