import re
from collections import deque

_TOKEN = re.compile(r"[0-9]+(?:\.[0-9]+)?|[-+*/()]")


def formula_value(formula: str) -> float:
    return _sum(deque(_TOKEN.findall(formula)))


def _sum(tokens: deque[str]) -> float:
    value = _product(tokens)
    while tokens and tokens[0] in "+-":
        if tokens.popleft() == "+":
            value += _product(tokens)
        else:
            value -= _product(tokens)
    return value


def _product(tokens: deque[str]) -> float:
    value = _factor(tokens)
    while tokens and tokens[0] in "*/":
        if tokens.popleft() == "*":
            value *= _factor(tokens)
        else:
            value /= _factor(tokens)
    return value


def _factor(tokens: deque[str]) -> float:
    piece = tokens.popleft()
    if piece == "-":
        return -_factor(tokens)
    if piece == "(":
        value = _sum(tokens)
        tokens.popleft()  # the closing bracket
        return value
    return float(piece)
