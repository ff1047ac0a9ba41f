"""The small facts of an interview and of its questions, as pairs of a label and its value."""

from adapters.documents import wording
from core.domain.people import Audience
from core.domain.report import AxisScore, QuestionLine, Report
from core.domain.transcript import Turn

Facts = tuple[tuple[str, str], ...]


def conduct(report: Report) -> Facts:
    """Return how the interview was held, so that it can be judged and held again."""
    about = report.about
    return (
        ("Candidate", about.candidate),
        ("Began", wording.began(about.began_at)),
        ("Type", about.type.label),
        ("Pattern", f"{about.pattern_name} ({about.pattern})" if about.pattern else "none"),
        ("Persona", about.persona),
        ("Status", f"{about.status.value.replace('_', ' ')}; {wording.ending(about.ending)}"),
        ("Questions", f"{about.questions_asked} asked of {about.questions_planned} planned"),
        ("Difficulty", _path(about.level_at_start.value, about.level_at_end.value)),
        ("Time", f"{wording.lasting(about.used_s)} used of {wording.lasting(about.limit_s)}"),
        ("Hints", f"{wording.count(about.hints_used, 'hint')} used"),
        ("Seed", str(about.seed)),
        ("Interviewer", about.interviewer),
        ("Evaluator", about.evaluator),
        ("Report", "interim" if about.is_interim else "final"),
        ("Report format", f"version {report.schema_version}"),
    )


def footing(axis: AxisScore) -> Facts:
    """Return what an axis's level means and how firm it is."""
    weight = ("Weight", str(axis.weight))
    if axis.level is None:
        return (weight,)
    pairs = (
        ("This level is", axis.anchor),
        ("The next one is", axis.next_anchor),
        ("Confidence", wording.share(axis.confidence)),
        weight,
    )
    return tuple(pair for pair in pairs if pair[1])


def course(question: QuestionLine) -> Facts:
    """Return how one question went."""
    confidence = question.confidence
    return (
        ("Asked", f"at {wording.clock(question.at_s)}, took {wording.lasting(question.lasted_s)}"),
        ("Ended", wording.closing(question.closing)),
        ("Hints", wording.count(question.hints_used, "hint")),
        ("Follow-ups", wording.count(question.follow_ups, "follow-up")),
        ("Own confidence", f"{confidence} of 5" if confidence is not None else "not given"),
    )


def remarks(turn: Turn) -> tuple[str, ...]:
    """Return what a reader should know of a turn beside its words."""
    notes = (
        (True, wording.kind(turn.kind)),
        (turn.is_spoken, "spoken"),
        (turn.is_revised, "revised"),
        (turn.is_withdrawn, "withdrawn, does not count"),
        (turn.audience is not Audience.EVERYONE, f"for {turn.audience.value} only"),
    )
    return tuple(note for applies, note in notes if applies)


def _path(start: str, end: str) -> str:
    return start if start == end else f"{start}, moving to {end}"
