from html import unescape

import pytest
from hypothesis import HealthCheck, example, given, settings
from markdown_it import MarkdownIt

from adapters.documents.as_html import as_html
from adapters.documents.as_markdown import as_markdown, transcript_as_markdown
from adapters.documents.legible import legible, on_one_line, unfolded
from adapters.documents.markdown import escape
from adapters.documents.tags import tag
from tests.adapters.documents.mischief import everywhere, hostile
from tests.adapters.documents.reading import read_markdown, read_page, shape
from tests.adapters.documents.samples import CODING, WEAK

few = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
UNSEEN = "\x00\x07\x1b\x7f\x85\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"


@few
@given(hostile)
@example("a</p></details><script>alert(1)</script>\" onload='x'z")
def test_no_words_of_a_person_become_markup(text: str) -> None:
    page = read_page(as_html(everywhere(CODING, text)))

    assert page.shape() == read_page(as_html(everywhere(CODING, "harmless"))).shape()
    assert page.comments == 0
    assert not set(UNSEEN) & set(page.text)


@few
@given(hostile)
def test_a_page_loses_no_words(text: str) -> None:
    page = read_page(as_html(everywhere(WEAK, text)))

    assert "".join(legible(text).split()) in "".join(page.text.split())


@given(hostile)
def test_an_attribute_holds_whatever_it_is_given(text: str) -> None:
    page = read_page(tag("p", title=text).source.encode())

    assert page.elements == [("p", (("title", legible(text)),))]


@few
@given(hostile)
@example("a\n# b\n\n| c | d |\n| --- | --- |\n<b>\n```\nz")
def test_no_words_of_a_person_become_structure_in_markdown(text: str) -> None:
    report = everywhere(CODING, text)
    plain = everywhere(CODING, "harmless")

    assert shape(as_markdown(report).decode()) == shape(as_markdown(plain).decode())
    said, unsaid = (transcript_as_markdown(one).decode() for one in (report, plain))
    assert shape(said) == shape(unsaid)


@few
@given(hostile)
def test_markdown_holds_no_tag_outside_of_code(text: str) -> None:
    markdown = as_markdown(everywhere(CODING, text)).decode()

    lines = markdown.split("\n")
    for token in read_markdown(markdown):
        if token.type == "fence" and token.map:
            lines[slice(*token.map)] = [""] * (token.map[1] - token.map[0])

    assert "<" not in "".join(lines)
    assert not set(UNSEEN) & set(markdown)


@given(hostile)
def test_a_line_of_markdown_reads_as_it_was_written(text: str) -> None:
    html = MarkdownIt("commonmark").render(f"### {escape.inline(text)}")

    assert unescape(html) == f"<h3>{on_one_line(text)}</h3>\n"


@given(hostile)
def test_a_paragraph_of_markdown_loses_no_words(text: str) -> None:
    tokens = read_markdown(escape.block(text))

    said = "".join(token.content for token in tokens if token.type == "text")

    assert "".join(said.split()) == "".join(legible(text).split())


@given(hostile)
def test_no_code_breaks_out_of_its_fence(text: str) -> None:
    (fence,) = read_markdown(escape.fenced(text))

    assert fence.type == "fence"
    assert fence.content == legible(text).strip("\n") + "\n"


@pytest.mark.parametrize(
    "address", ["https://a.example", "HTTP://a.example", "www.a.example", "me@a.example"]
)
def test_an_address_is_no_link_unless_we_made_it_one(address: str) -> None:
    assert address not in escape.inline(address)
    assert "link_open" not in [token.type for token in read_markdown(escape.inline(address))]


def test_lines_of_an_answer_stay_lines() -> None:
    assert escape.block("one\n  two\n\nthree") == "one  \n\u00a0\u00a0two\n\nthree"


def test_half_a_character_is_shown_as_a_broken_one() -> None:
    assert legible("a\udc80b") == "a\ufffdb"


def test_lines_that_were_broken_for_a_file_are_joined_and_others_kept() -> None:
    long = "word " * 14 + "end"

    assert unfolded(f"{long}\nnext") == f"{long} next"
    assert unfolded(f"{long} head-of-\nline") == f"{long} head-of-line"
    assert unfolded(f"{long}\n- entry") == f"{long}\n- entry"
    assert unfolded(f"{long}\n\nnext") == f"{long}\n\nnext"
    assert unfolded("short\nnext") == "short\nnext"


def test_a_link_to_the_transcript_is_the_only_one() -> None:
    report = everywhere(CODING, "[a](https://b.example) <https://c.example>")

    tokens = read_markdown(as_markdown(report).decode() + transcript_as_markdown(report).decode())

    assert [token.attrs for token in tokens if token.type == "link_open"] == [
        {"href": "transcript.md"}
    ]
