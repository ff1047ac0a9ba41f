"""What an author is told; the sentences are the interface, so they are tested as they are printed."""

import tomllib
from pathlib import Path

import pytest

from tests.core.bank.authors import CHALLENGE, PATTERN, PERSONA, QUESTION, REFERENCE, Author

SLIPS = tomllib.loads((Path(__file__).parent / "slips.toml").read_text("utf-8"))["slip"]


@pytest.mark.parametrize("slip", SLIPS, ids=[slip["told"] for slip in SLIPS])
def test_a_slip_is_named_with_its_file_its_field_and_its_mend(
    author: Author, slip: dict[str, str]
) -> None:
    author.change(Path(slip["file"]), slip["old"], slip["new"])

    assert author.is_told() == [f"{slip['file']}: {slip['told']}"]


def test_a_bank_without_mistakes_is_told_nothing(author: Author) -> None:
    assert author.is_told() == []


def test_every_missing_moment_of_a_persona_is_named(author: Author) -> None:
    author.write(
        PERSONA,
        'id = "neutral"\nname = "Neutral"\nabout = "Asks and listens."\nfollow_ups = 1\n[lines]\n'
        'missed_point = ["You said {about}."]\n',
    )

    told = author.is_told()

    assert f"{PERSONA}: lines.greet: there are no lines for it; write four or more" in told
    assert told[-1] == (
        f"{PERSONA}: lines.missed_point: every line has {{about}}, and sometimes there is nothing "
        "to quote; add a line without {about}"
    )
    assert len(told) == 38


def test_one_bracket_too_few_is_recognised(author: Author) -> None:
    text = (author.folder / QUESTION).read_text("utf-8")
    author.write(QUESTION, text.split("[[point]]", 1)[0] + '[point]\nid = "one"\n')

    assert author.is_told() == [
        (
            f"{QUESTION}: point: it is a table, where a list belongs; "
            "write [[point]] with two brackets, or a list in [ ]"
        ),
        f"{QUESTION}: follow_up: it is missing; add it",
    ]


def test_parameters_that_are_one_name_in_java_are_told_apart(author: Author) -> None:
    author.change(CHALLENGE, 'name = "numbers"', 'name = "side_1"')
    author.change(CHALLENGE, 'name = "target"', 'name = "side1"')

    assert author.is_told()[:2] == [
        (
            f"{CHALLENGE}: signature.parameter 1.name: “side_1” is the name of two parameters; "
            "choose another name"
        ),
        (
            f"{CHALLENGE}: signature.parameter 2.name: “side1” is the name of two parameters; "
            "choose another name"
        ),
    ]


def test_mistakes_in_several_places_are_told_at_once(author: Author) -> None:
    author.change(CHALLENGE, "minutes = 15", "minutes = 2")
    author.change(CHALLENGE, "result = [0, 1]", "result = true")
    author.change(CHALLENGE, "result = [1, 2]", "result = 1.5")
    author.change(CHALLENGE, '"negative numbers"', '"the same number twice"')
    author.change(QUESTION, 'level = "medium"', 'level "medium"')
    author.change(PATTERN, "coding = 50", "coding = 40")
    author.change(PATTERN, "technical = 35", "technical = 45")
    (author.folder / REFERENCE).unlink()

    assert [told.partition("; ")[0] for told in author.is_told()] == [
        (
            f"{QUESTION}: line 3, column 7: it is not TOML here "
            "(expected '=' after a key in a key/value pair)"
        ),
        f"{CHALLENGE}: minutes: 2 is too small",
        f"{CHALLENGE}: example 1.result: true is not the list[int] that the function returns",
        f"{CHALLENGE}: example 2.result: 1.5 is not the list[int] that the function returns",
        f"{CHALLENGE}: test.name: “the same number twice” is there twice",
        f"{REFERENCE}: the file: it is missing",
        f"{PATTERN}: mix: the shares add up to 90, which is 10 too few",
        f"{PATTERN}: weights: the shares add up to 110, which is 10 too many",
    ]


@pytest.mark.parametrize(
    "value", ["nan", "12:00:00", "[]", "{}", '""', "-1", "1e400", "false", "[[]]", "{a = 1}"]
)
@pytest.mark.parametrize("file", [QUESTION, CHALLENGE, PATTERN, PERSONA])
def test_no_value_in_any_field_brings_the_validator_s_own_words_to_light(
    author: Author, file: Path, value: str
) -> None:
    fields = [
        line.partition(" = ")[0]
        for line in (author.folder / file).read_text("utf-8").splitlines()
        if " = " in line and not line.startswith((" ", "#"))
    ]
    author.write(file, "".join(f"{field} = {value}\n" for field in dict.fromkeys(fields)))

    for told in author.is_told():
        assert not any(
            jargon in told
            for jargon in ("Input", "input should", "value_error", "valid ", "cannot stand here")
        ), told
        assert told.count(": ") >= 2
        assert "; " in told
