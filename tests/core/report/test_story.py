from dataclasses import replace

import pytest

from core.domain.interview import Interview, TimeBudget
from core.domain.outcomes import Closing, Ending
from core.domain.question import InterviewType, Level
from core.domain.report import QuestionLine, Recommendation
from core.domain.setup import Slot
from core.evaluation.combine import Combined, Withheld
from core.report.story import narrative, sentence
from tests.core.report.lines import axes, line, skipped
from tests.scenes import opened_interview

LEVEL = axes(3, 3, 3, 3)


def interview(
    *, minutes: float = 30, ending: Ending | None = Ending.FINISHED, planned: int = 3
) -> Interview:
    """Return an interview of so many minutes."""
    opened, _ = opened_interview()
    plan = (Slot(type=InterviewType.CONCEPTS, is_challenge=False),) * planned
    budget = TimeBudget(limit_s=3600, used_s=minutes * 60)
    return replace(opened, ending=ending, plan=plan, budget=budget)


def withheld(why: Withheld) -> Combined:
    """Return a recommendation that is not given."""
    return Combined(
        level=None,
        spread=0,
        recommendation=Recommendation.INSUFFICIENT_EVIDENCE,
        withheld=why,
    )


def spoken_for(
    recommendation: Recommendation = Recommendation.LEAN_YES,
    level: float = 2.8,
    spread: float = 0.3,
) -> Combined:
    """Return a recommendation that is given."""
    return Combined(level=level, spread=spread, recommendation=recommendation)


@pytest.mark.parametrize(
    ("why", "lines", "said"),
    [
        (Withheld.NOTHING_ASSESSED, (), "no question was asked"),
        (Withheld.NOTHING_ASSESSED, (skipped(),), "the only question brought nothing to assess"),
        (
            Withheld.NOTHING_ASSESSED,
            (skipped(), skipped(2)),
            "none of the 2 questions brought anything to assess",
        ),
        (Withheld.NOTHING_ASSESSED, (line(1, 1),), "none of the axes could be assessed"),
        (Withheld.FEW_ANSWERS, (line(1, 1),), "1 assessed answer is too little to judge by"),
        (Withheld.FEW_AXES, (line(1, 1), line(2, 1)), "only 2 of the 4 axes could be assessed"),
        (
            Withheld.TOO_CLOSE,
            (line(1, 1), line(2, 1)),
            "after 2 answers it could still be a yes or a no",
        ),
    ],
)
def test_a_recommendation_that_is_withheld_says_why(
    why: Withheld, lines: tuple[QuestionLine, ...], said: str
) -> None:
    scores = axes(3, 3, None, None)

    assert sentence(withheld(why), scores, lines, is_interim=False) == (
        f"No recommendation, since {said}."
    )
    assert sentence(withheld(why), scores, lines, is_interim=True) == (
        f"So far: no recommendation, since {said}."
    )


def test_every_recommendation_has_a_sentence_of_its_own() -> None:
    given = [each for each in Recommendation if each is not Recommendation.INSUFFICIENT_EVIDENCE]
    told = [sentence(spoken_for(each), LEVEL, (), is_interim=False) for each in given]

    assert len(set(told)) == 4
    assert all(each.endswith(".") for each in told)
    assert sentence(spoken_for(), LEVEL, (), is_interim=True) == (
        "So far: a solid interview that clears the bar on the whole, with room above."
    )


def test_a_narrative_reads_as_one() -> None:
    told = narrative(
        replace(interview(), level=Level.HARD),
        spoken_for(),
        axes(2.9, 3.4, 2.1, None),
        (line(1, 4, 1), line(2, 0, 5), skipped(3)),
    )

    assert told == (
        "The interview went through to its end after 30 minutes, with 3 questions. "
        "Of the questions, 1 was skipped. "
        "It went best on “Title 1”, where 4 of 5 key points came up; on “Title 2” it was none of 5. "
        "The strongest side was technical substance (3.4 of 4); "
        "communication has the most room to grow (2.1). "
        "The questions moved from medium to hard on the way. "
        "The overall 6 of 10 rests on 2 answers, so read it as something between 5.0 and 7.0."
    )


def test_nothing_is_told_where_nothing_happened() -> None:
    cancelled = interview(minutes=0.2, ending=Ending.ASKED)

    assert narrative(cancelled, withheld(Withheld.NOTHING_ASSESSED), (), ()) == (
        "The interview was ended on request within its first minute, before any question was asked."
    )


@pytest.mark.parametrize(
    ("ending", "said"),
    [
        (Ending.TIME_OUT, "The time was up after 1 minute, at question 2 of 3."),
        (Ending.ASKED, "The interview was ended on request after 1 minute, at question 2 of 3."),
        (
            Ending.BANK_SPENT,
            (
                "The interview ended because no fresh question was left after 1 minute, "
                "at question 2 of 3."
            ),
        ),
        (None, "The interview is not over yet after 1 minute, at question 2 of 3."),
    ],
)
def test_how_it_ended_is_said(ending: Ending | None, said: str) -> None:
    lines = (line(1, 1), line(2, score=None, closing=Closing.ENDED))

    assert narrative(interview(minutes=1, ending=ending), spoken_for(), (), lines).startswith(said)


def test_a_single_planned_question_is_not_counted() -> None:
    told = narrative(interview(ending=Ending.ASKED, planned=1), spoken_for(), (), (line(1, 1, 1),))

    assert "after 30 minutes, at its only question. On “Title 1” 1 of 2 key points came up." in told


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ((skipped(),), "with 1 question. It was skipped."),
        ((skipped(), skipped(2)), "with 2 questions. All 2 were skipped."),
        (
            (skipped(), line(2, score=None, closing=Closing.GAVE_UP), line(3, 1), skipped(4)),
            "with 4 questions. Of the questions, 2 were skipped and 1 was given up.",
        ),
    ],
)
def test_what_was_left_open_is_counted(lines: tuple[QuestionLine, ...], said: str) -> None:
    told = narrative(interview(planned=len(lines)), withheld(Withheld.FEW_ANSWERS), (), lines)

    assert said in told


def test_answers_that_are_alike_are_not_ranked() -> None:
    told = narrative(
        interview(), spoken_for(), axes(2, 2.1, 2.2, 2), (line(1, 1, 1), line(2, 2, 2))
    )

    assert "The 2 answers covered about the same part of what was asked for." in told
    assert "All that was assessed lies close together, at about 2.2 of 4." in told


def test_one_answer_makes_no_profile() -> None:
    told = narrative(interview(), spoken_for(), axes(1, 4, 2, 3), (line(1, 2),))

    assert "strongest" not in told
    assert "all 2 key points came up" in told


def test_one_axis_alone_is_compared_with_nothing() -> None:
    told = narrative(
        interview(), spoken_for(), axes(1, None, None, None), (line(1, 2), line(2, 1, 1))
    )

    assert "strongest" not in told


@pytest.mark.parametrize(
    ("level", "spread", "said"),
    [
        (2.8, 0.0, "The overall 6 of 10 rests on 1 answer."),
        (3.9, 0.5, "so read it as something between 8.0 and 10.0."),
        (1.1, 0.5, "so read it as something between 0.0 and 2.0."),
    ],
)
def test_the_figure_never_leaves_its_scale(level: float, spread: float, said: str) -> None:
    told = narrative(interview(), spoken_for(level=level, spread=spread), (), (line(1, 1),))

    assert told.endswith(said)
