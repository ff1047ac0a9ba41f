"""Markup that cannot be broken out of: a plain string is always text, never a tag."""

import re
from dataclasses import dataclass
from html import escape
from typing import TypeAlias

from adapters.documents.legible import legible

_VOID = frozenset({"br", "col", "hr", "meta"})
_BLOCKS = re.compile(
    "article|aside|details|div|dl|figure|footer|h[1-6]|head|header|html|li|main|meta|nav|ol|p|"
    "section|style|summary|svg|table|title|tr|ul"
)


@dataclass(frozen=True, slots=True)
class Html:
    """Finished markup; only `tag`, `group` and files of ours make it."""

    source: str


Content: TypeAlias = Html | str | None
Attribute: TypeAlias = str | float | None


def tag(name: str, /, *content: Content, **attributes: Attribute) -> Html:
    """Return an element; `class_` is `class`, `aria_label` is `aria-label`, `None` is left out."""
    opening = f"<{name}{''.join(_attribute(*pair) for pair in attributes.items())}>"
    end = "\n" if _BLOCKS.fullmatch(name) else ""
    if name in _VOID:
        return Html(f"{opening}{end}")
    return Html(f"{opening}{group(*content).source}</{name}>{end}")


def group(*content: Content) -> Html:
    """Return what stands side by side."""
    return Html("".join(_shown(piece) for piece in content))


def _shown(piece: Content) -> str:
    if isinstance(piece, Html):
        return piece.source
    return "" if piece is None else escape(legible(piece))


def _attribute(name: str, value: Attribute) -> str:
    name = name.rstrip("_").replace("_", "-")
    if value is None:
        return ""
    shown = value if isinstance(value, str) else f"{value:.6g}"
    return f' {name}="{escape(legible(shown))}"'
