"""What every part of the page is built from: sections, prose, lists of facts."""

from collections.abc import Iterable

from adapters.documents.facts import Facts
from adapters.documents.legible import legible
from adapters.documents.tags import Content, Html, tag


def section(id_: str, heading: str, *content: Content) -> Html:
    """Return a part of the report under its heading."""
    title = tag("h2", heading, id=f"{id_}-heading")
    return tag("section", title, *content, id=id_, aria_labelledby=f"{id_}-heading")


def prose(text: str, class_: str = "") -> Html:
    """Return what somebody wrote, with its paragraphs, in its own direction."""
    paragraphs = (part for part in legible(text).split("\n\n") if part.strip())
    return tag(
        "div",
        *(tag("p", paragraph, dir="auto") for paragraph in paragraphs),
        class_=f"prose {class_}".rstrip(),
    )


def listed(items: Iterable[Content], name: str = "ul", **attributes: str) -> Html:
    """Return a list."""
    entries = (tag("li", item, dir="auto") for item in items)
    return tag(name, *entries, **attributes)


def facts(pairs: Facts) -> Html:
    """Return small facts, each with its label."""
    return tag(
        "dl",
        *(tag("div", tag("dt", label), tag("dd", value, dir="auto")) for label, value in pairs),
        class_="facts",
    )


def source(text: str, label: str) -> Html:
    """Return code; it can be scrolled with the keyboard."""
    return tag("pre", tag("code", text), tabindex=0, role="region", aria_label=label, dir="ltr")
