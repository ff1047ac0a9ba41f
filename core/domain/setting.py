"""What an interview is set up with: pattern, persona and the weights that follow from them."""

from dataclasses import dataclass
from enum import StrEnum

from core.domain.question import Axis, InterviewType


class Cue(StrEnum):
    """A moment at which an interviewer says something; a persona has words for all but care."""

    GREET = "greet"
    ACKNOWLEDGE_STRONG = "acknowledge_strong"
    ACKNOWLEDGE_PARTIAL = "acknowledge_partial"
    ACKNOWLEDGE_THIN = "acknowledge_thin"
    TRANSITION = "transition"
    TRANSITION_LAST = "transition_last"
    TRANSITION_CHALLENGE = "transition_challenge"
    MISSED_POINT = "missed_point"
    DIG_CLAIM = "dig_claim"
    DIG_DEEPER = "dig_deeper"
    OFFER_HINT = "offer_hint"
    GIVE_HINT = "give_hint"
    NO_MORE_HINTS = "no_more_hints"
    NO_HINTS_ALLOWED = "no_hints_allowed"
    REPEAT = "repeat"
    CLARIFY = "clarify"
    REDIRECT = "redirect"
    CANNOT_SHARE = "cannot_share"
    SMALL_TALK = "small_talk"
    TAKE_YOUR_TIME = "take_your_time"
    NUDGE = "nudge"
    STILL_THERE = "still_there"
    GIVE_UP = "give_up"
    SKIP = "skip"
    GO_BACK = "go_back"
    BACK_TO = "back_to"
    CORRECTED = "corrected"
    NOT_FOUND = "not_found"
    PAUSE = "pause"
    RESUME = "resume"
    REMINDER = "reminder"
    TIME_IS_SHORT = "time_is_short"
    GO_AHEAD = "go_ahead"
    TRY_AGAIN = "try_again"
    ASK_ABOUT_CODE = "ask_about_code"
    NOTED = "noted"
    FAREWELL = "farewell"
    FAREWELL_EARLY = "farewell_early"
    CARE = "care"


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """How the interviewer sounds, never how it judges."""

    id: str
    name: str
    about: str
    follow_ups: int
    lines: dict[Cue, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyPattern:
    """What a kind of company asks, for how long, and what it weighs."""

    id: str
    name: str
    about: str
    minutes: int
    mix: dict[InterviewType, int]
    weights: dict[Axis, int]
    looks_for: tuple[str, ...]
