"""Text that tries to be more than text, and reports that hold it wherever a person's words stand."""

from hypothesis import strategies as st
from pydantic import TypeAdapter

from adapters.documents.legible import on_one_line
from core.domain.report import Report

_REPORT = TypeAdapter(Report)
_PIECES = (
    "<script>alert(1)</script>", "</style>", "</details>", "<img src=x onerror=alert(1)>", "'\"",
    "&lt;b&gt;", "&#60;", "]]>", "<!--", "-->", "<", ">", "&", "\\", "`", "```", "~~~", "*", "**",
    "_", "[a](javascript:b)", "![", "](", "|", "| --- |", "#", "## ", "> ", "- ", "+ ", "1. ",
    "2) ", "---", "===", "***", "    ", "\t", "\n", "\n\n", "\r\n", "\r", "\u2028", "\x85", "\x00",
    "\x1b[31m", "\u202e", "\u2066", "\ufeff", "https://a.example", "www.a.example", "a@b.example",
    "<https://a.example>", "[^1]", "$x$", "مرحبا", "é", "🙂", "\u00a0", "word", " ",
)  # fmt: skip

hostile = (
    st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=5)), min_size=1, max_size=12)
    .map("".join)
    .filter(on_one_line)
)


def everywhere(report: Report, text: str) -> Report:
    """Return the report with `text` in the place of all free text."""
    return _REPORT.validate_python(_replaced(_REPORT.dump_python(report), text))


def _replaced(value: object, text: str) -> object:
    if isinstance(value, dict):
        return {key: _replaced(inner, text) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return tuple(_replaced(inner, text) for inner in value)
    # Fixed words are a class of their own, and stay.
    return text if type(value) is str else value
