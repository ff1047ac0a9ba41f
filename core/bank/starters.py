"""Starter code in every language, written from a challenge's signature."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.domain.challenge import Language
from core.domain.signature import (
    ListOf,
    MapOf,
    Parameter,
    Scalar,
    Signature,
    ValueType,
    parse_type,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Manner:
    """How a language writes an empty function; `scalars` go int, float, bool, string."""

    scalars: tuple[str, str, str, str]
    list_: str
    map_: str
    parameter: str
    function: str
    between: str = ", "
    # What is more than a number or a truth, where a language passes that another way.
    bulky: str = ""
    # What stands at the top of the file if there is a map in the signature.
    map_import: str = ""
    # Java's collections hold objects only.
    inside: Mapping[str, str] = field(default_factory=dict)
    is_camel: bool = False


_MANNERS = {
    Language.PYTHON: _Manner(
        scalars=("int", "float", "bool", "str"),
        list_="list[{}]",
        map_="dict[str, {}]",
        parameter="{name}: {type}",
        function="def {name}({parameters}) -> {returns}:\n    ...\n",
    ),
    Language.JAVASCRIPT: _Manner(
        scalars=("number", "number", "boolean", "string"),
        list_="{}[]",
        map_="Object<string, {}>",
        parameter=" * @param {{{type}}} {name}",
        between="\n",
        function="/**\n{parameters}\n * @returns {{{returns}}}\n */\n"
        "function {name}({names}) {{\n}}\n",
        is_camel=True,
    ),
    Language.JAVA: _Manner(
        scalars=("long", "double", "boolean", "String"),
        list_="List<{}>",
        map_="Map<String, {}>",
        parameter="{type} {name}",
        function="import java.util.*;\n\nclass Solution {{\n"
        "    static {returns} {name}({parameters}) {{\n    }}\n}}\n",
        inside={"long": "Long", "double": "Double", "boolean": "Boolean"},
        is_camel=True,
    ),
    Language.CPP: _Manner(
        scalars=("long long", "double", "bool", "std::string"),
        list_="std::vector<{}>",
        map_="std::map<std::string, {}>",
        parameter="{type} {name}",
        bulky="const {type}& {name}",
        function="#include <bits/stdc++.h>\n\n{returns} {name}({parameters}) {{\n}}\n",
    ),
    Language.GO: _Manner(
        scalars=("int64", "float64", "bool", "string"),
        list_="[]{}",
        map_="map[string]{}",
        parameter="{name} {type}",
        function="package main\n\nfunc {name}({parameters}) {returns} {{\n}}\n",
        is_camel=True,
    ),
    Language.RUST: _Manner(
        scalars=("i64", "f64", "bool", "String"),
        list_="Vec<{}>",
        map_="BTreeMap<String, {}>",
        parameter="{name}: {type}",
        map_import="use std::collections::BTreeMap;\n\n",
        function="fn {name}({parameters}) -> {returns} {{\n    todo!()\n}}\n",
    ),
}


def starter(signature: Signature, language: Language) -> str:
    """Return an empty solution in `language`, ready to be filled in."""
    manner = _MANNERS[language]
    types = [signature.returns, *(parameter.type for parameter in signature.parameters)]
    head = manner.map_import if any("map[" in type_ for type_ in types) else ""
    return head + manner.function.format(
        name=name_in(language, signature.name),
        parameters=manner.between.join(_parameter(p, language) for p in signature.parameters),
        names=", ".join(name_in(language, p.name) for p in signature.parameters),
        returns=spell(signature.returns, language),
    )


def spell(type_: str, language: Language) -> str:
    """Return how `language` writes one of a signature's types."""
    return _spell(parse_type(type_), _MANNERS[language])


def name_in(language: Language, name: str) -> str:
    """Return `two_sum` as `language` would have it: `two_sum` or `twoSum`."""
    first, *rest = name.split("_")
    camel = first + "".join(word.capitalize() for word in rest)
    return camel if _MANNERS[language].is_camel else name


def _parameter(parameter: Parameter, language: Language) -> str:
    manner = _MANNERS[language]
    kind = parse_type(parameter.type)
    is_bulky = isinstance(kind, ListOf | MapOf) or kind is Scalar.STRING
    template = manner.bulky if manner.bulky and is_bulky else manner.parameter
    return template.format(name=name_in(language, parameter.name), type=_spell(kind, manner))


def _spell(wanted: ValueType, manner: _Manner) -> str:
    if isinstance(wanted, Scalar):
        return manner.scalars[tuple(Scalar).index(wanted)]
    inner = _spell(wanted.item, manner)
    template = manner.list_ if isinstance(wanted, ListOf) else manner.map_
    return template.format(manner.inside.get(inner, inner))
