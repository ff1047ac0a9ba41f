import pytest

from tests.crash.verdict import Verdict


@pytest.mark.parametrize(
    ("found", "lost", "doubled", "reordered"),
    [
        ("abcd", 0, 0, 0),
        ("acd", 1, 0, 0),
        ("abbcd", 0, 1, 0),
        ("abcda", 0, 1, 0),
        ("acbd", 0, 0, 1),
        ("bcda", 0, 0, 1),
        ("dcba", 0, 0, 3),
        ("abcdx", 0, 1, 0),
        ("dda", 2, 1, 1),
        ("", 4, 0, 0),
    ],
)
def test_what_differs_is_counted(found: str, lost: int, doubled: int, reordered: int) -> None:
    verdict = Verdict()

    verdict.compare("somebody saw", "abcd", found)

    assert (verdict.lost, verdict.doubled, verdict.reordered) == (lost, doubled, reordered)
    assert bool(verdict.traces) == (found != "abcd")
