"""Tells a yes to an offer from an answer."""

from adapters.offline.phrases import COMMA, phrases, word_list
from adapters.offline.words import sentences

_YES = phrases(
    (
        COMMA,
        "(yes|yeah|yep|yup|sure|ok|okay|please|gladly|definitely|absolutely|thanks)",
        "(of course|why not|go ahead|thank you)",
        "that would (help|be nice|be great)",
        "i (would|will)",
    )
)


def is_assent(text: str) -> bool:
    """Tell whether a message says yes, and nothing else."""
    said = [word for each in sentences(text) for word in word_list(each)]
    at: int | None = 0
    while at is not None and at < len(said):
        at = _YES.end(said, at)
    return bool(said) and at == len(said)
