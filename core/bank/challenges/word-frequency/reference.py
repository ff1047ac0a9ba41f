import re
from collections import Counter


def frequent_words(text: str, least: int) -> dict[str, int]:
    counts = Counter(re.findall("[a-z]+", text.lower()))
    return {word: count for word, count in counts.items() if count >= least}
