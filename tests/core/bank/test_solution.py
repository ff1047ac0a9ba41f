import pytest

from core.bank.loader import load
from core.domain.challenge import Language
from core.domain.question import QuestionId
from tests.core.bank.authors import REFERENCE, Author


@pytest.mark.parametrize(
    ("source", "mistake"),
    [
        (None, "the file: it is missing; write the reference solution"),
        (b"\xff\xfe", "the file: it is not UTF-8 text; save it as UTF-8"),
        ("def two_sum(:\n", "line 1: it is not Python here (invalid syntax); correct it"),
        (f"x = {'(' * 5000}", "line 1: it is not Python here (too many nested parentheses)"),
        ("x = 1\0", "the file: Python cannot read it; write it as plain Python"),
        (f"x = {'-' * 50_000}1", "the file: Python cannot read it; write it as plain Python"),
        (
            "def twosum(numbers, target): ...\n",
            (
                "the file: there is no function two_sum in it; "
                "write “def two_sum(numbers, target)”, not indented"
            ),
        ),
        (
            "\ndef two_sum(nums, *rest): ...\n",
            (
                "line 2: two_sum takes (nums, *rest); "
                "write “def two_sum(numbers, target)”, as the signature has it"
            ),
        ),
        (
            "class Solution:\n    def two_sum(numbers, target): ...\n",
            "the file: there is no function two_sum in it; ",
        ),
    ],
    ids=lambda each: str(each)[:24],
)
def test_a_reference_that_is_not_the_function_is_named(
    author: Author, source: str | bytes | None, mistake: str
) -> None:
    if source is None:
        (author.folder / REFERENCE).unlink()
    else:
        author.write(REFERENCE, source)

    [said] = author.is_told()
    assert said.startswith(f"{REFERENCE}: {mistake}")


def test_references_in_other_languages_lie_beside_it(author: Author) -> None:
    author.write(REFERENCE.with_suffix(".go"), "package main\n")

    bank = load([author.folder])

    assert set(bank.challenges[QuestionId("two-sum")].solutions) == {Language.PYTHON, Language.GO}
