"""The bank that ships: how much there is, and that all of it is sound."""

import ast
import re
import subprocess
import sys
from collections import Counter
from itertools import product
from pathlib import Path

import pytest

from core.bank.loader import SHIPPED, load
from core.bank.setting_files import ABOUT
from core.domain.challenge import Challenge, Example, HiddenTest, Language
from core.domain.question import Axis, InterviewType, Level, Question, QuestionId
from core.domain.setting import Cue, Persona
from core.domain.signature import fits, parse_type

ROOT = Path(__file__).parents[3]
BANK = load()
ASKED = (*BANK.questions.values(), *(each.question for each in BANK.challenges.values()))
KINDS = [kind for kind in InterviewType if kind is not InterviewType.MIXED]
# Nobody is to stumble over a name: neither a person's nor one that is somebody's property.
NAMES = """
    alice alicia amit anna anne bob brian carol charlie chris dana dave david emily emma erin eve
    frank grace hannah jack james jane jim joe john julia kate kevin laura lisa liu lucy maria marie
    mary mike mohammed nina oliver paul peter priya raj sam sara sarah steve susan tom tim wei
    adobe airbnb amazon apple atlassian aws azure bing bloomberg chatgpt claude discord docker
    dropbox ebay facebook github gitlab gmail google hackerrank ibm instagram intel jira leetcode
    linkedin lyft meta microsoft mongodb netflix notion nvidia openai oracle paypal pinterest
    reddit salesforce samsung shopify slack snapchat snowflake spotify stripe tesla tiktok twitch
    twitter uber visa walmart whatsapp wikipedia windows xbox yahoo youtube zoom
""".split()
# Some of these are words as well, and only as such may they be there.
WORDS_TOO = {"meta", "notion", "oracle", "slack", "visa", "windows", "stripe", "frank", "grace"}


def texts(question: Question) -> tuple[str, ...]:
    """Return everything of a question that a person reads or hears."""
    return (
        question.title,
        question.ask,
        question.rephrased,
        question.reference,
        *question.hints,
        *(each.shows for each in question.criteria),
        *(text for point in question.points for text in (point.says, point.ask, *point.cues)),
        *(each.ask for each in question.follow_ups),
    )


def test_there_are_enough_questions_and_challenges() -> None:
    assert len(BANK.questions) >= 60
    assert len(BANK.challenges) >= 12
    assert QuestionId("two-sum") in BANK.challenges


@pytest.mark.parametrize(("kind", "level"), list(product(KINDS, Level)))
def test_every_kind_has_questions_of_every_level(kind: InterviewType, level: Level) -> None:
    assert len(list(BANK.questions_of(kind, level))) >= 4


@pytest.mark.parametrize("level", list(Level))
def test_there_are_challenges_of_every_level(level: Level) -> None:
    assert len(list(BANK.challenges_of(level))) >= 3


def test_questions_and_challenges_share_no_id_and_no_title() -> None:
    ids = Counter(question.id for question in ASKED)
    titles = Counter(question.title.lower() for question in ASKED)

    assert [id_ for id_, count in ids.items() if count > 1] == []
    assert [title for title, count in titles.items() if count > 1] == []


def test_no_two_questions_ask_the_same_words() -> None:
    asked = Counter(question.ask for question in ASKED)

    assert [ask for ask, count in asked.items() if count > 1] == []


def test_every_axis_is_looked_at_by_many_questions() -> None:
    looked_at = Counter(each.axis for question in ASKED for each in question.criteria)

    assert min(looked_at[axis] for axis in Axis) >= len(ASKED) // 4


def test_the_patterns_that_are_promised_are_there() -> None:
    assert {"big-tech", "startup", "fintech", "healthcare"} <= set(BANK.patterns)
    assert {"friendly-coach", "neutral", "bar-raiser"} <= set(BANK.personas)


@pytest.mark.parametrize("persona", BANK.personas.values(), ids=lambda persona: persona.id)
def test_a_shipped_persona_has_four_lines_or_more_at_every_moment(persona: Persona) -> None:
    lines = persona.lines

    assert {cue.value for cue in Cue if len(lines.get(cue, ())) < 4} <= {Cue.CARE.value}
    for cue, spoken in lines.items():
        assert len(set(spoken)) == len(spoken), f"{cue} says the same twice"
        assert all(line == line.strip() for line in spoken)
        assert all(line.replace(ABOUT, "").strip(" :“”") for line in spoken)


def test_every_reference_passes_every_case() -> None:
    assert _run("tests.core.bank.references") == (0, "", "")


@pytest.mark.parametrize("challenge", BANK.challenges.values(), ids=lambda each: each.question.id)
def test_every_starter_is_sound(challenge: Challenge) -> None:
    task = challenge.task
    assert set(task.starters) == set(Language)
    for starter in task.starters.values():
        plain = starter.replace("->", "")
        for opening, closing in ("()", "[]", "{}", "<>"):
            assert plain.count(opening) == plain.count(closing)
        assert starter == starter.strip() + "\n"
    [function] = ast.parse(task.starters[Language.PYTHON]).body
    assert isinstance(function, ast.FunctionDef)
    assert function.name == task.signature.name


def test_every_case_is_of_the_signature_s_types() -> None:
    for challenge in BANK.challenges.values():
        signature = challenge.task.signature
        cases: tuple[Example | HiddenTest, ...] = (*challenge.task.examples, *challenge.tests)
        for case in cases:
            for argument, parameter in zip(case.arguments, signature.parameters, strict=True):
                assert fits(argument, parse_type(parameter.type))
            assert fits(case.result, parse_type(signature.returns))


def test_no_hidden_test_is_an_example() -> None:
    for challenge in BANK.challenges.values():
        shown = [example.arguments for example in challenge.task.examples]

        assert not [test.name for test in challenge.tests if test.arguments in shown]


def test_nobody_s_name_is_in_the_texts() -> None:
    found = {
        (question.id, word)
        for question in ASKED
        for text in texts(question)
        for word in re.findall(r"[\w']+", text)
        if word.lower() in NAMES
        and not (word.lower() in WORDS_TOO and word.islower())
        # At the beginning of a sentence a word is written large as well.
        and not (word.lower() in WORDS_TOO and re.search(rf"(^|[.!?:] ){word}", text))
    }

    assert found == set()


def test_no_text_speaks_of_what_is_behind_the_desk() -> None:
    for question in ASKED:
        for text in texts(question):
            assert not re.search(
                r"as an ai|language model|rubric|\bcue\b|TODO|lorem", text, re.IGNORECASE
            )


def test_the_texts_are_spelled_right() -> None:
    # OT is short for operational transformation, and no slip of the hand.
    assert _run("codespell_lib", "--ignore-words-list", "ot", str(SHIPPED)) == (0, "", "")


def test_the_bank_tells_questions_and_challenges_apart_by_level() -> None:
    easy = list(BANK.questions_of(InterviewType.CODING, Level.EASY))

    assert all(each.level is Level.EASY and each.type is InterviewType.CODING for each in easy)
    assert all(each.question.level is Level.HARD for each in BANK.challenges_of(Level.HARD))


def _run(module: str, *arguments: str) -> tuple[int, str, str]:
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(  # noqa: S603  the command is spelled out above
        command, cwd=ROOT, capture_output=True, text=True, timeout=30, check=False
    )
    return done.returncode, done.stdout, done.stderr
