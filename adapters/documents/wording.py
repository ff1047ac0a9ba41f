"""How numbers and fixed words are said, the same in every form of the report."""

from datetime import UTC, datetime

from core.domain.code import Purpose, Ruling, TestResult, Verdict
from core.domain.outcomes import Closing, Ending
from core.domain.report import About, AxisScore, Evidence, Headline, Snapshot
from core.domain.rubric import HIGHEST
from core.domain.transcript import TurnKind

NOT_ASSESSED = "not assessed"
BEST_SCORE = 10
MOST_CONFIDENT = 5

# From here on nobody counts the seconds.
_LONG_MIN = 10

_CLOSINGS = {
    Closing.ANSWERED: "answered",
    Closing.SKIPPED: "skipped",
    Closing.GAVE_UP: "given up",
    Closing.TIMED_OUT: "out of time",
    Closing.ENDED: "cut off by the end",
}
_ENDINGS = {
    Ending.FINISHED: "all planned questions were dealt with",
    Ending.TIME_OUT: "the time was up",
    Ending.ASKED: "it was ended on request",
    Ending.BANK_SPENT: "there was no fitting question left",
    Ending.ABANDONED: "it was paused and not taken up again",
}


def level(axis: AxisScore) -> str:
    """Say an axis's level with its uncertainty."""
    if axis.level is None:
        return NOT_ASSESSED
    return f"{_give_or_take(axis.level, axis.spread)} of {HIGHEST}"


def overall(headline: Headline) -> str:
    """Say the overall score with its uncertainty."""
    if headline.overall is None:
        return NOT_ASSESSED
    return f"{_give_or_take(headline.overall, headline.spread)} / {BEST_SCORE}"


def score(part: float | None) -> str:
    """Say the score of one answer, which is a part of one, on the scale of the overall score."""
    return NOT_ASSESSED if part is None else f"{BEST_SCORE * part:.1f} / {BEST_SCORE}"


def share(part: float) -> str:
    """Say a part of one as a percentage."""
    return f"{part:.0%}".replace("%", " %")


def began(at: str) -> str:
    """Say when an interview began."""
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return at
    if moment.tzinfo is None:
        return f"{moment:%Y-%m-%d %H:%M}"
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def interview(about: About) -> str:
    """Say in a line which interview this was."""
    pattern = f", {about.pattern_name} pattern" if about.pattern_name else ""
    return (
        f"{capital(about.type.label)} interview{pattern}, "
        f"{count(about.questions_asked, 'question')} in {lasting(about.used_s)}. "
        f"Began {began(about.began_at)}."
    )


def clock(at_s: float) -> str:
    """Say a moment of the interview as on a stopwatch."""
    minutes, seconds = divmod(max(0, round(at_s)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def lasting(seconds: float) -> str:
    """Say how long something took."""
    whole = max(0, round(seconds))
    minutes, rest = divmod(whole, 60)
    if not minutes:
        return f"{rest} s"
    return f"{minutes} min {rest} s" if rest and minutes < _LONG_MIN else f"{round(whole / 60)} min"


def count(number: int, noun: str) -> str:
    """Say how many, with the noun in the right number."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def capital(text: str) -> str:
    """Begin with a capital letter."""
    return text[:1].upper() + text[1:]


def closing(how: Closing) -> str:
    """Say how a question came to its end."""
    return _CLOSINGS[how]


def ending(why: Ending | None) -> str:
    """Say why an interview ended."""
    return "it has not ended yet" if why is None else _ENDINGS[why]


def ruling(what: Ruling) -> str:
    """Say what came of a test or a submission."""
    return what.value.replace("_", " ")


def verdict(given: Verdict) -> str:
    """Say what came of a run or a submission, with the tests that it passed."""
    tests = f", {given.passed} of {len(given.tests)} tests passed" if given.tests else ""
    return f"{ruling(given.ruling)}{tests}"


def effort(test: TestResult) -> str:
    """Say what a test cost."""
    return f"{test.wall_ms:.0f} ms, {test.memory_kb / 1024:.0f} MB"


def snapshot(code: Snapshot) -> str:
    """Say what was done with code, in which language and for which question."""
    done = "run" if code.purpose is Purpose.RUN else "submitted"
    on = "" if code.question is None else f", question {code.question}"
    unjudged = "" if code.verdict or code.note else ", not judged"
    return f"{done} in {code.language.value}{on}{unjudged}"


def kind(what: TurnKind) -> str:
    """Say what a turn is for."""
    return what.value.replace("_", " ")


def moment(evidence: Evidence) -> str:
    """Say when something was said."""
    return f"at {clock(evidence.at_s)}"


def _give_or_take(value: float, spread: float) -> str:
    around = f"{spread:.1f}"
    return f"{value:.1f}" if around == "0.0" else f"{value:.1f} ± {around}"
