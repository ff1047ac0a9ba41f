"""Opening an interview: the plan, and the first words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from core.bank.bank import Bank
from core.domain.errors import Refused
from core.domain.interview import Interview
from core.domain.outcomes import InterviewOpened
from core.domain.question import InterviewType
from core.domain.setting import CompanyPattern, Cue, Persona
from core.domain.setup import Setup, Slot
from core.graph.draft import Draft
from core.graph.plan import GENERAL, plan
from core.ports.archive import Shelf
from core.ports.interviewer import Interviewer

_T = TypeVar("_T")
_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True, slots=True)
class Open:
    """Plans the interview and greets the candidate."""

    bank: Bank
    shelf: Shelf
    interviewer: Interviewer

    async def __call__(self, draft: Draft) -> None:
        """Greet, with the plan that the pattern and the setup call for."""
        setup = draft.interview.setup
        pattern, persona = settled(setup, self.bank)
        slots = plan(setup, pattern)
        asked_before = await self.shelf.asked_of(draft.interview.candidate.id)
        about = _session(draft.interview, slots)
        draft.add(
            InterviewOpened(
                pattern=pattern,
                plan=slots,
                avoid=tuple(sorted(asked_before)),
                follow_ups=persona.follow_ups,
                text=await self.interviewer.phrase(draft.interview, Cue.GREET, about=about),
            )
        )


def settled(setup: Setup, bank: Bank) -> tuple[CompanyPattern, Persona]:
    """Return what a setup names; raise `Refused` if no such interview can be held."""
    if setup.questions < 1 or setup.minutes <= 0:
        raise Refused("An interview needs at least one question, and some time to answer it.")
    persona = _found(bank.personas, setup.persona, "persona")
    if setup.pattern is None:
        return GENERAL, persona
    return _found(bank.patterns, setup.pattern, "company pattern"), persona


def _found(known: Mapping[str, _T], name: str, what: str) -> _T:
    if name not in known:
        raise Refused(f"There is no {what} {name!r}. Choose from {', '.join(known)}.")
    return known[name]


def _session(interview: Interview, slots: tuple[Slot, ...]) -> str:
    whole = interview.setup.minutes
    minutes = "one minute" if whole == 1 else f"{whole:g} minutes"
    count = _COUNTS[len(slots)] if len(slots) < len(_COUNTS) else str(len(slots))
    plural = "question" if len(slots) == 1 else "questions"
    kinds = [type_.label for type_ in InterviewType if any(slot.type is type_ for slot in slots)]
    if len(kinds) == 1:
        return f"We have {minutes} and {count} {kinds[0]} {plural}."
    mix = f"{', '.join(kinds[:-1])} and {kinds[-1]}"
    return f"We have {minutes} and {count} {plural}, a mix of {mix}."
