"""The value of a formula, by recursive descent: one function for each level of precedence."""

import re
from collections import deque

_TOKEN = re.compile(r"[0-9]+(?:\.[0-9]+)?|[-+*/()]")


def formula_value(formula: str) -> float:
    return _sum(deque(_TOKEN.findall(formula)))


def _sum(tokens: deque[str]) -> float:
    total = _product(tokens)
    while tokens and tokens[0] in "+-":
        sign = tokens.popleft()
        total = total + _product(tokens) if sign == "+" else total - _product(tokens)
    return total


def _product(tokens: deque[str]) -> float:
    total = _factor(tokens)
    while tokens and tokens[0] in "*/":
        sign = tokens.popleft()
        total = total * _factor(tokens) if sign == "*" else total / _factor(tokens)
    return total


def _factor(tokens: deque[str]) -> float:
    token = tokens.popleft()
    if token == "-":
        return -_factor(tokens)
    if token == "(":
        inner = _sum(tokens)
        tokens.popleft()
        return inner
    return float(token)
