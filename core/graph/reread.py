"""Reading answers: those that wait for it all together, and once more what was corrected or taken back."""

from core.domain.interview import CONSIDERED_CHARS
from core.domain.outcomes import AnswerUnderstood
from core.domain.reading import Intent, Reading
from core.graph.draft import Draft
from core.ports.interviewer import Listener


async def read_unread(draft: Draft, listener: Listener) -> Reading | None:
    """Read the words that wait for it, as the one answer that they make; return what they mean."""
    open_ = draft.interview.open
    if open_ is None or not open_.unread:
        return None
    texts = (answer.text for answer in open_.answers if answer.turn in open_.unread)
    reading = await listener.understand(draft.interview, "\n".join(texts)[:CONSIDERED_CHARS])
    draft.add(AnswerUnderstood(turn=open_.unread[-1], reading=reading))
    return reading


async def read_again(draft: Draft, listener: Listener) -> Intent | None:
    """Read the newest answer that was read and still stands, and with it all; return what it means."""
    open_ = draft.interview.open
    read = [each for each in open_.answers if each.turn not in open_.unread] if open_ else []
    if not read:
        return None
    newest = read[-1]
    reading = await listener.understand(draft.interview, newest.text)
    draft.add(AnswerUnderstood(turn=newest.turn, reading=reading))
    if reading.intent in (Intent.ANSWER, Intent.CORRECTION):
        return reading.intent
    # It stands no longer as an answer, so what is covered follows from the one before.
    await read_again(draft, listener)
    return reading.intent
