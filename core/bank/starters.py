"""Starter code in every language, written from a challenge's signature."""

from core.domain.challenge import Language
from core.domain.signature import ListOf, MapOf, Parameter, Scalar, Signature, ValueType, parse_type

_SCALARS: dict[Language, dict[Scalar, str]] = {
    Language.PYTHON: {
        Scalar.INT: "int",
        Scalar.FLOAT: "float",
        Scalar.BOOL: "bool",
        Scalar.STRING: "str",
    },
    Language.JAVASCRIPT: {
        Scalar.INT: "number",
        Scalar.FLOAT: "number",
        Scalar.BOOL: "boolean",
        Scalar.STRING: "string",
    },
    Language.JAVA: {
        Scalar.INT: "long",
        Scalar.FLOAT: "double",
        Scalar.BOOL: "boolean",
        Scalar.STRING: "String",
    },
    Language.CPP: {
        Scalar.INT: "long long",
        Scalar.FLOAT: "double",
        Scalar.BOOL: "bool",
        Scalar.STRING: "std::string",
    },
    Language.GO: {
        Scalar.INT: "int64",
        Scalar.FLOAT: "float64",
        Scalar.BOOL: "bool",
        Scalar.STRING: "string",
    },
    Language.RUST: {
        Scalar.INT: "i64",
        Scalar.FLOAT: "f64",
        Scalar.BOOL: "bool",
        Scalar.STRING: "String",
    },
}
_LISTS = {
    Language.PYTHON: "list[{}]",
    Language.JAVASCRIPT: "{}[]",
    Language.JAVA: "List<{}>",
    Language.CPP: "std::vector<{}>",
    Language.GO: "[]{}",
    Language.RUST: "Vec<{}>",
}
_MAPS = {
    Language.PYTHON: "dict[str, {}]",
    Language.JAVASCRIPT: "Object<string, {}>",
    Language.JAVA: "Map<String, {}>",
    Language.CPP: "std::map<std::string, {}>",
    Language.GO: "map[string]{}",
    Language.RUST: "BTreeMap<String, {}>",
}
# Java's collections hold objects only.
_BOXED = {"long": "Long", "double": "Double", "boolean": "Boolean"}


def starter(signature: Signature, language: Language) -> str:
    """Return an empty solution in `language`, ready to be filled in."""
    match language:
        case Language.PYTHON:
            return _python(signature)
        case Language.JAVASCRIPT:
            return _javascript(signature)
        case Language.JAVA:
            return _java(signature)
        case Language.CPP:
            return _cpp(signature)
        case Language.GO:
            return _go(signature)
        case Language.RUST:
            return _rust(signature)


def spell(type_: str, language: Language) -> str:
    """Return how `language` writes one of a signature's types."""
    return _spell(parse_type(type_), language)


def _spell(wanted: ValueType, language: Language) -> str:
    if isinstance(wanted, Scalar):
        return _SCALARS[language][wanted]
    inner = _spell(wanted.item, language)
    if language is Language.JAVA:
        inner = _BOXED.get(inner, inner)
    return (_LISTS if isinstance(wanted, ListOf) else _MAPS)[language].format(inner)


def camel(name: str) -> str:
    """Return `two_sum` as `twoSum`."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def _python(signature: Signature) -> str:
    parts = [f"{p.name}: {spell(p.type, Language.PYTHON)}" for p in signature.parameters]
    returns = spell(signature.returns, Language.PYTHON)
    return f"def {signature.name}({', '.join(parts)}) -> {returns}:\n    ...\n"


def _javascript(signature: Signature) -> str:
    docs = [
        f" * @param {{{spell(p.type, Language.JAVASCRIPT)}}} {camel(p.name)}"
        for p in signature.parameters
    ]
    docs.append(f" * @returns {{{spell(signature.returns, Language.JAVASCRIPT)}}}")
    names = ", ".join(camel(p.name) for p in signature.parameters)
    doc = "\n".join(docs)
    return f"/**\n{doc}\n */\nfunction {camel(signature.name)}({names}) {{\n}}\n"


def _java(signature: Signature) -> str:
    parts = ", ".join(
        f"{spell(p.type, Language.JAVA)} {camel(p.name)}" for p in signature.parameters
    )
    returns = spell(signature.returns, Language.JAVA)
    head = "import java.util.*;\n\nclass Solution {\n"
    return f"{head}    static {returns} {camel(signature.name)}({parts}) {{\n    }}\n}}\n"


def _cpp(signature: Signature) -> str:
    parts = ", ".join(_cpp_parameter(p) for p in signature.parameters)
    returns = spell(signature.returns, Language.CPP)
    return f"#include <bits/stdc++.h>\n\n{returns} {signature.name}({parts}) {{\n}}\n"


def _cpp_parameter(parameter: Parameter) -> str:
    spelled = spell(parameter.type, Language.CPP)
    kind = parse_type(parameter.type)
    if isinstance(kind, ListOf | MapOf) or kind is Scalar.STRING:
        return f"const {spelled}& {parameter.name}"
    return f"{spelled} {parameter.name}"


def _go(signature: Signature) -> str:
    parts = ", ".join(f"{camel(p.name)} {spell(p.type, Language.GO)}" for p in signature.parameters)
    returns = spell(signature.returns, Language.GO)
    return f"package main\n\nfunc {camel(signature.name)}({parts}) {returns} {{\n}}\n"


def _rust(signature: Signature) -> str:
    parts = ", ".join(f"{p.name}: {spell(p.type, Language.RUST)}" for p in signature.parameters)
    returns = spell(signature.returns, Language.RUST)
    uses = "use std::collections::BTreeMap;\n\n" if "BTreeMap" in parts + returns else ""
    return f"{uses}fn {signature.name}({parts}) -> {returns} {{\n    todo!()\n}}\n"
