import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.bank.keywords import KEYWORDS
from core.bank.starters import name_in, spell, starter
from core.domain.challenge import Language
from core.domain.signature import ListOf, MapOf, Parameter, Scalar, Signature, ValueType

TYPES: st.SearchStrategy[ValueType] = st.recursive(
    st.sampled_from(Scalar), lambda inner: inner.map(ListOf) | inner.map(MapOf), max_leaves=4
)
NAMES = st.lists(
    st.sampled_from(["left", "right", "row", "cost", "x1"]), min_size=1, max_size=3
).map("_".join)
SIGNATURES = st.builds(
    Signature,
    name=NAMES,
    parameters=st.lists(
        st.builds(Parameter, name=NAMES, type=TYPES.map(str)),
        min_size=1,
        max_size=5,
        unique_by=lambda each: each.name,
    ).map(tuple),
    returns=TYPES.map(str),
)
PICK_ONE = Signature(
    name="pick_one",
    parameters=(
        Parameter(name="from_all", type="map[string, list[int]]"),
        Parameter(name="name", type="string"),
        Parameter(name="share", type="float"),
    ),
    returns="bool",
)


@pytest.mark.parametrize(
    ("language", "head"),
    [
        (
            Language.PYTHON,
            "def pick_one(from_all: dict[str, list[int]], name: str, share: float) -> bool:",
        ),
        (Language.JAVASCRIPT, "function pickOne(fromAll, name, share) {"),
        (
            Language.JAVA,
            "static boolean pickOne(Map<String, List<Long>> fromAll, String name, double share) {",
        ),
        (
            Language.CPP,
            (
                "bool pick_one(const std::map<std::string, std::vector<long long>>& from_all, "
                "const std::string& name, double share) {"
            ),
        ),
        (
            Language.GO,
            "func pickOne(fromAll map[string][]int64, name string, share float64) bool {",
        ),
        (
            Language.RUST,
            "fn pick_one(from_all: BTreeMap<String, Vec<i64>>, name: String, share: f64) -> bool {",
        ),
    ],
)
def test_each_language_gets_the_function_in_its_own_manner(language: Language, head: str) -> None:
    assert head in starter(PICK_ONE, language)


def test_javascript_tells_the_types_in_a_comment() -> None:
    assert starter(PICK_ONE, Language.JAVASCRIPT).startswith(
        "/**\n"
        " * @param {Object<string, number[]>} fromAll\n"
        " * @param {string} name\n"
        " * @param {number} share\n"
        " * @returns {boolean}\n"
        " */\n"
    )


def test_rust_imports_its_map_only_where_there_is_one() -> None:
    plain = Signature(name="one", parameters=(Parameter(name="x", type="int"),), returns="int")

    assert starter(PICK_ONE, Language.RUST).startswith("use std::collections::BTreeMap;\n")
    assert starter(plain, Language.RUST).startswith("fn one(x: i64) -> i64 {")


@given(SIGNATURES)
def test_a_python_starter_is_python(signature: Signature) -> None:
    [function] = ast.parse(starter(signature, Language.PYTHON)).body

    assert isinstance(function, ast.FunctionDef)
    assert function.name == signature.name
    assert [each.arg for each in function.args.args] == [each.name for each in signature.parameters]


@given(SIGNATURES, st.sampled_from(Language))
def test_a_starter_is_sound_in_its_structure(signature: Signature, language: Language) -> None:
    text = starter(signature, language)

    # An arrow closes nothing, and an import opens and closes.
    plain = text.replace("->", "")
    for opening, closing in ("()", "[]", "{}", "<>"):
        assert plain.count(opening) == plain.count(closing)
    assert text.endswith("\n")
    assert "{name}" not in text
    for parameter in signature.parameters:
        assert name_in(language, parameter.name) in text
        if language is not Language.JAVASCRIPT:
            assert spell(parameter.type, language) in text


@given(TYPES, st.sampled_from(Language))
def test_no_java_collection_holds_a_plain_number(type_: ValueType, language: Language) -> None:
    spelled = spell(str(type_), language)

    if language is Language.JAVA:
        assert not any(f"<{plain}>" in spelled for plain in ("long", "double", "boolean"))


def test_every_language_knows_its_keywords() -> None:
    assert set(KEYWORDS) == set(Language)
    for words in KEYWORDS.values():
        assert {"if", "for", "return", "break", "continue"} <= words
