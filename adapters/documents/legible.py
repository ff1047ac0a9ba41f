"""What people wrote, without the characters that are not to be seen but change what is seen."""

import re

_BREAKS = re.compile("\r\n|[\r\x85\u2028\u2029]")
# Controls except tab and newline; the bidi embeddings, overrides and isolates, with which text
# can be shown in another order than it was written; the byte order mark and its neighbours.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
# A file of questions breaks its lines to fit an editor; a page breaks them to fit the reader.
_FOLDS = re.compile(r"(?<=[^\n]{70})(?<!-)\n(?!\s|[-*+>] |\d+[.)] )")
_HYPHENS = re.compile(r"(?<=[^\n]{69}\w-)\n(?=\w)")
_HALVES = re.compile("[\ud800-\udfff]")


def legible(text: str) -> str:
    """Return `text` as it may be shown: it reads as written, and every line ends the same way."""
    return _HALVES.sub("\ufffd", _UNSEEN.sub("", _BREAKS.sub("\n", text)))


def unfolded(text: str) -> str:
    """Return our own prose with its paragraphs, without the lines of the file that it is from."""
    lines = _BREAKS.sub("\n", text)
    return _FOLDS.sub(" ", _HYPHENS.sub("", lines))


def on_one_line(text: str) -> str:
    """Return `text` as it may be shown where only one line fits."""
    return " ".join(legible(text).split())
