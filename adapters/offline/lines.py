"""Which of a persona's lines is said: one after the other, so that none comes back before the rest had their turn."""

import re
from collections.abc import Sequence
from random import Random

from core.domain.interview import Interview
from core.domain.setting import Cue

PLACEHOLDER = "{about}"
_HINT = re.compile(r"\b(hints?|nudge)\b", re.IGNORECASE)
_MAY_OFFER_HINTS = frozenset({Cue.NUDGE, Cue.STILL_THERE, Cue.TRY_AGAIN, Cue.GO_AHEAD})
_ONCE_A_QUESTION = frozenset(
    {
        Cue.ACKNOWLEDGE_STRONG,
        Cue.ACKNOWLEDGE_PARTIAL,
        Cue.ACKNOWLEDGE_THIN,
        Cue.TRANSITION,
        Cue.TRANSITION_LAST,
        Cue.TRANSITION_CHALLENGE,
        Cue.OFFER_HINT,
        Cue.GIVE_UP,
        Cue.SKIP,
    }
)
_FOLLOW_UPS = frozenset({Cue.MISSED_POINT, Cue.DIG_CLAIM, Cue.DIG_DEEPER, Cue.ASK_ABOUT_CODE})


def line(lines: Sequence[str], interview: Interview, cue: Cue, about: str) -> str:
    """Return the line whose turn it is, with what it is about."""
    fitting = _fitting(lines, interview, cue, about)
    Random(f"{interview.setup.seed}/{cue}").shuffle(fitting)
    return fitting[_turn(interview, cue) % len(fitting)].replace(PLACEHOLDER, about)


def _fitting(lines: Sequence[str], interview: Interview, cue: Cue, about: str) -> list[str]:
    fitting = [each for each in lines if (PLACEHOLDER in each) == bool(about)] or list(lines)
    if cue in _MAY_OFFER_HINTS and not interview.hints_left:
        # A hint that is not to be had must not be offered.
        return [each for each in fitting if not _HINT.search(each)] or fitting
    return fitting


def _turn(interview: Interview, cue: Cue) -> int:
    """Return a number that grows by one from one use of the cue to the next, or nearly so."""
    open_ = interview.open
    number = len(interview.asked)
    if cue in _ONCE_A_QUESTION:
        return number
    if cue in _FOLLOW_UPS and open_:
        return number * interview.follow_ups + len(open_.ideas)
    if cue is Cue.GIVE_HINT and open_:
        return number * len(open_.question.hints) + open_.rungs
    return interview.said
