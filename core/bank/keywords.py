"""Words that a challenge's names may not be, since one of its languages keeps them for itself."""

from collections.abc import Mapping

from core.domain.challenge import Language

KEYWORDS: Mapping[Language, frozenset[str]] = {
    # https://docs.python.org/3/reference/lexical_analysis.html#keywords
    Language.PYTHON: frozenset(
        "and as assert async await break class continue def del elif else except finally for from "
        "global if import in is lambda nonlocal not or pass raise return try while with yield".split()
    ),
    # https://262.ecma-international.org/#sec-keywords-and-reserved-words, those of strict mode included
    Language.JAVASCRIPT: frozenset(
        "arguments await break case catch class const continue debugger default delete do else enum "
        "eval export extends false finally for function if implements import in instanceof interface "
        "let new null package private protected public return static super switch this throw true "
        "try typeof undefined var void while with yield".split()
    ),
    # https://docs.oracle.com/javase/specs/jls/se21/html/jls-3.html#jls-3.9
    Language.JAVA: frozenset(
        "abstract assert boolean break byte case catch char class const continue default do double "
        "else enum extends false final finally float for goto if implements import instanceof int "
        "interface long native new null package private protected public return short static "
        "strictfp super switch synchronized this throw throws transient true try void volatile "
        "while yield".split()
    ),
    # https://en.cppreference.com/w/cpp/keyword
    Language.CPP: frozenset(
        "alignas alignof and and_eq asm auto bitand bitor bool break case catch char char16_t "
        "char32_t char8_t class co_await co_return co_yield compl concept const const_cast consteval "
        "constexpr constinit continue decltype default delete do double dynamic_cast else enum "
        "explicit export extern false float for friend goto if inline int long mutable namespace new "
        "noexcept not not_eq nullptr operator or or_eq private protected public register "
        "reinterpret_cast requires return short signed sizeof static static_assert static_cast "
        "struct switch template this thread_local throw true try typedef typeid typename union "
        "unsigned using virtual void volatile wchar_t while xor xor_eq".split()
    ),
    # https://go.dev/ref/spec#Keywords, and the predeclared names that starter code itself uses
    Language.GO: frozenset(
        "bool break case chan const continue default defer else fallthrough float64 for func go goto "
        "if import int64 interface map package range return select string struct switch type "
        "var".split()
    ),
    # https://doc.rust-lang.org/reference/keywords.html, the reserved ones included
    Language.RUST: frozenset(
        "abstract as async await become box break const continue crate do dyn else enum extern false "
        "final fn for gen if impl in let loop macro match mod move mut override priv pub ref return "
        "self static struct super trait true try type typeof union unsafe unsized use virtual where "
        "while yield".split()
    ),
}

# A function of such a name means something of its own: where a program begins, or, in C++, one of
# the C functions that <bits/stdc++.h> puts beside it.
TAKEN_FUNCTIONS: Mapping[Language, frozenset[str]] = {
    Language.GO: frozenset({"main", "init"}),
    Language.RUST: frozenset({"main"}),
    Language.JAVA: frozenset({"main"}),
    Language.CPP: frozenset(
        "main abort abs access acos asin atan atoi calloc ceil clock close cos div dup exit exp fabs "
        "floor fmod free getenv index link log malloc nice open pause pipe pow puts qsort raise rand "
        "read remove rename round scanf select signal sin sleep sqrt swab system tan time trunc "
        "unlink wait write".split()
    ),
}
