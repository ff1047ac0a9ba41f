import re
from base64 import b64encode
from collections import Counter
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from time import perf_counter

import pytest

from adapters.documents.as_html import as_html
from core.domain.report import Report
from core.domain.transcript import TurnId
from tests.adapters.documents.reading import read_page
from tests.adapters.documents.samples import CODING, EMPTY, STRONG, TURNS, WEAK

SAMPLES = pytest.mark.parametrize("report", [STRONG, WEAK, CODING, EMPTY])


def test_a_page_tells_the_verdict_first_and_the_transcript_last() -> None:
    page = read_page(as_html(CODING))

    parts = [text for name, text in page.headings if name in {"h1", "h2"}]

    assert parts == [
        "Mock interview of Ada Marsh",
        "Strong yes",
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


def test_one_thing_to_fix_comes_before_any_other_advice() -> None:
    headings = [text for _, text in read_page(as_html(STRONG)).headings]

    assert headings[:4] == [
        "Mock interview of Ada Marsh",
        "Lean yes",
        "Try your code before you call it done",
        "Scores",
    ]


@SAMPLES
def test_no_heading_skips_a_level(report: Report) -> None:
    levels = [int(name[1]) for name, _ in read_page(as_html(report)).headings]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@SAMPLES
def test_a_page_asks_nothing_of_the_network(report: Report) -> None:
    html = as_html(report)
    page = read_page(html)

    names = {name for name, _ in page.elements}
    keys = {key for _, attributes in page.elements for key, _ in attributes}

    assert not names & {"script", "link", "img", "iframe", "object", "base", "form", "audio"}
    assert not keys & {"src", "srcset", "action", "style", "background"}
    assert not [key for key in keys if key.startswith("on")]
    assert all(href.startswith("#") for href in page.values("href"))
    assert not re.search(rb"url\((?!#)|@import|https?:", html)


def test_a_browser_is_told_to_run_nothing_but_the_style() -> None:
    html = as_html(STRONG)

    style = html.split(b"<style>")[1].split(b"</style>")[0]
    policy = next(c for c in read_page(html).values("content") if "default-src" in c)

    assert "default-src 'none'" in policy
    assert f"'sha256-{b64encode(sha256(style).digest()).decode()}'" in policy
    assert "unsafe" not in policy


@SAMPLES
def test_every_link_leads_somewhere(report: Report) -> None:
    page = read_page(as_html(report))

    ids = page.values("id")

    assert {href.removeprefix("#") for href in page.values("href")} <= set(ids)
    assert not [id_ for id_, times in Counter(ids).items() if times > 1]
    for named in page.values("aria-labelledby"):
        assert set(named.split()) <= set(ids)


def test_a_quote_links_to_the_turn_that_it_is_from() -> None:
    assert "#t12" in read_page(as_html(STRONG)).values("href")


def test_a_quote_of_a_turn_that_is_not_shown_has_a_time_but_no_link() -> None:
    page = read_page(as_html(replace(STRONG, transcript=())))

    assert not [href for href in page.values("href") if re.fullmatch(r"#t\d+", href)]
    assert "at 28:00" in page.text


def test_a_page_can_be_read_by_those_who_cannot_see_it() -> None:
    page = read_page(as_html(CODING))

    names = Counter(name for name, _ in page.elements)
    charts = [dict(attributes) for name, attributes in page.elements if name == "svg"]

    assert all(names[landmark] == 1 for landmark in ("main", "header", "nav", "footer"))
    assert names["desc"] == 3
    assert len([chart for chart in charts if chart.get("role") == "img"]) == 3
    assert page.elements.index(("a", (("href", "#report"), ("class", "skip")))) < 12
    assert "problem solving: 3.2 ± 0.3 of 4; technical: 2.8 ± 0.4 of 4" in page.text


def test_each_question_is_a_card_with_its_number_as_a_name() -> None:
    page = read_page(as_html(STRONG))

    assert {"q1", "q2", "q3"} <= set(page.values("id"))
    assert "A better answer" in page.text
    assert "4 of 5" in page.text


def test_what_was_not_assessed_is_said_and_never_a_zero() -> None:
    page = read_page(as_html(WEAK))

    assert page.text.count("not assessed") >= 8
    assert not re.search(r"\b0\.0 (/|of|±)", page.text)
    assert "insufficient_evidence" in " ".join(page.values("class"))
    assert "url(#levels-hatch)" in page.values("fill")


def test_an_interim_report_says_so() -> None:
    assert "This is an interim report" in read_page(as_html(WEAK)).text
    assert "This is an interim report" not in read_page(as_html(STRONG)).text


def test_an_interview_without_questions_still_has_a_report() -> None:
    text = read_page(as_html(EMPTY)).text

    assert "No question was asked." in text
    assert "No axis was judged." in text
    assert "Nothing was said." in text
    assert "no questions in 0 s" in text


def test_code_is_shown_with_its_changes_and_its_tests() -> None:
    page = read_page(as_html(CODING))

    names = Counter(name for name, _ in page.elements)

    assert names["ins"] == 3
    assert names["del"] == 3
    assert "-    for start, end in windows:" in page.text
    assert "No line was changed." in page.text
    assert "Wrong answer, 1 of 4 tests passed." in page.text
    assert "Isolation: docker." in page.text


def test_a_coach_is_named_with_what_they_asked_for() -> None:
    text = read_page(as_html(CODING)).text

    assert "give a hint" in text
    assert "for coaches only" in text
    assert "No coach took part." in read_page(as_html(STRONG)).text


def test_what_people_wrote_finds_its_own_direction() -> None:
    page = read_page(as_html(WEAK))

    blocks = [dict(attributes) for name, attributes in page.elements if name == "p"]

    assert any(block.get("dir") == "auto" for block in blocks)
    assert "لا أعرف، آسفة." in page.text


def test_a_withdrawn_answer_is_marked() -> None:
    page = read_page(as_html(STRONG))

    assert "withdrawn, does not count" in page.text
    assert "theirs withdrawn" in page.values("class")


def test_four_hundred_turns_are_rendered_at_once() -> None:
    long = replace(
        STRONG,
        transcript=tuple(
            replace(TURNS[4], id=TurnId(f"t{number}"), text=TURNS[4].text * 20)
            for number in range(1, 401)
        ),
        timeline=STRONG.timeline * 27,
    )

    began = perf_counter()
    html = as_html(long)

    assert perf_counter() - began < 2
    assert b'id="t400"' in html
