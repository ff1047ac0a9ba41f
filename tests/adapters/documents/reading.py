"""A page as a browser takes it apart, and a Markdown file as a renderer does."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TypeAlias

from markdown_it import MarkdownIt
from markdown_it.token import Token

Element: TypeAlias = tuple[str, tuple[tuple[str, str | None], ...]]


@dataclass(slots=True)
class Page:
    """What is on a page."""

    elements: list[Element] = field(default_factory=list)
    headings: list[tuple[str, str]] = field(default_factory=list)
    text: str = ""
    comments: int = 0

    def values(self, attribute: str) -> list[str]:
        """Return an attribute's values over the whole page."""
        return [
            value or ""
            for _, attributes in self.elements
            for name, value in attributes
            if name == attribute
        ]

    def shape(self) -> list[tuple[str, tuple[str, ...]]]:
        """Return the page's elements without what they say; prose may have any paragraphs."""
        return [
            (name, tuple(key for key, _ in attributes))
            for name, attributes in self.elements
            if name != "p"
        ]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self._heading: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.page.elements.append((tag, tuple(attrs)))
        if tag in {"h1", "h2", "h3", "h4"}:
            self._heading = [tag]

    def handle_endtag(self, tag: str) -> None:
        if self._heading and tag == self._heading[0]:
            self.page.headings.append((tag, "".join(self._heading[1:])))
            self._heading = []

    def handle_data(self, data: str) -> None:
        self.page.text += data
        if self._heading:
            self._heading.append(data)

    def handle_comment(self, data: str) -> None:
        del data
        self.page.comments += 1


def read_page(html: bytes) -> Page:
    """Take a page apart."""
    reader = _Reader()
    reader.feed(html.decode())
    reader.close()
    return reader.page


def read_markdown(markdown: str) -> list[Token]:
    """Take a Markdown file apart; every piece is a token, inline ones after their block."""
    blocks = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    return [token for block in blocks for token in (block, *(block.children or ()))]


def shape(markdown: str) -> list[tuple[str, str]]:
    """Return what a Markdown file is made of, without what it says; prose may have any lines."""
    loose = {"paragraph_open", "paragraph_close", "inline", "text", "softbreak", "hardbreak"}
    tokens = read_markdown(markdown)
    return [(token.type, token.tag) for token in tokens if token.type not in loose]
