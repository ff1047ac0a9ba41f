"""Runs every Python reference of the shipped bank on all its cases, and prints what is off.

It is a program of its own, so that a reference that runs for ever can be stopped from outside.
"""

import json
import math
import sys
from collections.abc import Callable, Iterator
from copy import deepcopy

from core.bank.loader import load
from core.domain.challenge import Challenge, Comparison, Example, HiddenTest, Language
from core.domain.signature import Value


def main() -> int:
    """Print a line for each case that its reference does not pass."""
    wrong = [said for challenge in load().challenges.values() for said in _off(challenge)]
    sys.stdout.write("\n".join(wrong))
    return 1 if wrong else 0


def _off(challenge: Challenge) -> Iterator[str]:
    namespace: dict[str, Callable[..., Value]] = {}
    # These are our own programs, which a reviewer has read.
    exec(challenge.solutions[Language.PYTHON], namespace)  # noqa: S102
    solve = namespace[challenge.task.signature.name]
    cases: tuple[Example | HiddenTest, ...] = (*challenge.task.examples, *challenge.tests)
    for case in cases:
        result = solve(*deepcopy(case.arguments))
        if not _same(result, case.result, challenge.comparison):
            yield f"{challenge.question.id} {case.arguments}: {result} instead of {case.result}"


def _same(found: Value, wanted: Value, comparison: Comparison) -> bool:
    match comparison:
        case Comparison.EXACT:
            return json.dumps(found) == json.dumps(wanted)
        case Comparison.UNORDERED:
            return _shuffled(found) == _shuffled(wanted)
        case Comparison.TOLERANT:
            return _close(found, wanted)


def _shuffled(value: Value) -> list[str]:
    return sorted(json.dumps(each) for each in value) if isinstance(value, list) else []


def _close(found: Value, wanted: Value) -> bool:
    if isinstance(found, list) and isinstance(wanted, list):
        return len(found) == len(wanted) and all(map(_close, found, wanted))
    if isinstance(found, float | int) and isinstance(wanted, float | int):
        return math.isclose(found, wanted, rel_tol=1e-6, abs_tol=1e-6)
    return found == wanted


if __name__ == "__main__":
    sys.exit(main())
