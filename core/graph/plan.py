"""Which kinds of questions an interview will hold, in which order."""

from core.domain.question import Axis, InterviewType
from core.domain.setting import CompanyPattern
from core.domain.setup import Setup, Slot

# Below this there is no time to read a challenge, let alone to solve one.
CHALLENGE_MINUTES = 20

GENERAL = CompanyPattern(
    id="general",
    name="General",
    about="No particular company: a bit of everything, each axis weighing the same.",
    minutes=60,
    mix={
        InterviewType.CODING: 40,
        InterviewType.CONCEPTS: 20,
        InterviewType.SYSTEM_DESIGN: 20,
        InterviewType.BEHAVIORAL: 20,
    },
    weights=dict.fromkeys(Axis, 25),
    looks_for=("Thinks aloud, answers to the point, and checks its own work.",),
)


def plan(setup: Setup, pattern: CompanyPattern) -> tuple[Slot, ...]:
    """Return the interview's slots: the types by the pattern's shares, well mixed."""
    if setup.type is InterviewType.MIXED:
        types = _mixed(pattern.mix, setup.questions)
    else:
        types = [setup.type] * setup.questions
    return tuple(_with_challenges(types, allowed=setup.minutes >= CHALLENGE_MINUTES))


def _mixed(mix: dict[InterviewType, int], questions: int) -> list[InterviewType]:
    """Give each slot to the type that is furthest behind its share."""
    types: list[InterviewType] = []
    for place in range(1, questions + 1):
        behind = {type_: share * place / 100 - types.count(type_) for type_, share in mix.items()}
        types.append(max(behind, key=lambda type_: behind[type_]))
    return types


def _with_challenges(types: list[InterviewType], *, allowed: bool) -> list[Slot]:
    """Make every second coding slot a challenge, or the only one."""
    coding = [at for at, type_ in enumerate(types) if type_ is InterviewType.CODING]
    challenges = set(coding[1::2] or coding) if allowed else set()
    return [Slot(type=type_, is_challenge=at in challenges) for at, type_ in enumerate(types)]
