from itertools import pairwise

import pytest

from adapters.documents.as_markdown import as_markdown, transcript_as_markdown
from core.domain.report import Report
from tests.adapters.documents.reading import read_markdown
from tests.adapters.documents.samples import CODING, EMPTY, STRONG, WEAK


def headings(report: Report, tag: str) -> list[str]:
    tokens = read_markdown(as_markdown(report).decode())
    return [
        text.content
        for opening, text in pairwise(tokens)
        if opening.type == "heading_open" and opening.tag == tag
    ]


def test_markdown_follows_the_order_of_the_page() -> None:
    assert headings(CODING, "h1") == ["Mock interview of Ada Marsh"]
    assert headings(CODING, "h2") == [
        "Verdict: strong yes",
        "One thing to fix first",
        "Scores",
        "Strengths and improvements",
        "What to do next",
        "Questions",
        "Timeline",
        "Code",
        "Not assessed",
        "How this was held",
        "Transcript",
    ]


def test_charts_become_bars_of_letters() -> None:
    markdown = as_markdown(STRONG).decode()

    assert "technical        ██████████████░░░░░░  2.8 ± 0.4 of 4" in markdown
    assert "question 1   ███████████████░░░░░  7.5 / 10" in markdown
    assert "question 3                         not assessed" in markdown
    assert "hints        ··································^" in markdown


def test_what_was_not_assessed_is_said_and_has_no_bar() -> None:
    markdown = as_markdown(WEAK).decode()

    assert "**Overall: not assessed**" in markdown
    assert "problem solving                        not assessed\n" in markdown
    assert "0.0 /" not in markdown
    assert "interim report" in markdown
    assert "There is not enough evidence to name any." in markdown


@pytest.mark.parametrize("report", [STRONG, WEAK, CODING, EMPTY])
def test_markdown_has_no_empty_blocks_and_ends_with_one_newline(report: Report) -> None:
    for form in (as_markdown, transcript_as_markdown):
        markdown = form(report).decode()

        assert "\n\n\n" not in markdown
        assert markdown.endswith("\n")
        assert not markdown.endswith("\n\n")


def test_an_interview_without_questions_has_a_report_and_a_transcript() -> None:
    markdown = as_markdown(EMPTY).decode()

    assert "No question was asked." in markdown
    assert "No axis was judged." in markdown
    assert "Everything that this kind of interview can show was assessed." in markdown
    assert "Nothing was said." in transcript_as_markdown(EMPTY).decode()


def test_code_is_whole_at_first_and_at_last_and_a_diff_in_between() -> None:
    markdown = as_markdown(CODING).decode()

    assert markdown.count("```python\n") == 2
    assert markdown.count("```diff\n") == 2
    assert "+    for start, end in sorted(windows):" in markdown
    assert "TypeError: unorderable <list>" in markdown
    assert "Lin, submitted in python, question 2\n\nThe sandbox was out of reach." in markdown


def test_a_turn_is_told_with_its_time_and_the_id_that_quotes_give() -> None:
    transcript = transcript_as_markdown(CODING).decode()

    assert "**Ada Marsh** at 28:00, answer, revised (t12)" in transcript
    assert "**Ada Marsh** at 2:51, answer, spoken (t7)" in transcript
    assert "turn t12" in as_markdown(CODING).decode()
    assert "```\ndef merge_windows" in transcript


def test_a_coach_is_named_with_what_they_asked_for() -> None:
    assert "| 23\\:00 | Grace | give a hint |" in as_markdown(CODING).decode()
