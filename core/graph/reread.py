"""Reading the answers once more, after one of them was corrected or taken back."""

from core.domain.outcomes import AnswerUnderstood
from core.domain.reading import Intent
from core.graph.draft import Draft
from core.ports.interviewer import Listener


async def read_again(draft: Draft, listener: Listener) -> Intent | None:
    """Read the newest answer that still stands, and with it all of them; return what it is meant as."""
    open_ = draft.interview.open
    if open_ is None or not open_.answers:
        return None
    newest = open_.answers[-1]
    reading = await listener.understand(draft.interview, newest.text)
    draft.add(AnswerUnderstood(turn=newest.turn, reading=reading))
    if reading.intent in (Intent.ANSWER, Intent.CORRECTION):
        return reading.intent
    # It stands no longer as an answer, so what is covered follows from the one before.
    await read_again(draft, listener)
    return reading.intent
