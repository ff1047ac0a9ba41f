"""What may be shown in a terminal, and how long lines are laid out there."""

import re

# Terminal escapes, control characters and invisible reordering marks: none of them is a word.
_NOISE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
    r"|\x1b[@-Z\\-_]"
    r"|[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]"
)
# Half a character, from a terminal or a pipe that speaks another encoding, can be stored nowhere.
_HALF = re.compile(r"[\ud800-\udfff]")
# A file of questions breaks its lines to fit an editor; a window breaks them to fit itself.
_FOLDS = re.compile(r"(?<=[^\n]{60})\n(?!\s|[-*+>•] |\d+[.)] )")


def clean(text: str) -> str:
    """Return text without what a terminal would obey and a reader could not see."""
    seen = _NOISE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _HALF.sub("\ufffd", seen)


def unfolded(text: str) -> str:
    """Return prose with its paragraphs, without the lines of the file that it is from."""
    return _FOLDS.sub(" ", text)
