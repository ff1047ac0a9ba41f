PAIRS = {")": "(", "]": "[", "}": "{"}


def is_well_formed(text: str) -> bool:
    still_open: list[str] = []
    for character in text:
        if character in PAIRS.values():
            still_open.append(character)
        elif character in PAIRS and (not still_open or still_open.pop() != PAIRS[character]):
            return False
    return not still_open
