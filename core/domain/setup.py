"""What somebody chooses when they ask for an interview, and the plan that follows from it."""

from dataclasses import dataclass, field

from core.domain.challenge import Language
from core.domain.question import InterviewType, Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long the interviewer waits, in seconds; with a grace, a while for more words to come."""

    grace_s: float = 0
    nudge_s: float = 90
    nudge_coding_s: float = 600
    nudges: int = 2
    away_s: float = 1_200
    wrap_up_s: float = 300
    # These two count from the moment at which the interview was paused.
    remind_s: tuple[float, ...] = (86_400, 259_200)
    abandon_s: float = 1_209_600


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """The parameters of one interview, as they were asked for."""

    type: InterviewType = InterviewType.MIXED
    pattern: str | None = None
    level: Level = Level.MEDIUM
    questions: int = 5
    minutes: float = 60
    hints: bool = True
    persona: str = "neutral"
    language: str = "en"
    code_language: Language = Language.PYTHON
    topics: tuple[str, ...] = ()
    seed: int
    patience: Patience = field(default_factory=Patience)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One place in an interview's plan."""

    type: InterviewType
    is_challenge: bool = False
