import ast
import re

from tests.architecture.tree import PICTURES, PRODUCTION, ROOT, files, named, text

MOST_LINES = 250
BANNED = {"utils", "util", "helpers", "helper", "manager", "common", "base", "data", "process"}
# Where something is, and not what it does.
ALLOWED = {"in_process"}
# Put together here, so that this file does not hold what it looks for.
MACHINE = re.compile(r"(?<![\w/.])/" + r"(work/|root(?![\w@:])|home/[a-z])")
REGISTRIES = ("files.python" + "hosted", "pypi" + ".org", "npmjs" + ".org", "crates" + ".io/api")


def test_a_module_is_read_in_one_sitting() -> None:
    lengths = {
        named(path): len(text(path).splitlines())
        for path in files(*PRODUCTION, "bench", suffix=".py")
    }

    assert {name: length for name, length in lengths.items() if length > MOST_LINES} == {}


def test_no_file_has_a_name_that_says_nothing() -> None:
    found = [
        named(path)
        for path in files(*PRODUCTION, "migrations", "bench", "tests", suffix=".py")
        if any(_says_nothing(part) for part in (*path.relative_to(ROOT).parts[:-1], path.stem))
    ]

    assert found == []


def _says_nothing(name: str) -> bool:
    return name not in ALLOWED and bool(BANNED & set(name.split("_")))


def test_a_package_s_front_holds_its_names_and_nothing_else() -> None:
    found = [
        named(path)
        for path in files(*PRODUCTION, "migrations", "bench", "tests", suffix="__init__.py")
        if not all(_is_front(node) for node in ast.parse(text(path)).body)
    ]

    assert found == []


def _is_front(node: ast.stmt) -> bool:
    if isinstance(node, ast.Assign):
        return [getattr(target, "id", "") for target in node.targets] == ["__all__"]
    is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return is_docstring or isinstance(node, ast.ImportFrom)


def test_no_file_knows_the_machine_that_it_was_written_on() -> None:
    found = [
        f"{named(path)}: {line.strip()[:80]}"
        for path in files()
        if path.suffix not in PICTURES
        for line in text(path).splitlines()
        if MACHINE.search(line)
    ]

    assert found == []


def test_no_file_names_the_registry_that_packages_come_from() -> None:
    found = [
        named(path)
        for path in files()
        if path.suffix not in PICTURES and any(host in text(path) for host in REGISTRIES)
    ]

    assert found == []
